import type { Report } from '../report.ts';
import type { Workplace } from '../workplace.ts';
import { compileFile } from './compiled-file.ts';

/** Says whether a file could be published, and changes nothing. */
export async function check({ file }: { readonly file: string }, workplace: Workplace): Promise<Report> {
  const compiled = await compileFile(file, workplace);
  if (compiled.kind === 'failed') return compiled.report;
  const { table, warnings } = compiled.compilation;
  const counts = `${count(table.rules, 'rule')}, ${count(table.branches, 'branch', 'branches')}, ${count(table.schedules, 'schedule')}`;
  return {
    exitCode: 0,
    lines: [...compiled.warnings, `${file}: ${table.name} is in order: ${counts}`],
    json: { ok: true, name: table.name, findings: warnings },
  };
}

function count(things: readonly unknown[], one: string, many = `${one}s`): string {
  return `${things.length} ${things.length === 1 ? one : many}`;
}
