import { operand } from '../arguments/operands.ts';
import { command } from '../command.ts';
import { compileFile, describeFindings } from '../tables/compiled-file.ts';
import { conflictReport, publicationOf, publicationOptions } from '../tables/publication.ts';

/** Puts a file in force: calls that begin from now on are routed by it, within half a minute. */
export const publish = command({
  name: 'publish',
  summary: 'checks a table and puts it in force',
  details: ['Errors refuse it. Of two who publish at the same time one is told, and changes nothing.'],
  operands: { file: operand('file', "the table's file, YAML or JSON", 'publish what? Name a file') },
  options: publicationOptions,
  async run({ file, ...given }, workplace) {
    const reading = await compileFile(file, workplace);
    if (reading.kind === 'failed') return reading.report;
    const { table, source, warnings } = reading.compiled;

    const store = await workplace.openStore();
    const publication = await publicationOf(given, workplace, () => store.currentVersion(table.name));
    const { basedOn, because } = publication;
    const result = await store.publish(table, source, publication);
    if (result.kind === 'conflict') return conflictReport(table.name, basedOn, result.current);
    return {
      exitCode: 0,
      lines: [
        ...describeFindings(file, warnings),
        `${table.name} version ${result.version} is in force, ${basedOn === 0 ? 'the first of its name' : `in place of version ${basedOn}`}: ${because}`,
      ],
      json: { ok: true, name: table.name, version: result.version, basedOn, findings: warnings },
    };
  },
});
