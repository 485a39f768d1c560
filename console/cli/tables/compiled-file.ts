import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import { compileSource, type SourceCompilation } from '../../routing/compile-source.ts';
import { formatFinding, type Finding } from '../../routing/findings.ts';
import { failure, type Report } from '../report.ts';
import { describeWitness } from '../words/caller.ts';
import type { Workplace } from '../workplace.ts';

export type CompiledSource = Extract<SourceCompilation, { readonly kind: 'compiled' }>;

export type CompiledFile =
  | { readonly kind: 'compiled'; readonly compiled: CompiledSource }
  | { readonly kind: 'failed'; readonly report: Report };

/** More text than is compiled in the blink of an eye. */
const lengthy = 500_000;

/**
 * Reads and compiles a table's file, and its branches' file, or says what is wrong with them.
 * @param from since when opening hours are to be known; now, where nothing else is said.
 */
export async function compileFile(path: string, workplace: Workplace, from?: EpochMs): Promise<CompiledFile> {
  const { files, clock, progress } = workplace;
  const compilation = await compileSource(path, {
    readFile: async (each) => {
      const text = await files.read(each);
      if (text.length > lengthy) progress.begun(`checking ${each}`);
      return text;
    },
    sizeOf: (each) => files.size(each),
    now: from ?? clock.now(),
  });
  progress.done();
  switch (compilation.kind) {
    case 'compiled':
      return { kind: 'compiled', compiled: compilation };
    case 'unreadable':
      return { kind: 'failed', report: failure(2, 'file-unreadable', [compilation.problem]) };
    case 'invalid':
      return { kind: 'failed', report: tableInvalid(path, compilation) };
    default:
      return assertNever(compilation);
  }
}

/** `table-invalid`, with all that was found. */
export function tableInvalid(
  path: string,
  { findings, table }: Extract<SourceCompilation, { readonly kind: 'invalid' }>,
): Report {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const verdict = `${path}: ${errors} ${errors === 1 ? 'error' : 'errors'}; the table cannot be published like this`;
  const name = table === undefined ? {} : { name: table.name };
  return {
    exitCode: 1,
    lines: [...describeFindings(path, findings), verdict],
    json: { ok: false, code: 'table-invalid', message: verdict, ...name, findings },
  };
}

/** In the order of the files, each with the caller who shows it, where there is one. */
export function describeFindings(path: string, findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => [
    formatFinding(path, finding),
    ...(finding.witness === undefined ? [] : [`    for instance: ${describeWitness(finding.witness)}`]),
  ]);
}
