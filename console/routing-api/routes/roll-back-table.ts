import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import {
  rollBackRequestSchema,
  type CheckResponse,
  type PublishedResponse,
  type RollBackRequest,
} from '../../../shared/contracts/tables-api.ts';
import { answerError, answerJson, type Answer } from '../../api/answer.ts';
import { audited } from '../../api/audit.ts';
import { readRequest } from '../../api/read-body.ts';
import type { Route } from '../../api/route.ts';
import { authorOf, type ConsoleEvent } from '../../api/token.ts';
import { hoursKnownUntil } from '../../routing/hours-known.ts';
import type { RoutingServices } from '../routing-services.ts';
import { noSuchTable, tableNameOf } from '../table-name.ts';
import { noSuchVersion, versionChanged } from '../version-answer.ts';

/** Puts an earlier version in force again, as a version of its own: the history only grows. */
export const rollBackTable: Route<RoutingServices> = {
  ...consoleRoutes.rollBackTable,

  async answer(event, services) {
    const name = tableNameOf(event);
    if (name === undefined) return noSuchTable();
    const reading = readRequest(event, rollBackRequestSchema);
    return reading.kind === 'refused' ? reading.answer : rollBack({ ...reading.value, name }, event, services);
  },
};

async function rollBack(
  { name, to, because, basedOn }: RollBackRequest & { readonly name: string },
  event: ConsoleEvent,
  services: RoutingServices,
): Promise<Answer> {
  const { tables, clock, log } = services;
  const current = await tables.currentVersion(name);
  if (current === 0) return noSuchTable();
  if (current !== basedOn) return versionChanged(current);
  if (to === current) return answerError(400, 'invalid-request', `to: version ${to} is in force already.`);
  if (await hoursAreOver(name, to, services)) return hoursOver();

  const result = await tables.rollback(name, to, { basedOn, by: authorOf(event), because, at: clock.now() });
  if (result.kind === 'unknownVersion') return noSuchVersion();
  if (result.kind === 'conflict') return versionChanged(result.current);
  const { version } = result;
  log.info('table-rolled-back', { status: 200, tableVersion: version });
  await audited(event, { kind: 'rolledBack', subject: name, version, because }, services);
  return answerJson(200, { version } satisfies PublishedResponse);
}

/** Whether an old version knows no opening hours of today any more, and would be closed everywhere. */
async function hoursAreOver(
  name: string,
  version: number,
  { tables, clock }: Pick<RoutingServices, 'tables' | 'clock'>,
): Promise<boolean> {
  const published = await tables.load(name, version);
  const until = published && hoursKnownUntil(published.table);
  return until !== undefined && until <= clock.now();
}

function hoursOver(): Answer {
  const message =
    'The version knows no opening hours of today any more, and would be closed everywhere: nothing was changed. Make a draft of its files, and publish that.';
  const finding = { severity: 'error', code: 'opening-hours-over', message, path: 'schedules' } as const;
  return answerError(422, 'table-refused', message, { findings: [finding] } satisfies CheckResponse);
}
