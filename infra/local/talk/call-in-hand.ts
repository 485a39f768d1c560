import type { Timers } from '../../../shared/ports/timers.ts';
import type { PlacedCall } from '../alexa/device/device.ts';
import type { Conversation } from '../contact-center/conversation.ts';
import type { FunctionLogLine } from '../functions/functions-host.ts';
import type { PhoneCall } from '../phone/phone-call.ts';
import type { RingingCall } from '../phone/soft-phone.ts';
import type { PstnAudio } from '../pstn-audio/service/pstn-audio.ts';
import type { PstnAudioObserver } from '../pstn-audio/service/trace.ts';
import { CallNews } from './call-news.ts';
import { Changes } from './changes.ts';
import type { Happening, Tell } from './happening.ts';
import type { Situation } from './typed.ts';

export interface CallInHandOptions {
  readonly timers: Timers;
  readonly tell: Tell;
  /** What the caller's telephones say, in Hz. */
  readonly callersVoiceHz: number;
}

/** What calls go through. */
export type CallService = Pick<PstnAudio, 'idle' | 'connectedLegs'>;

type Hand =
  | { readonly situation: 'free' }
  | { readonly situation: 'calling'; readonly placed: PlacedCall }
  | { readonly situation: 'ringing'; readonly ringing: RingingCall }
  | { readonly situation: 'connected'; readonly call: PhoneCall };
type EndedBy = Extract<Happening, { type: 'callOver' }>['endedBy'];

/** How long anything of a call may take before it counts as not happening: a telephone that nobody answers rings for 20 s. */
const patienceMs = 60_000;
/** How long the end of a call may take. */
const endingMs = 4000;
/** A call is at rest when nothing has happened for so long; after keys, which are to have an effect, somewhat longer. */
const restMs = 300;
const restAfterKeysMs = 1500;
const busyHere = 486;

/**
 * The one call that the person has to do with, of the Echo or of their own telephone.
 *
 *   free ── the Echo places a call ──► calling ── answered ──► connected ── either side hangs up ──► free
 *     └──── the own telephone rings ──► ringing ── "answer" ─────────┘
 */
export class CallInHand {
  readonly #tell: Tell;
  readonly #changes: Changes;
  readonly #news: CallNews;
  #service: CallService | undefined;
  #hand: Hand = { situation: 'free' };

  constructor({ timers, tell, callersVoiceHz }: CallInHandOptions) {
    this.#tell = tell;
    this.#changes = new Changes(timers);
    this.#news = new CallNews({ timers, changes: this.#changes, tell, callersVoiceHz });
  }

  get situation(): Situation {
    return this.#hand.situation;
  }

  /** To be told before the first call. */
  goThrough(service: CallService): void {
    this.#service = service;
  }

  /** For the local cloud's `onCall`. */
  readonly onCall = (placed: PlacedCall): void => {
    this.#tell({ type: 'callPlaced', to: placed.requestUri.replace(/^sip:/u, '') });
    this.#take({ situation: 'calling', placed });
    void placed.outcome.then((outcome) => {
      if (outcome.kind === 'connected') this.#connect(outcome.call);
      else if (outcome.because === 'cancelled') void this.#over('you');
      else void this.#over('nobody', outcome.because);
    });
  };

