import type { ParticipantTag } from '../../../../shared/contracts/sma-event.ts';
import { bridgeAudio } from '../media/bridge.ts';
import type { RtpEndpoint } from '../media/rtp-endpoint.ts';
import { ActionList, type FinishedAction } from './action-list.ts';
import type { ActionResult } from './action-result.ts';
import { startAction } from './actions/start-action.ts';
import { ArmedDigits } from './armed-digits.ts';
import { CallRecordings } from './call-recordings.ts';
import type { CallControl, ServiceParts } from './call-control.ts';
import type { Invoker } from './invocation/invoker.ts';
import { callIdIn, isForInformation, type Happening, type Opening } from './invocation/invocation-event.ts';
import { isMeeting, type FirstLeg, type Leg } from './legs/leg.ts';
import { Queue } from './queue.ts';
import { resultOfAction } from './result-of-action.ts';
import { announceLeg, type PstnAudioObserver } from './trace.ts';

type Arguments = Readonly<Record<string, string>>;

/** What comes up in a call, told one after another. */
type Occurrence =
  | { readonly kind: 'actionFinished'; readonly finished: FinishedAction }
  | { readonly kind: 'digitsReceived'; readonly parameters: ActionResult['parameters']; readonly digits: string }
  | { readonly kind: 'updateRequested'; readonly arguments: Arguments }
  | { readonly kind: 'ringing' | 'answered' | 'unhandled' }
  | { readonly kind: 'legEnded'; readonly leg: Leg; readonly sipResponseCode: number };

export interface TransactionOptions {
  readonly parts: ServiceParts;
  readonly caller: FirstLeg;
  readonly invoker: Invoker;
  /** What the function is told first. */
  readonly opening: Opening;
  readonly observer: PstnAudioObserver;
  /** Milliseconds on a clock that never goes back. */
  readonly stopwatch: () => number;
  /** The function has been told of the call, and did not fail at it. */
  readonly onOpened?: () => void;
  /** How actions are carried out; default: as they are. */
  readonly startAction?: typeof startAction;
}

/** An inbound call that nothing is done with is ended after 30 s (Amazon Chime SDK developer guide, case-1). */
const unhandledAfterMs = 30_000;
/** "Unavailable" is what the guide ends calls with whose function cannot be had (timeouts). */
const unavailable = 480;

/**
 * One call at PSTN Audio: tells its function what happens, one event at a time, and carries out what it answers.
 *
 * An action list runs in order. A new list replaces all that has not begun, and cuts short what can be interrupted; that holds
 * for an update of the call (update-sip-call), and here for digits and for a HANGUP too, for which no page says otherwise. An
 * empty one lets the rest of the old list go on (as the authors of AWS's workshop describe) and hangs nobody up. A failed action
 * drops the rest of its list. When the last leg has ended and its HANGUP has been told, the transaction is over.
 */
export class Transaction implements CallControl {
  readonly parts: ServiceParts;
  readonly caller: FirstLeg;
  readonly armedDigits = new ArmedDigits();
  readonly callRecordings = new CallRecordings();
  readonly #options: TransactionOptions;
  readonly #actions: ActionList;
  readonly #occurrences = new Queue<Occurrence>();
  readonly #legs: Leg[] = [];
  /** Legs that our own Hangup ended while another lived, where ACTION_SUCCESSFUL tells it and no HANGUP does. */
  readonly #endedByAction = new Set<Leg>();
  readonly #recordingsStopped: Promise<void>[] = [];
  #invokedLeg: Leg | undefined;
  #endsToCome = 0;
  /** Legs that have ended while what runs on them has not: their end is told soon. */
  #leaving = 0;
  /** The function could not be had in mid-call: only HANGUP is told from now on. */
  #isGivenUp = false;
  /** An event is being told whose answer the list need not wait for. */
  #goesOnMeanwhile = false;

