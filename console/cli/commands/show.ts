import { describeTable } from '../../routing/describe-table.ts';
import { failure, type Report } from '../report.ts';
import type { Workplace } from '../workplace.ts';

/** Shows the table that is in force. */
export async function show({ name }: { readonly name?: string }, workplace: Workplace): Promise<Report> {
  const wanted = name ?? workplace.tableName;
  if (wanted === undefined) return failure(2, 'usage', ['show which table? Name it, or set ROUTING_TABLE_NAME']);
  const store = workplace.openStore();
  const version = await store.currentVersion(wanted);
  if (version === 0)
    return failure(1, 'nothing-published', [`nothing has been published as ${wanted}`], { name: wanted });
  const published = await store.load(wanted, version);
  if (published === undefined)
    return failure(1, 'record-missing', [`${wanted} version ${version} is in force, but is not in the store`], {
      name: wanted,
      version,
    });
  return { exitCode: 0, lines: describeTable(published), json: { ok: true, name: wanted, ...published } };
}
