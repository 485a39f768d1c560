import type { ParticipantTag } from '../../../../../shared/contracts/sma-event.ts';
import type { Clock } from '../../../../../shared/ports/clock.ts';
import type { FunctionLogLine } from '../../../functions/functions-host.ts';
import type {
  ActionTrace,
  CallTrace,
  InvocationTrace,
  InviteTrace,
  KeyTrace,
  LegTrace,
  NoteTrace,
  PstnAudioObserver,
} from '../../service/trace.ts';
import type { SipTrace } from '../../sip/user-agent.ts';
import { callTags } from './call-tags.ts';
import { isInvite, SipCalls, type SipSide } from './sip-calls.ts';
import { summarizeSip, type SipSummary } from './sip-summary.ts';
import type { CallNews, CallWatcher, WatchedCall } from './watched-call.ts';

/** So long a call is remembered after its last message: a BYE may be sent again for 32 s (RFC 3261 §17.1.2.2). */
const rememberedMilliseconds = 60_000;

interface KnownCall extends WatchedCall {
  transactionId: string | undefined;
  /** By SIP Call-ID. */
  readonly legs: Map<string, ParticipantTag>;
  readonly requestIds: string[];
  lastSeenAt: number;
}

/** News without their time and call, which are put to them here. */
type Unplaced<News> = News extends CallNews ? Omit<News, 'at' | 'call'> : never;

interface SipNews {
  readonly trace: SipTrace;
  readonly summary: SipSummary;
}

/** Puts together what SIP, invocations, actions and logs tell, call by call, and hands it to those who watch. */
export class CallWatch implements Required<Omit<PstnAudioObserver, 'onRtp'>> {
  readonly #clock: Clock;
  readonly #watchers: readonly CallWatcher[];
  readonly #nextTag = callTags();
  readonly #sipCalls = new SipCalls<KnownCall>();
  readonly #byTransaction = new Map<string, KnownCall>();
  readonly #byRequestId = new Map<string, KnownCall>();
  readonly #calls = new Set<KnownCall>();
  /** An INVITE that has just gone out: whose it is, is told next. */
  #unclaimed: SipNews | undefined;

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
    this.#tellUnclaimed();
    const known = this.#sipCalls.of(trace.direction, summary);
    const isNew = known === undefined && isInvite(summary);
    if (isNew && trace.direction === 'out') this.#unclaimed = { trace, summary };
    else this.#tellSip({ trace, summary }, isNew ? this.#newSipCall(summary) : known);
  }

  onInvite({ transactionId, tag, sipCallId }: InviteTrace): void {
    const call = this.#callOf(transactionId);
    this.#addLeg(call, tag, { callId: sipCallId, side: 'caller', fromTag: this.#unclaimed?.summary.fromTag });
    this.#tellUnclaimed();
  }

  onLeg(trace: LegTrace): void {
    const { transactionId, sipCallId, tag, direction } = trace;
    const side = direction === 'Inbound' ? 'callee' : 'caller';
    const bySip = sipCallId === undefined ? undefined : this.#sipCalls.at(sipCallId, side);
    const call = this.#byTransaction.get(transactionId) ?? bySip ?? this.#newCall();
    call.transactionId = transactionId;
    this.#byTransaction.set(transactionId, call);
    if (sipCallId !== undefined) this.#addLeg(call, tag, { callId: sipCallId, side });
    this.#tell({ kind: 'leg', call, trace });
  }

  onInvocation(trace: InvocationTrace): void {
    this.#tell({ kind: 'invocation', call: this.#callOf(trace.transactionId), trace });
  }

  onAction(trace: ActionTrace): void {
    this.#tell({ kind: 'action', call: this.#callOf(trace.transactionId), trace });
  }

  onKey(trace: KeyTrace): void {
    this.#tell({ kind: 'key', call: this.#callOf(trace.transactionId), trace });
  }

  onNote(trace: NoteTrace): void {
    this.#tell({ kind: 'note', call: this.#callOf(trace.transactionId), trace });
  }

  onCallEnded({ transactionId }: CallTrace): void {
    const call = this.#callOf(transactionId);
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

  onLog(line: FunctionLogLine): void {
    this.#tell({ kind: 'log', call: this.#byRequestId.get(line.requestId), line });
  }

  #tell(news: Unplaced<CallNews> & { readonly call: KnownCall | undefined }): void {
    const at = this.#clock.now();
    if (news.call !== undefined) news.call.lastSeenAt = at;
    // The parts of the union stay together: only the time has been added.
    for (const watcher of this.#watchers) watcher({ at, ...news } as CallNews);
  }

  #tellSip({ trace, summary }: SipNews, call: KnownCall | undefined): void {
    this.#tell({ kind: 'sip', call, leg: call?.legs.get(summary.callId), trace, summary });
  }

  #tellUnclaimed(): void {
    const news = this.#unclaimed;
    this.#unclaimed = undefined;
    if (news !== undefined) this.#tellSip(news, this.#sipCalls.of('out', news.summary));
  }

  /** An INVITE that comes in begins a call. */
  #newSipCall({ callId, fromTag }: SipSummary): KnownCall {
    const call = this.#newCall();
    this.#addLeg(call, 'LEG-A', { callId, side: 'callee', fromTag });
    return call;
  }

  #addLeg(call: KnownCall, tag: ParticipantTag, leg: SipSide): void {
    call.legs.set(leg.callId, tag);
    this.#sipCalls.add(leg, call);
  }

  #callOf(transactionId: string): KnownCall {
    const known = this.#byTransaction.get(transactionId);
    if (known !== undefined) return known;
    const call = this.#newCall();
    call.transactionId = transactionId;
    this.#byTransaction.set(transactionId, call);
    return call;
  }

  #newCall(): KnownCall {
    this.#forgetOld();
    const now = this.#clock.now();
    const call: KnownCall = {
      tag: this.#nextTag(),
      startedAt: now,
      lastSeenAt: now,
      transactionId: undefined,
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
      this.#sipCalls.forget(call, call.legs.keys());
    }
  }
}