  constructor(options: TransactionOptions) {
    const { parts, caller, observer, stopwatch } = options;
    this.parts = parts;
    this.caller = caller;
    this.#options = options;
    this.#actions = new ActionList({
      control: this,
      startAction: options.startAction ?? startAction,
      observer,
      stopwatch,
      onFinished: (finished) => this.#finished(finished),
      onHungUp: (leg) => {
        const isToldByAction = parts.behavior.HangupOfOneLeg === 'ActionSuccessful' || isMeeting(leg);
        if (isToldByAction && this.#anyoneConnected) this.#endedByAction.add(leg);
      },
    });
    this.#keep(caller);
  }

  get transactionId(): string {
    return this.#options.invoker.transactionId;
  }

  get awsRegion(): string {
    return this.#options.invoker.application.awsRegion;
  }

  get sipMediaApplicationId(): string {
    return this.#options.invoker.application.sipMediaApplicationId;
  }

  get legs(): readonly Leg[] {
    return this.#legs;
  }

  get invokedLeg(): Leg | undefined {
    return this.#invokedLeg;
  }

  addLeg(leg: Leg): void {
    announceLeg(this.transactionId, leg, this.#options.observer);
    this.#keep(leg);
    this.#showKeys(leg);
  }

  inviteSent(tag: ParticipantTag, sipCallId: string): void {
    this.#options.observer.onInvite?.({ transactionId: this.transactionId, tag, sipCallId });
  }

  note(note: string): void {
    this.#options.observer.onNote?.({ transactionId: this.transactionId, note });
  }

  bridge(a: RtpEndpoint, b: RtpEndpoint): void {
    bridgeAudio(a, b);
  }

  digitsReceived(parameters: Readonly<Record<string, unknown>>, digits: string): void {
    this.#occurrences.push({ kind: 'digitsReceived', parameters, digits });
  }

  /** CALL_UPDATE_REQUESTED, in its turn. False when the call is over. */
  update(given: Arguments): boolean {
    if (!this.#anyoneConnected) return false;
    this.#occurrences.push({ kind: 'updateRequested', arguments: given });
    return true;
  }

  /** A call that was placed: the far end rings, or has answered. */
  progressed(kind: 'ringing' | 'answered'): void {
    this.#occurrences.push({ kind });
  }

  /** Runs the call to its end. `unavailable`: the function could not be had for the first event, and another may be tried. */
  async run(): Promise<'over' | 'unavailable'> {
    const { opening, invoker, onOpened } = this.#options;
    const reply = await invoker.tell(opening, this.#legs, false, () => this.#allowsActions(opening));
    if (reply.kind === 'unavailable') return 'unavailable';
    this.#showKeys(this.caller);
    if (reply.kind === 'spent') this.#giveUp();
    else {
      this.#take(opening, reply.actions);
      onOpened?.();
    }
    while (this.#endsToCome > 0 || this.#actions.isRunning) await this.#step();
    this.armedDigits.disarmAll();
    await Promise.allSettled([...this.#recordingsStopped, this.callRecordings.stopAll()]);
    return 'over';
  }

  /** Hangs up whoever is still there. */
  end(sipResponseCode: number): void {
    this.#actions.drop();
    for (const leg of this.#legs) leg.hangUp(sipResponseCode);
  }

  /** A function that cannot be had in mid-call ends this call; another Region's is for new calls only. */
  #giveUp(): void {
    this.#isGivenUp = true;
    this.end(unavailable);
  }

  get #anyoneConnected(): boolean {
    return this.#legs.some(({ connected }) => connected);
  }

  #keep(leg: Leg): void {
    this.#legs.push(leg);
    this.#endsToCome += 1;
    void leg.ended.then(async (sipResponseCode) => {
      const { callId } = leg.description;
      this.armedDigits.disarm(callId);
      const recording = this.callRecordings.of(callId);
      if (recording !== undefined) this.#recordingsStopped.push(recording.stop().catch(() => undefined));
      // What runs on the leg is cut off first: handlers see it end with the leg disconnected, then HANGUP.
      this.#leaving += 1;
      await this.#actions.abandon(leg);
      this.#leaving -= 1;
      this.#occurrences.push({ kind: 'legEnded', leg, sipResponseCode });
    });
  }

  /** Whoever watches sees the keys that are pressed, whether or not an action waits for them. */
  #showKeys({ audio, description: { tag } }: Leg): void {
    const { observer } = this.#options;
    if (observer.onKey === undefined) return;
    const { transactionId } = this;
    audio?.listen({ frame: () => undefined, digit: (key) => observer.onKey?.({ transactionId, tag, key }) });
  }

  async #step(): Promise<void> {
    // What has happened is told before anything new begins: nobody rings a party for a caller who has left.
    if (this.#occurrences.isEmpty && this.#leaving === 0) this.#startNext();
    const happening = this.#happeningOf(await this.#nextOccurrence());
    if (happening !== undefined && (!this.#isGivenUp || happening.type === 'HANGUP')) await this.#tell(happening);
  }

  #startNext(): void {
    if (this.#anyoneConnected) this.#actions.startNext();
    else this.#actions.drop();
  }

  async #nextOccurrence(): Promise<Occurrence> {
    const waits = this.caller.unanswered === true && this.caller.description.direction === 'Inbound';
    const unhandled =
      waits && this.#actions.isIdle
        ? this.parts.timers.after(unhandledAfterMs, () => this.#occurrences.push({ kind: 'unhandled' }))
        : undefined;
    const occurrence = await this.#occurrences.next();
    unhandled?.cancel();
    return occurrence;
  }

  async #tell(happening: Happening): Promise<void> {
    // A reply to HANGUP is used only while another participant is there (pstn-invocations).
    const isLast = happening.type === 'HANGUP' && !this.#anyoneConnected;
    this.#goesOnMeanwhile = happening.type === 'DIGITS_RECEIVED' || happening.type === 'CALL_UPDATE_REQUESTED';
    const allowsActions = (): boolean => this.#allowsActions(happening);
    const reply = await this.#options.invoker.tell(happening, this.#legs, isLast, allowsActions);
    this.#goesOnMeanwhile = false;
    if (reply.kind === 'actions') this.#take(happening, reply.actions);
    else this.#giveUp();
  }

  /** Does with the function's actions what the event allows. */
  #take(happening: Happening, actions: Parameters<ActionList['replace']>[0] | undefined): void {
    if (actions === undefined || actions.length === 0 || !this.#allowsActions(happening)) return;
    const callId = callIdIn(happening);
    // Nothing can be played to a meeting, or pressed in it: whoever is on the telephone is meant.
    this.#invokedLeg = this.#legs.find((leg) => leg.description.callId === callId && !isMeeting(leg));
    this.#actions.replace(actions);
  }

  #allowsActions({ type }: Happening): boolean {
    if (isForInformation(type)) return false;
    // Nothing can be done with whoever is still being called: a Hangup was seen to have no effect before the answer.
    if (this.caller.description.direction === 'Outbound' && this.caller.unanswered === true) return false;
    return this.#anyoneConnected;
  }

  /** An action is over. In the middle of a list and of a telling that it need not wait for, the next begins at once. */
  #finished(finished: FinishedAction): void {
    const isSilent = this.#goesOnMeanwhile && this.#resultOf(finished) === undefined;
    if (!isSilent || !this.#occurrences.isEmpty) this.#occurrences.push({ kind: 'actionFinished', finished });
    else {
      this.#actions.clear();
      this.#startNext();
    }
  }

  #resultOf(finished: FinishedAction): Happening | undefined {
    const { behavior } = this.parts;
    const { hasMore } = this.#actions;
    return resultOfAction(finished, { hasMore, anyoneConnected: this.#anyoneConnected, behavior });
  }

  /** What the function is told of it, if anything. */
  #happeningOf(occurrence: Occurrence): Happening | undefined {
    switch (occurrence.kind) {
      case 'actionFinished': {
        const { finished } = occurrence;
        this.#actions.clear();
        if (finished.result.kind === 'failed') this.#actions.dropRestOf(finished);
        return this.#resultOf(finished);
      }
      case 'digitsReceived':
        return this.#anyoneConnected ? { type: 'DIGITS_RECEIVED', ...occurrence } : undefined;
      case 'updateRequested':
        return this.#anyoneConnected ? { type: 'CALL_UPDATE_REQUESTED', arguments: occurrence.arguments } : undefined;
      case 'ringing':
        return { type: 'RINGING' };
      case 'answered':
        return { type: 'CALL_ANSWERED' };
      case 'unhandled':
        this.end(unavailable);
        return undefined;
      case 'legEnded': {
        this.#endsToCome -= 1;
        const { leg, sipResponseCode } = occurrence;
        return this.#endedByAction.has(leg) ? undefined : { type: 'HANGUP', leg, sipResponseCode };
      }
    }
  }
}
