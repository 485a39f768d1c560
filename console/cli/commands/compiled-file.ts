import { compileTableText, type Compilation } from '../../routing/compile-table.ts';
import { formatFinding, type Finding } from '../../routing/findings.ts';
import { failure, type Report } from '../report.ts';
import type { Workplace } from '../workplace.ts';

export type CompiledFile =
  | {
      readonly kind: 'compiled';
      readonly compilation: Extract<Compilation, { kind: 'compiled' }>;
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'failed'; readonly report: Report };

/** Reads and compiles a file, or says what is wrong with it. */
export async function compileFile(file: string, { readFile, clock }: Workplace): Promise<CompiledFile> {
  let text: string;
  try {
    text = await readFile(file);
  } catch (error) {
    const problem = `cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`;
    return { kind: 'failed', report: failure(2, 'file-unreadable', [problem]) };
  }
  const compilation = compileTableText(text, { now: clock.now() });
  if (compilation.kind === 'compiled')
    return { kind: 'compiled', compilation, warnings: describe(file, compilation.warnings) };
  const errors = compilation.findings.filter(({ severity }) => severity === 'error').length;
  const lines = [
    ...describe(file, compilation.findings),
    `${file}: ${errors} ${errors === 1 ? 'error' : 'errors'}; the table cannot be published like this`,
  ];
  return {
    kind: 'failed',
    report: {
      exitCode: 1,
      lines,
      json: { ok: false, code: 'table-invalid', message: lines.at(-1), findings: compilation.findings },
    },
  };
}

function describe(file: string, findings: readonly Finding[]): string[] {
  return findings.map((finding) => formatFinding(file, finding));
}
