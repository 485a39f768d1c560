import { callContextIdSchema } from '../shared/contracts/call-context.ts';
import type { CallRecord, DeliveryReceipt } from '../shared/domain/call-flow/call-record.ts';
import { logRecord } from '../shared/observability/log-record.ts';
import type { Logger } from '../shared/observability/logger.ts';
import { measuresOf } from '../shared/observability/measures-of-record.ts';
import type { Metrics, TraceAnnotations, Traces } from '../shared/observability/metrics.ts';
import type { CallContextStore } from '../shared/ports/call-context-store.ts';
import type { CallRecordStore } from '../shared/ports/call-record-store.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Timers } from '../shared/ports/timers.ts';
import { factsOf, type CallState } from './call-state.ts';
import { givenTime } from './given-time.ts';
import { describe, type Invocation } from './invocation.ts';
import { packRecords } from './records/pack-records.ts';
import { recordsOfCall, type PendingRecord } from './records/pending-record.ts';
import { recordOf } from './records/record-of.ts';
import { mustFlush, withinRoom } from './records/room-for-records.ts';
import type { Answer } from './step.ts';
import { recordsBudgetMs } from './time-limits.ts';
import { readRecords } from './transaction-attributes.ts';

export interface RecordServices {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
  readonly contexts: Pick<CallContextStore, 'deliveries'>;
  /** Absent: what happened is told by the logs alone. */
  readonly callRecords?: Pick<CallRecordStore, 'begin' | 'put'>;
  readonly metrics?: Metrics;
  readonly traces?: Traces;
}

export interface AnsweredEvent {
  readonly before: CallState;
  readonly answer: Answer;
  readonly invocation: Invocation;
  /** Nobody waits for the answer. */
  readonly isIdle: boolean;
  /** What waited in TransactionAttributes has been written down by now. */
  readonly areEarlierWritten: boolean;
}

/**
 * Tells logs, metrics and traces what came to pass, and writes it down. Records wait in TransactionAttributes until nobody waits for
 * the function, or until there is no more room for them.
 * @returns what is still to be written down, for TransactionAttributes.
 */
export async function keepRecords(answered: AnsweredEvent, services: RecordServices): Promise<string> {
  const { before, answer, invocation, isIdle, areEarlierWritten } = answered;
  const { event, time } = invocation;
  const { clock, log, metrics, traces, callRecords } = services;
  const at = clock.now();
  const { actions, state: after, happenings = [] } = answer;
  const pending = recordOf({ event, before, after, actions, happenings, at, tookMs: at - time.began });
  const [record] = recordsOfCall(event, [pending]);
  if (record === undefined) return '';

  const isOver = event.InvocationEventType === 'HANGUP' && actions.length === 0;
  const receipt = isOver ? await receiptOf(record, invocation, services) : undefined;
  logRecord(log, record);
  const wasAnswered = factsOf(before)?.answered === true;
  metrics?.add(measuresOf(record, { answered: wasAnswered, ...(receipt === undefined ? {} : { receipt }) }));
  await traces?.annotate(annotationsOf(record, after), { startedAt: time.began, endedAt: at });
  if (callRecords === undefined) return '';

  const earlier = areEarlierWritten ? [] : await unpacked(readRecords(event.CallDetails.TransactionAttributes));
  const waiting = [...earlier, pending];
  if ((isIdle || mustFlush(waiting)) && (await written(waiting, receipt, invocation, { ...services, callRecords })))
    return '';
  return packRecords(withinRoom(waiting));
}

/** What checks them is loaded when there are some: a call that begins does without it. */
export async function unpacked(text: string): Promise<readonly PendingRecord[]> {
  if (text === '') return [];
  const { unpackRecords } = await import('./records/unpack-records.ts');
  return unpackRecords(text);
}

async function written(
  waiting: readonly PendingRecord[],
  receipt: DeliveryReceipt | undefined,
  { event, time }: Invocation,
  { callRecords, timers, log }: RecordServices & { readonly callRecords: Pick<CallRecordStore, 'put'> },
): Promise<boolean> {
  const left = time.left(recordsBudgetMs);
  try {
    const records = recordsOfCall(event, waiting);
    if (
      left > 0 &&
      (await givenTime(timers, left, (signal) => callRecords.put(records, receipt, { signal }))).kind === 'inTime'
    )
      return true;
    log.warn('records-not-written', { ...describe(event), code: 'late' });
  } catch (error) {
    log.error('records-not-written', error, describe(event));
  }
  return false;
}

/** Who looked at the caller's context while the call lasted; undefined where there was none, or it cannot be told. */
async function receiptOf(
  { transactionId, contextId }: CallRecord,
  { event, time }: Invocation,
  { contexts, timers, log }: RecordServices,
): Promise<DeliveryReceipt | undefined> {
  const id = callContextIdSchema.safeParse(contextId);
  const left = time.left(recordsBudgetMs);
  if (!id.success || left === 0) return undefined;
  try {
    const asked = await givenTime(timers, left, () => contexts.deliveries(id.data));
    if (asked.kind === 'inTime') return { transactionId, deliveries: asked.value };
  } catch (error) {
    log.error('receipt-unavailable', error, describe(event));
  }
  return undefined;
}

function annotationsOf({ transactionId, sequence, event, phase }: CallRecord, after: CallState): TraceAnnotations {
  const facts = factsOf(after);
  return {
    transactionId,
    sequence,
    event,
    phase,
    ...(facts === undefined ? {} : { ruleId: facts.ruleId, entry: facts.entry }),
    ...('current' in after ? { destinationKind: after.current.kind, destinationId: after.current.id } : {}),
  };
}
