import { summaryAnswer, type CallsResponse } from '../../shared/contracts/calls-api.ts';
import { summarise } from '../../shared/domain/call-flow/summarise.ts';
import type { CallRecordsOfCall, CallSummary } from '../../shared/ports/call-record-store.ts';

type CallInShort = CallsResponse['calls'][number];

/** A call as lists have it: without a summary where its records cannot be read. */
export function callInShort(
  { transactionId, startedAt }: CallSummary,
  found: CallRecordsOfCall | undefined,
): CallInShort {
  const call = { transactionId, startedAt: new Date(startedAt).toISOString() };
  if (found === undefined || found.records.length === 0) return call;
  return { ...call, summary: summaryAnswer(summarise(found.records, found.receipt)) };
}
