import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { FiguresResponse } from '../../../shared/contracts/figures-api.ts';
import { summarise } from '../../../shared/domain/call-flow/summarise.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { answerError, answerJson } from '../../api/answer.ts';
import { readCallsQuery, type CallsQuery } from '../../api/calls-query.ts';
import { recordsUnavailable } from '../../api/records-unavailable.ts';
import type { Route } from '../../api/route.ts';
import { callsOfTime, type CallOfTime } from '../calls-of-time.ts';
import { countCalls, type CountedCall } from '../figures/call-figures.ts';
import type { RoutingServices } from '../routing-services.ts';

const callsAtMost = 5000;
/** The function is ended after 28 s. */
const readForMs = 20_000;

/** What came of the calls of some time, counted. */
export const callFigures: Route<RoutingServices> = {
  ...consoleRoutes.callFigures,

  async answer(event, { callRecords, clock, log }) {
    const began = clock.now();
    const query = readTimes(event.queryStringParameters ?? {}, began);
    if (query.kind === 'refused') return answerError(400, 'invalid-calls-query', `${query.problem}.`);
    if (callRecords === undefined) return recordsUnavailable();
    const { from, to } = query.wanted;
    const until = epochMs(began + readForMs);
    const { calls, more } = await callsOfTime({ from, to, atMost: callsAtMost, until }, { callRecords, clock });
    log.info('calls-counted', { status: 200, count: calls.length });
    return answerJson(200, {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      more,
      ...countCalls(calls.map(counted), { from, to }),
    } satisfies FiguresResponse);
  },
};

/** As for lists of calls, but for their pages. */
function readTimes(parameters: Readonly<Record<string, string | undefined>>, now: EpochMs): CallsQuery {
  return 'limit' in parameters || 'cursor' in parameters
    ? { kind: 'refused', problem: 'there is a parameter other than from and to' }
    : readCallsQuery(parameters, now);
}

function counted({ startedAt, records, receipt }: CallOfTime): CountedCall {
  return { startedAt, ...(records.length === 0 ? {} : { story: summarise(records, receipt) }) };
}
