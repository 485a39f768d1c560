import { callsRoute, callsScope } from '../../../shared/contracts/console-api.ts';
import { summaryAnswer, type CallsResponse } from '../../../shared/contracts/calls-api.ts';
import { summarise } from '../../../shared/domain/call-flow/summarise.ts';
import type { CallRecordStore, CallSummary } from '../../../shared/ports/call-record-store.ts';
import { answerError, answerJson } from '../answer.ts';
import { readCallsQuery } from '../calls-query.ts';
import { recordsUnavailable } from '../records-unavailable.ts';
import type { Route } from '../route.ts';

/** The calls that began in some time, each in short. */
export const listCalls: Route = {
  key: callsRoute,
  scope: callsScope,

  async answer(event, { callRecords, clock, log }) {
    const query = readCallsQuery(event.queryStringParameters ?? {}, clock.now());
    if (query.kind === 'refused') return answerError(400, 'invalid-calls-query', `${query.problem}.`);
    if (callRecords === undefined) return recordsUnavailable();
    const { wanted } = query;
    const { calls, cursor } = await callRecords.between(wanted);
    const listed = await Promise.all(calls.map((call) => withSummary(call, callRecords)));
    log.info('calls-listed', { status: 200, count: calls.length });
    return answerJson(200, {
      from: new Date(wanted.from).toISOString(),
      to: new Date(wanted.to).toISOString(),
      calls: listed,
      ...(cursor === undefined ? {} : { cursor }),
    } satisfies CallsResponse);
  },
};

async function withSummary(
  { transactionId, startedAt }: CallSummary,
  callRecords: CallRecordStore,
): Promise<CallsResponse['calls'][number]> {
  const call = { transactionId, startedAt: new Date(startedAt).toISOString() };
  const found = await callRecords.ofCall(transactionId);
  if (found === undefined || found.records.length === 0) return call;
  return { ...call, summary: summaryAnswer(summarise(found.records, found.receipt)) };
}
