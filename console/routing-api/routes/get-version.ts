import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { VersionRecord } from '../../../shared/ports/routing-table-store.ts';
import type { Route } from '../../api/route.ts';
import type { RoutingServices } from '../routing-services.ts';
import { tableAnswer } from '../table-answer.ts';
import { noSuchTable, tableNameOf } from '../table-name.ts';
import { noSuchVersion } from '../version-answer.ts';

/** A version that is or was in force, with the files that it was made from. */
export const getVersion: Route<RoutingServices> = {
  ...consoleRoutes.getVersion,

  async answer(event, services) {
    const name = tableNameOf(event);
    if (name === undefined) return noSuchTable();
    const version = /^[1-9]\d{0,8}$/.test(event.pathParameters?.['version'] ?? '')
      ? Number(event.pathParameters?.['version'])
      : undefined;
    const record = version === undefined ? undefined : await recordOf(name, version, services);
    return record === undefined ? noSuchVersion() : tableAnswer(name, record, services);
  },
};

async function recordOf(
  name: string,
  version: number,
  { tables }: Pick<RoutingServices, 'tables'>,
): Promise<VersionRecord | undefined> {
  const current = await tables.currentVersion(name);
  // Numbers only fall from the current one: it is among so many, or nowhere.
  const records = await tables.history(name, current - version + 1);
  return records.find((record) => record.version === version);
}
