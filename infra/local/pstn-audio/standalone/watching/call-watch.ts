import type { ParticipantTag } from '../../../../../shared/contracts/sma-event.ts';
import type { Clock } from '../../../../../shared/ports/clock.ts';
import type { FunctionLogLine } from '../../../functions/functions-host.ts';
import type { PstnAudioObserver } from '../../service/trace.ts';
import type { SipTrace } from '../../sip/user-agent.ts';
import { callTags } from './call-tags.ts';
import { ExpectedLegs } from './expected-legs.ts';
import { summarizeSip, type SipSummary } from './sip-summary.ts';
import type { CallNews, CallWatcher, FunctionFailure, WatchedCall } from './watched-call.ts';

/** So long a call is remembered after its last message: a BYE may be sent again for 32 s (RFC 3261 §17.1.2.2). */
const rememberedMilliseconds = 60_000;

interface KnownCall extends WatchedCall {
  transactionId: string | undefined;
  /** Whom its first INVITE was for. */
  readonly dialled: string | undefined;
  /** SIP Call-IDs of its legs. */
  readonly legs: Map<string, ParticipantTag>;
  readonly requestIds: string[];
  lastSeenAt: number;
}

/** News without their time and call, which are put to them here. */
type Unplaced<News> = News extends CallNews ? Omit<News, 'at' | 'call'> : never;

/** Puts together what SIP, invocations, actions and logs tell, call by call, and hands it to those who watch. */
export class CallWatch implements Required<Omit<PstnAudioObserver, 'onRtp'>> {
  readonly #clock: Clock;
  readonly #watchers: readonly CallWatcher[];
  readonly #nextTag = callTags();
  readonly #expected = new ExpectedLegs();
  readonly #bySipCallId = new Map<string, KnownCall>();
  readonly #byTransaction = new Map<string, KnownCall>();
  readonly #byRequestId = new Map<string, KnownCall>();
  readonly #calls = new Set<KnownCall>();

  constructor(clock: Clock, watchers: readonly CallWatcher[]) {
    this.#clock = clock;
    this.#watchers = watchers;
  }

  /** Calls that are remembered. */
  get size(): number {
    return this.#calls.size;
  }

  onSip(trace: SipTrace): void {
    const summary = summarizeSip(trace.message);
    if (summary === undefined) return;
    const call = this.#bySipCallId.get(summary.callId) ?? this.#newLeg(trace, summary);
    const leg = call?.legs.get(summary.callId);
    this.#tell({ kind: 'sip', call, leg, trace, summary });
  }

  onLeg(trace: Parameters<NonNullable<PstnAudioObserver['onLeg']>>[0]): void {
    const { transactionId, sipCallId, tag } = trace;
    const bySip = sipCallId === undefined ? undefined : this.#bySipCallId.get(sipCallId);
    const call = this.#byTransaction.get(transactionId) ?? bySip ?? this.#newCall();
    call.transactionId = transactionId;
    this.#byTransaction.set(transactionId, call);
    if (sipCallId !== undefined) {
      call.legs.set(sipCallId, tag);
      this.#bySipCallId.set(sipCallId, call);
    }
    this.#tell({ kind: 'leg', call, trace });
  }

  onInvocation(trace: Parameters<NonNullable<PstnAudioObserver['onInvocation']>>[0]): void {
    this.#expected.note(trace);
    this.#tell({ kind: 'invocation', call: this.#callOf(trace.transactionId), trace });
  }

  onAction(trace: Parameters<NonNullable<PstnAudioObserver['onAction']>>[0]): void {
    this.#tell({ kind: 'action', call: this.#callOf(trace.transactionId), trace });
  }

  onCallEnded({ transactionId }: Parameters<NonNullable<PstnAudioObserver['onCallEnded']>>[0]): void {
    const call = this.#callOf(transactionId);
    this.#expected.forget(transactionId);
    this.#byTransaction.delete(transactionId);
    for (const requestId of call.requestIds) this.#byRequestId.delete(requestId);
    this.#tell({ kind: 'ended', call });
  }

  /** A function is about to be invoked for a call: its log lines come under this request id. */
  onRequest(requestId: string, transactionId: string): void {
    const call = this.#callOf(transactionId);
    call.requestIds.push(requestId);
    this.#byRequestId.set(requestId, call);
  }

  onFunctionFailed(failure: FunctionFailure): void {
    const call = this.#byRequestId.get(failure.requestId);
    if (call !== undefined) this.#tell({ kind: 'functionFailed', call, failure });
  }

  onLog(line: FunctionLogLine): void {
    this.#tell({ kind: 'log', call: this.#byRequestId.get(line.requestId), line });
  }

  #tell(news: Unplaced<CallNews> & { readonly call: KnownCall | undefined }): void {
    const at = this.#clock.now();
    if (news.call !== undefined) news.call.lastSeenAt = at;
    // The parts of the union stay together: only the time has been added.
    for (const watcher of this.#watchers) watcher({ at, ...news } as CallNews);
  }

  /** An INVITE begins a call, or a leg of one; anything else that is not known belongs to none. */
  #newLeg({ direction }: SipTrace, summary: SipSummary): KnownCall | undefined {
    if (summary.kind !== 'request' || summary.method !== 'INVITE' || !summary.isFirst) return undefined;
    const expectedBy = direction === 'out' ? this.#expected.take(summary.to) : undefined;
    const known = expectedBy === undefined ? undefined : this.#byTransaction.get(expectedBy);
    const trunkCall = direction === 'out' && known === undefined ? this.#trunkCallTo(summary.to) : undefined;
    const call = known ?? trunkCall ?? this.#newCall(summary.to);
    this.#bySipCallId.set(summary.callId, call);
    call.legs.set(summary.callId, call.legs.size === 0 ? 'LEG-A' : 'LEG-B');
    return call;
  }

  /** A call that a Voice Connector passes on has no function, and goes to the number that was dialled. */
  #trunkCallTo(user: string): KnownCall | undefined {
    const fits = (call: KnownCall): boolean => call.transactionId === undefined && call.dialled === user;
    return [...this.#calls].findLast((call) => fits(call) && call.legs.size === 1);
  }

  #callOf(transactionId: string): KnownCall {
    const known = this.#byTransaction.get(transactionId);
    if (known !== undefined) return known;
    const call = this.#newCall();
    call.transactionId = transactionId;
    this.#byTransaction.set(transactionId, call);
    return call;
  }

  #newCall(dialled?: string): KnownCall {
    this.#forgetOld();
    const now = this.#clock.now();
    const call: KnownCall = {
      tag: this.#nextTag(),
      startedAt: now,
      lastSeenAt: now,
      transactionId: undefined,
      dialled,
      legs: new Map(),
      requestIds: [],
    };
    this.#calls.add(call);
    return call;
  }

  /** Oldest first; those that are under way stay, however long they are silent. */
  #forgetOld(): void {
    for (const call of this.#calls) {
      const isUnderWay = call.transactionId !== undefined && this.#byTransaction.has(call.transactionId);
      if (isUnderWay) continue;
      if (call.lastSeenAt > this.#clock.now() - rememberedMilliseconds) return;
      this.#calls.delete(call);
      for (const callId of call.legs.keys()) this.#bySipCallId.delete(callId);
    }
  }
}
