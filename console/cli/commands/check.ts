import { operand } from '../arguments/operands.ts';
import { flag } from '../arguments/options.ts';
import { command } from '../command.ts';
import { compileFile, describeFindings } from '../tables/compiled-file.ts';

/** Says whether a file could be published, and changes nothing. */
export const check = command({
  name: 'check',
  summary: 'says what is wrong with a table, where, and which caller would notice; changes nothing',
  details: [
    'Ends with 1 when there are errors, or with --strict warnings. Notes are shown; with --json each carries a witness that decide takes.',
  ],
  operands: { file: operand('file', "the table's file, YAML or JSON", 'check what? Name a file') },
  options: { strict: flag('takes warnings for errors') },
  async run({ file, strict }, workplace) {
    const reading = await compileFile(file, workplace);
    if (reading.kind === 'failed') return reading.report;
    const { table, warnings } = reading.compiled;
    const counts = [
      count(table.rules.length, 'rule'),
      count(table.branches.size, 'branch', 'branches'),
      count(table.schedules.length, 'schedule'),
    ].join(', ');
    const refused = strict && warnings.some(({ severity }) => severity === 'warning');
    const verdict = refused ? 'could be published, but has warnings' : 'is in order';
    return {
      exitCode: refused ? 1 : 0,
      lines: [...describeFindings(file, warnings), `${file}: ${table.name} ${verdict}: ${counts}`],
      json: { ok: !refused, name: table.name, findings: warnings },
    };
  },
});

function count(things: number, one: string, many = `${one}s`): string {
  return `${things} ${things === 1 ? one : many}`;
}
