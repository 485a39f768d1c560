import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { VersionsResponse } from '../../../shared/contracts/tables-api.ts';
import { answerJson } from '../../api/answer.ts';
import type { Route } from '../../api/route.ts';
import type { RoutingServices } from '../routing-services.ts';
import { noSuchTable, tableNameOf } from '../table-name.ts';
import { versionAnswer } from '../version-answer.ts';

/** More than anybody reads. */
const mostVersions = 200;

/** Who put what in force, when and why; nothing of a table that has only been begun. */
export const listVersions: Route<RoutingServices> = {
  ...consoleRoutes.listVersions,

  async answer(event, { tables, drafts, log }) {
    const name = tableNameOf(event);
    if (name === undefined) return noSuchTable();
    const versions = await tables.history(name, mostVersions);
    if (versions.length === 0 && (await drafts.head(name)) === undefined) return noSuchTable();
    log.info('versions-listed', { status: 200, count: versions.length });
    return answerJson(200, { versions: versions.map(versionAnswer) } satisfies VersionsResponse);
  },
};
