import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { CallsOfContextResponse } from '../../../shared/contracts/desk-api.ts';
import { hasCode } from '../../../shared/errors.ts';
import type { CallRecordStore } from '../../../shared/ports/call-record-store.ts';
import type { ContextCall } from '../../../shared/ports/call-context-store.ts';
import type { CallContextId } from '../../../shared/domain/call-context-id.ts';
import { answerJson } from '../answer.ts';
import { askedContext, contextNotFound } from '../asked-context.ts';
import { audited } from '../audit.ts';
import { callInShort } from '../call-in-short.ts';
import type { ConsoleServices } from '../console-services.ts';
import { recordsUnavailable } from '../records-unavailable.ts';
import type { Route } from '../route.ts';

type Call = CallsOfContextResponse['calls'][number];

/** What the same caller has called for before, and now: ids, times and outcomes, nothing personal. */
export const callsOfContext: Route<ConsoleServices> = {
  ...consoleRoutes.callsOfContext,

  async answer(event, services) {
    const asked = await askedContext(event, services);
    if (asked.kind === 'refused') return asked.answer;
    const { callRecords, log } = services;
    if (callRecords === undefined) return recordsUnavailable();
    const found = await callsOf(asked.id, services);
    if (found === undefined) return contextNotFound();
    const calls = await Promise.all(found.map((call) => inShort(call, asked.id, callRecords)));
    log.info('calls-of-context-listed', { status: 200, count: calls.length });
    await audited(event, { kind: 'contextRead', subject: asked.id, detail: 'earlier calls' }, services);
    return answerJson(200, {
      calls: calls
        .filter((call) => call !== undefined)
        .toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt)),
    } satisfies CallsOfContextResponse);
  },
};

async function callsOf(
  id: CallContextId,
  { contexts, clock, log }: ConsoleServices,
): Promise<readonly ContextCall[] | undefined> {
  try {
    return await contexts.callsOf(id, { now: clock.now() });
  } catch (error) {
    if (!hasCode(error, 'record-corrupt')) throw error;
    log.error('call-context-corrupt', error);
    return undefined;
  }
}

/** Undefined for a call of which nothing is recorded: it is not even known when it began. */
async function inShort(
  { transactionId, contextId }: ContextCall,
  id: CallContextId,
  callRecords: CallRecordStore,
): Promise<Call | undefined> {
  const found = await callRecords.ofCall(transactionId);
  const [first] = found?.records ?? [];
  if (first === undefined) return undefined;
  return {
    ...callInShort({ transactionId, startedAt: first.callStartedAt }, found),
    sameContext: contextId === id,
  };
}
