import { failure, type Report } from '../report.ts';
import type { Command } from '../arguments.ts';
import type { Workplace } from '../workplace.ts';
import { compileFile } from './compiled-file.ts';

/** Puts a file in force: calls that begin from now on are routed by it, within half a minute. */
export async function publish(
  { file, because, by, basedOn }: Extract<Command, { kind: 'publish' }>,
  workplace: Workplace,
): Promise<Report> {
  const compiled = await compileFile(file, workplace);
  if (compiled.kind === 'failed') return compiled.report;
  const { table, warnings } = compiled.compilation;

  const store = workplace.openStore();
  const from = basedOn ?? (await store.currentVersion(table.name));
  const result = await store.publish(table, {
    basedOn: from,
    by: by ?? workplace.user,
    because,
    at: workplace.clock.now(),
  });
  if (result.kind === 'conflict') {
    return failure(
      1,
      'conflict',
      [
        `nothing was changed: ${table.name} has version ${result.current}, and this file is based on version ${from}`,
        `see what it says (npm run routes -- show ${table.name}), bring it into the file, and publish with --based-on ${result.current}`,
      ],
      { name: table.name, current: result.current, basedOn: from },
    );
  }
  return {
    exitCode: 0,
    lines: [
      ...compiled.warnings,
      `${table.name} version ${result.version} is in force, in place of version ${from}: ${because}`,
    ],
    json: { ok: true, name: table.name, version: result.version, basedOn: from, findings: warnings },
  };
}
