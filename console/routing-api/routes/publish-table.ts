import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import {
  publishRequestSchema,
  type CheckResponse,
  type PublishedResponse,
  type PublishRequest,
} from '../../../shared/contracts/tables-api.ts';
import { answerError, answerJson, type Answer } from '../../api/answer.ts';
import { audited } from '../../api/audit.ts';
import { readRequest } from '../../api/read-body.ts';
import type { Route } from '../../api/route.ts';
import { authorOf, type ConsoleEvent } from '../../api/token.ts';
import { checkSource, findingAnswer } from '../../routing/check-source.ts';
import { draftChanged } from '../draft-answers.ts';
import type { RoutingServices } from '../routing-services.ts';
import { invalidTableName, tableNameOf } from '../table-name.ts';
import { tableTooLarge, unlessTooLarge } from '../table-too-large.ts';
import { versionChanged } from '../version-answer.ts';

interface Publishing extends PublishRequest {
  readonly name: string;
}

/** Puts the draft in force, as it was saved last and as whoever asks has seen it. Calls that begin within half a minute go by it. */
export const publishTable: Route<RoutingServices> = {
  ...consoleRoutes.publishTable,

  async answer(event, services) {
    const name = tableNameOf(event);
    if (name === undefined) return invalidTableName();
    const reading = readRequest(event, publishRequestSchema);
    return reading.kind === 'refused' ? reading.answer : publish({ ...reading.value, name }, event, services);
  },
};

async function publish(publishing: Publishing, event: ConsoleEvent, services: RoutingServices): Promise<Answer> {
  const { name, because, basedOn, etag } = publishing;
  const { tables, drafts, clock, log } = services;
  const [draft, current] = await Promise.all([drafts.get(name), tables.currentVersion(name)]);
  if (draft?.etag !== etag) return draftChanged(draft);
  if (current !== basedOn) return versionChanged(current);
  const check = checkSource(draft.source, { name, now: clock.now() });
  if (check.kind === 'refused')
    return answerError(
      422,
      'table-refused',
      'There are errors in the table: nothing was changed. Correct them, save, and publish again.',
      { findings: check.findings.map(findingAnswer) } satisfies CheckResponse,
    );

  const { table, source } = check;
  const publication = { basedOn, by: authorOf(event), because, at: clock.now() };
  const result = await unlessTooLarge(tables.publish(table, source, publication));
  if (result.kind === 'tooLarge') return tableTooLarge();
  if (result.kind === 'conflict') return versionChanged(result.current);
  const { version } = result;
  log.info('table-published', { status: 200, tableVersion: version });
  await audited(event, { kind: 'published', subject: name, version, because }, services);
  await discardPublished(publishing, services);
  return answerJson(200, { version } satisfies PublishedResponse);
}

/** What somebody has saved since stays; what cannot be discarded is gone in 30 days. */
async function discardPublished(
  { name, etag }: Pick<Publishing, 'name' | 'etag'>,
  { drafts, log }: Pick<RoutingServices, 'drafts' | 'log'>,
): Promise<void> {
  try {
    await drafts.discard(name, etag);
  } catch (error) {
    log.error('published-draft-not-discarded', error);
  }
}
