import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { DraftResponse } from '../../../shared/contracts/tables-api.ts';
import { answerError, answerJson } from '../../api/answer.ts';
import type { Route } from '../../api/route.ts';
import { etagHeader, headAnswer } from '../draft-answers.ts';
import type { RoutingServices } from '../routing-services.ts';
import { tableNameOf } from '../table-name.ts';

/** What is being worked on, as it was saved last; the header ETag is what the next saving is based on. */
export const getDraft: Route<RoutingServices> = {
  ...consoleRoutes.getDraft,

  async answer(event, { drafts, log }) {
    const name = tableNameOf(event);
    const draft = name === undefined ? undefined : await drafts.get(name);
    if (draft === undefined)
      return answerError(
        404,
        'draft-not-found',
        'Nobody is working on this table: begin a draft from the version in force.',
      );
    log.info('draft-read', { status: 200 });
    return answerJson(
      200,
      { ...headAnswer(draft), source: draft.source } satisfies DraftResponse,
      etagHeader(draft.etag),
    );
  },
};
