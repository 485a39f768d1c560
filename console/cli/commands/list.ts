import { optionalOperand } from '../arguments/operands.ts';
import { command } from '../command.ts';
import type { RoutingTableStore, VersionRecord } from '../../../shared/ports/routing-table-store.ts';
import { failure, type Report } from '../report.ts';

/** What is published, or what became of one table. */
export const list = command({
  name: 'list',
  summary: 'lists the published tables, or who changed one, when and why',
  operands: { name: optionalOperand('name', 'a table; left out, all of them are named') },
  options: {},
  async run({ name }, workplace) {
    const store = await workplace.openStore();
    return name === undefined ? listTables(store) : listVersions(name, store);
  },
});

async function listTables(store: RoutingTableStore): Promise<Report> {
  const tables = await Promise.all(
    (await store.names()).map(async (name) => ({ name, version: await store.currentVersion(name) })),
  );
  return {
    exitCode: 0,
    lines:
      tables.length === 0
        ? ['nothing has been published yet']
        : tables.map(({ name, version }) => `${name}, version ${version}`),
    json: { ok: true, tables },
  };
}

async function listVersions(name: string, store: RoutingTableStore): Promise<Report> {
  const [current, records] = await Promise.all([store.currentVersion(name), store.history(name)]);
  if (current === 0) return failure(1, 'nothing-published', [`nothing has been published as ${name}`], { name });
  return {
    exitCode: 0,
    lines: records.map((record) => describe(record, current)),
    json: {
      ok: true,
      name,
      current,
      versions: records.map((record) => ({ ...record, at: new Date(record.at).toISOString() })),
    },
  };
}

function describe({ version, at, by, because, rollbackTo }: VersionRecord, current: number): string {
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const what = rollbackTo === undefined ? '' : ` (again version ${rollbackTo})`;
  return `${version}${version === current ? ' in force' : ''}  ${when}  ${by}: ${because}${what}`;
}
