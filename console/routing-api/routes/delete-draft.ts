import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import { answerNothing } from '../../api/answer.ts';
import { audited } from '../../api/audit.ts';
import type { Route } from '../../api/route.ts';
import { draftChanged } from '../draft-answers.ts';
import { preconditionOf, preconditionRefused } from '../precondition.ts';
import type { RoutingServices } from '../routing-services.ts';
import { invalidTableName, tableNameOf } from '../table-name.ts';

/** Discards what is being worked on, as far as whoever asks has seen it. */
export const deleteDraft: Route<RoutingServices> = {
  ...consoleRoutes.deleteDraft,

  async answer(event, services) {
    const { drafts, log } = services;
    const name = tableNameOf(event);
    if (name === undefined) return invalidTableName();
    const precondition = preconditionOf(event);
    if (precondition.kind !== 'unchanged') return preconditionRefused(precondition, { mayBeNew: false });
    const result = await drafts.discard(name, precondition.etag);
    log.info('draft-discarded', { outcome: result.kind });
    if (result.kind === 'conflict') return draftChanged(result.head);
    if (result.kind === 'discarded') await audited(event, { kind: 'draftDiscarded', subject: name }, services);
    return answerNothing();
  },
};
