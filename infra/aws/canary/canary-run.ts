import type { CallRecord } from '../../../shared/domain/call-flow/call-record.ts';
import type { Logger } from '../../../shared/observability/logger.ts';
import type { CallRecordStore } from '../../../shared/ports/call-record-store.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Timers } from '../../../shared/ports/timers.ts';

export interface CanaryServices {
  /** Places a call from the bridge's number. @returns its transaction id. */
  readonly placeCall: (to: string) => Promise<string>;
  readonly records: Pick<CallRecordStore, 'ofCall'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
}

export type CanaryResult =
  /** Somebody answered, and the function asked them whether they want to be put through: all that a caller needs works. */
  | 'answered'
  | 'notAnswered'
  /** Whoever answered pressed 1, and people were rung for nothing: the number is not one that a canary may call. */
  | 'putThrough'
  | 'notPlaced';

/** Ringing, the question, its repetition, and goodbye. */
export const longestCallMs = 100_000;
const lookEveryMs = 5000;

/**
 * Calls a number and looks in the call's records what became of it. To the function it is a callback without a context: whoever answers
 * is asked to press 1 before anybody is rung, and an answering machine presses nothing. So the call goes through PSTN Audio, the telephone
 * network, the function and its table, and rings no agent.
 */
export async function callOnce(to: string, services: CanaryServices): Promise<CanaryResult> {
  const { placeCall, clock, log } = services;
  const began = clock.now();
  try {
    const transactionId = await placeCall(to);
    const result = resultOf(await recordsOf(transactionId, services));
    log[result === 'answered' ? 'info' : 'warn']('canary-called', {
      transactionId,
      outcome: result,
      milliseconds: clock.now() - began,
    });
    return result;
  } catch (error) {
    log.error('canary-not-placed', error);
    return 'notPlaced';
  }
}

/** All there are when the call has ended; after the longest time, what there is. */
async function recordsOf(transactionId: string, services: CanaryServices): Promise<readonly CallRecord[]> {
  const { records, clock, timers, log } = services;
  const deadline = clock.now() + longestCallMs;
  for (;;) {
    await new Promise<void>((resolve) => timers.after(lookEveryMs, resolve));
    const isLast = clock.now() >= deadline;
    try {
      const found = (await records.ofCall(transactionId))?.records ?? [];
      if (isLast || found.some(({ event }) => event === 'HANGUP')) return found;
    } catch (error) {
      log.error('canary-records-not-read', error, { transactionId });
      if (isLast) return [];
    }
  }
}

function resultOf(records: readonly CallRecord[]): CanaryResult {
  const kinds = new Set(records.flatMap(({ happenings }) => happenings.map(({ kind }) => kind)));
  if (kinds.has('attemptBegan')) return 'putThrough';
  return kinds.has('callbackAsked') ? 'answered' : 'notAnswered';
}
