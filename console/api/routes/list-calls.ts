import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { CallsResponse } from '../../../shared/contracts/calls-api.ts';
import { answerError, answerJson } from '../answer.ts';
import { callInShort } from '../call-in-short.ts';
import { readCallsQuery } from '../calls-query.ts';
import { recordsUnavailable } from '../records-unavailable.ts';
import type { ConsoleServices } from '../console-services.ts';
import type { Route } from '../route.ts';

/** The calls that began in some time, each in short. */
export const listCalls: Route<ConsoleServices> = {
  ...consoleRoutes.listCalls,

  async answer(event, { callRecords, clock, log }) {
    const query = readCallsQuery(event.queryStringParameters ?? {}, clock.now());
    if (query.kind === 'refused') return answerError(400, 'invalid-calls-query', `${query.problem}.`);
    if (callRecords === undefined) return recordsUnavailable();
    const { wanted } = query;
    const { calls, cursor } = await callRecords.between(wanted);
    const listed = await Promise.all(
      calls.map(async (call) => callInShort(call, await callRecords.ofCall(call.transactionId))),
    );
    log.info('calls-listed', { status: 200, count: calls.length });
    return answerJson(200, {
      from: new Date(wanted.from).toISOString(),
      to: new Date(wanted.to).toISOString(),
      calls: listed,
      ...(cursor === undefined ? {} : { cursor }),
    } satisfies CallsResponse);
  },
};