  /** For the person's own telephone. */
  readonly onRing = (ringing: RingingCall): void => {
    // It has one line.
    if (this.#hand.situation !== 'free') return ringing.decline(busyHere);
    this.#tell({ type: 'phoneRings' });
    this.#take({ situation: 'ringing', ringing });
    void ringing.ended.then(() => (this.#hand.situation === 'ringing' ? this.#over('nobody') : undefined));
  };

  /** For the local cloud's `onConversation`. */
  readonly onConversation = (conversation: Conversation): void => {
    const connected = this.#changes.until(() => this.#hand.situation !== 'calling', patienceMs);
    const call = connected.then(() => (this.#hand.situation === 'connected' ? this.#hand.call : undefined));
    void this.#news.onConversation(conversation, call);
    this.#changes.note();
  };

  /** For the local cloud's `observer`. */
  readonly observer: PstnAudioObserver = {
    onAction: (trace) => {
      this.#news.onAction(trace);
      this.#changes.note();
    },
    onInvocation: () => this.#changes.note(),
    onKey: () => this.#changes.note(),
  };

  /** For the local cloud's `onLog`. */
  readonly onLog = (line: FunctionLogLine): void => this.#news.onLog(line);

  /** Picks up the telephone that rings. */
  async answer(): Promise<void> {
    if (this.#hand.situation !== 'ringing') return;
    const call = await this.#hand.ringing.answer();
    // Otherwise the ringing has ended, which is told by itself.
    if (call !== undefined) this.#connect(call);
  }

  /** Presses keys, as soon as a question can be heard where one is asked. A telephone that rings is picked up, and asks first. */
  async press(keys: string): Promise<'pressed' | 'nobodyThere'> {
    if (this.#hand.situation === 'ringing') {
      await this.answer();
      await this.#changes.until(() => this.#news.asksForKeys || this.#hand.situation === 'free', patienceMs);
    }
    if (this.#hand.situation !== 'connected') return 'nobodyThere';
    const { call } = this.#hand;
    if (this.#news.asksForKeys && !(await call.hearsSound())) return 'nobodyThere';
    this.#news.keysPressed();
    this.#tell({ type: 'pressed', keys });
    await call.press(keys);
    await this.#rest(restAfterKeysMs);
    return 'pressed';
  }

  /** Ends whatever there is, and waits until nothing is left of it, for 4 seconds at most. */
  async hangUp(): Promise<void> {
    const hand = this.#hand;
    if (hand.situation === 'calling') hand.placed.hangUp();
    if (hand.situation === 'ringing') hand.ringing.decline(busyHere);
    if (hand.situation === 'connected') hand.call.hangUp();
    await this.#changes.until(() => this.#hand.situation === 'free', endingMs);
  }

  /** Whoever has answered puts the receiver down. @returns false when nobody has. */
  otherSideHangsUp(): boolean {
    const { conversation } = this.#news;
    conversation?.hangUp();
    return conversation !== undefined;
  }

  /**
   * Resolves when the person can do something next: there is no call, their telephone rings, they are asked for keys, or they talk
   * with somebody. Otherwise after a minute.
   */
  async settled(): Promise<void> {
    // A call that was ordered for the person's own telephone is under way before it rings there.
    await this.#idleOr(() => this.#hand.situation !== 'free', patienceMs);
    await this.#changes.until(() => this.#canBeActedOn, patienceMs);
    if (this.#hand.situation !== 'free') await this.#rest(restMs);
    // What has happened since may have begun something new.
    await this.#changes.until(() => this.#canBeActedOn, patienceMs);
  }

  get #canBeActedOn(): boolean {
    switch (this.#hand.situation) {
      case 'free':
      case 'ringing':
        return true;
      case 'calling':
        return false;
      case 'connected':
        return this.#news.asksForKeys || this.#news.isTalking;
    }
  }

  /** No call is left, or it has become so in the meantime. */
  async #idleOr(isSo: () => boolean, atMostMs: number): Promise<void> {
    let isIdle = this.#service === undefined;
    void this.#service?.idle().then(() => {
      isIdle = true;
      this.#changes.note();
    });
    await this.#changes.until(() => isIdle || isSo(), atMostMs);
  }

  async #rest(milliseconds: number): Promise<void> {
    while (this.#hand.situation !== 'free' && (await this.#changes.within(milliseconds)) === 'changed');
  }

  #take(hand: Hand): void {
    this.#hand = hand;
    this.#changes.note();
  }

  #connect(call: PhoneCall): void {
    this.#take({ situation: 'connected', call });
    void call.ended.then(({ by }) => this.#over(by === 'local' ? 'you' : 'them'));
  }

  async #over(endedBy: EndedBy, because?: string): Promise<void> {
    await this.#idleOr(() => false, endingMs);
    this.#news.callOver();
    const legsLeft = this.#service?.connectedLegs ?? 0;
    this.#tell({ type: 'callOver', endedBy, ...(because === undefined ? {} : { because }), legsLeft });
    this.#take({ situation: 'free' });
  }
}
