import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { TablesResponse } from '../../../shared/contracts/tables-api.ts';
import { answerJson } from '../../api/answer.ts';
import type { Route } from '../../api/route.ts';
import { headAnswer } from '../draft-answers.ts';
import type { RoutingServices } from '../routing-services.ts';
import { versionAnswer } from '../version-answer.ts';

/** All tables: those in force, and those that somebody has begun. */
export const listTables: Route<RoutingServices> = {
  ...consoleRoutes.listTables,

  async answer(_event, { tables, drafts, log }) {
    const [published, begun] = await Promise.all([tables.names(), drafts.list()]);
    const names = [...new Set([...published, ...begun.keys()])].sort();
    const listed = await Promise.all(
      names.map(async (name) => {
        const [current] = published.includes(name) ? await tables.history(name, 1) : [];
        const draft = begun.get(name);
        return {
          name,
          ...(current === undefined ? {} : { current: versionAnswer(current) }),
          ...(draft === undefined ? {} : { draft: headAnswer(draft) }),
        };
      }),
    );
    log.info('tables-listed', { status: 200, count: listed.length });
    return answerJson(200, { tables: listed } satisfies TablesResponse);
  },
};
