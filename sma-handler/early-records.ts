import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { readUserToUser } from '../shared/contracts/user-to-user.ts';
import { parseCallContextId } from '../shared/domain/call-context-id.ts';
import type { CallRecord } from '../shared/domain/call-flow/call-record.ts';
import type { CallRecordStore } from '../shared/ports/call-record-store.ts';
import { withinTime } from '../shared/within-time.ts';
import { unpacked, type RecordServices } from './bookkeeping.ts';
import type { CallState } from './call-state.ts';
import { describe, type Invocation } from './invocation.ts';
import { leg } from './legs.ts';
import { recordOf } from './records/record-of.ts';
import { recordsOfCall } from './records/pending-record.ts';
import { earlyRecordsBudgetMs, earlyRecordsGraceMs } from './time-limits.ts';
import { readRecords } from './transaction-attributes.ts';

type Store = Pick<CallRecordStore, 'begin' | 'put'>;
/** Whether what waited to be written is. */
type Work = (signal: AbortSignal, store: Store) => Promise<boolean>;

/**
 * What is written down while the answer is being prepared, in invocations that ask another service anyway: that a call has begun,
 * beside the claim of its context, and what led a caller into a meeting, beside the invitation of advisers. So whoever looks at the
 * calls under way sees them before anybody has answered, and no caller waits for one request more. It is best effort: what could
 * not be written goes on waiting in TransactionAttributes.
 */
export class EarlyRecords {
  readonly #services: RecordServices;
  readonly #invocation: Invocation;
  readonly #given = new AbortController();
  readonly #written: Promise<boolean>;

  constructor(before: CallState, invocation: Invocation, services: RecordServices) {
    this.#services = services;
    this.#invocation = invocation;
    const { callRecords } = services;
    const work = callRecords === undefined ? undefined : workFor(before, invocation.event, services);
    this.#written =
      work === undefined || callRecords === undefined
        ? Promise.resolve(false)
        : this.#done(work(this.#given.signal, callRecords));
  }

  /** Waits for it, as long as the answer may wait; then nothing of it runs on. @returns whether what waited is written. */
  async settled(): Promise<boolean> {
    const { clock, timers } = this.#services;
    const left = this.#invocation.time.began + earlyRecordsBudgetMs - clock.now();
    const written = await withinTime(timers, Math.max(earlyRecordsGraceMs, left), this.#written);
    this.#given.abort();
    return written.kind === 'inTime' && written.value;
  }

  async #done(work: Promise<boolean>): Promise<boolean> {
    try {
      return await work;
    } catch (error) {
      if (!this.#given.signal.aborted)
        this.#services.log.error('records-not-written', error, describe(this.#invocation.event));
      return false;
    }
  }
}

function workFor(before: CallState, event: SmaEvent, { clock }: RecordServices): Work | undefined {
  if (event.InvocationEventType === 'NEW_INBOUND_CALL')
    return async (signal, store) => {
      for (const record of beginningOf(before, event, clock)) await store.begin(record, { signal });
      return false;
    };
  const packed = readRecords(event.CallDetails.TransactionAttributes);
  if (packed === '' || !entersMeeting(before, event)) return undefined;
  return async (signal, store) => {
    const waiting = recordsOfCall(event, await unpacked(packed));
    if (waiting.length > 0) await store.put(waiting, undefined, { signal });
    return true;
  };
}

/** Advisers are to be told next. */
function entersMeeting(before: CallState, { InvocationEventType: type, ActionData }: SmaEvent): boolean {
  return (
    before.phase === 'trying' &&
    before.current.kind === 'meeting' &&
    type === 'ACTION_SUCCESSFUL' &&
    ActionData?.Type === 'JoinChimeMeeting'
  );
}

/** The context's id as it came: whether it is to be believed is told by the record that takes the place of this one. */
function beginningOf(before: CallState, event: SmaEvent, clock: RecordServices['clock']): readonly CallRecord[] {
  const pending = recordOf({ event, before, after: before, actions: [], happenings: [], at: clock.now(), tookMs: 0 });
  const read = readUserToUser(leg(event, 'LEG-A')?.SipHeaders);
  const shown = read.kind !== 'absent' && read.kind !== 'malformed' ? read.clientSessionId : undefined;
  const contextId = shown === undefined || parseCallContextId(shown) === undefined ? {} : { contextId: shown };
  return recordsOfCall(event, [{ ...pending, ...contextId }]);
}
