import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import { saveDraftSchema, type SavedDraft } from '../../../shared/contracts/tables-api.ts';
import { answerJson } from '../../api/answer.ts';
import { audited } from '../../api/audit.ts';
import { readRequest } from '../../api/read-body.ts';
import type { Route } from '../../api/route.ts';
import { authorOf } from '../../api/token.ts';
import { draftChanged, etagHeader, headAnswer } from '../draft-answers.ts';
import { preconditionOf, preconditionRefused } from '../precondition.ts';
import type { RoutingServices } from '../routing-services.ts';
import { invalidTableName, tableNameOf } from '../table-name.ts';
import { tableTooLarge, unlessTooLarge } from '../table-too-large.ts';

/** Saves what is being worked on, right or wrong; what is wrong with it counts when it is published. */
export const putDraft: Route<RoutingServices> = {
  ...consoleRoutes.putDraft,

  async answer(event, services) {
    const { drafts, clock, log } = services;
    const name = tableNameOf(event);
    if (name === undefined) return invalidTableName();
    const precondition = preconditionOf(event);
    if (precondition.kind === 'missing' || precondition.kind === 'invalid')
      return preconditionRefused(precondition, { mayBeNew: true });
    const reading = readRequest(event, saveDraftSchema);
    if (reading.kind === 'refused') return reading.answer;

    const { source, basedOn } = reading.value;
    const saving = { source, basedOn, by: authorOf(event), at: clock.now() };
    const expected = precondition.kind === 'unchanged' ? precondition.etag : undefined;
    const result = await unlessTooLarge(drafts.save(name, saving, expected));
    log.info('draft-saved', { outcome: result.kind });
    switch (result.kind) {
      case 'tooLarge':
        return tableTooLarge();
      case 'conflict':
        return draftChanged(result.head);
      case 'saved':
        // Drafts save themselves while somebody types.
        if (result.beginsSitting) await audited(event, { kind: 'draftSaved', subject: name }, services);
        return answerJson(
          200,
          headAnswer({ ...saving, etag: result.etag }) satisfies SavedDraft,
          etagHeader(result.etag),
        );
    }
  },
};
