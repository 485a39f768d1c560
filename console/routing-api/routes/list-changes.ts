import * as z from 'zod';
import type { ChangesResponse } from '../../../shared/contracts/changes-api.ts';
import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import { answerError, answerJson } from '../../api/answer.ts';
import type { Route } from '../../api/route.ts';
import type { RoutingServices } from '../routing-services.ts';

const usualLimit = 50;

const querySchema = z.strictObject({
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/)
    .transform(Number)
    .exactOptional(),
  cursor: z.string().max(200).exactOptional(),
});

/** Who changed what, when and why, and who looked at a caller's context: latest first. */
export const listChanges: Route<RoutingServices> = {
  ...consoleRoutes.listChanges,

  async answer(event, { changes, log }) {
    const query = querySchema.safeParse(event.queryStringParameters ?? {});
    const page = query.success ? await changes.latest({ limit: usualLimit, ...query.data }) : undefined;
    if (page === undefined)
      return answerError(
        400,
        'invalid-request',
        'There are two parameters: limit, a number from 1 to 100, and cursor, of the page before.',
      );
    log.info('changes-listed', { status: 200, count: page.changes.length });
    return answerJson(200, {
      ...page,
      changes: page.changes.map((change) => ({ ...change, at: new Date(change.at).toISOString() })),
    } satisfies ChangesResponse);
  },
};
