import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { SipPeer } from '../../objects/sip-peer.ts';
import { audioAnswer, audioOffer, remoteAudio } from '../../sip/audio-session.ts';
import type { IncomingCall, OutgoingCall } from '../../sip/user-agent.ts';
import { ringPeers, type PeersRinging } from '../bridging/ring-peers.ts';
import { whyUnanswered } from '../bridging/why-unanswered.ts';
import type { ServiceParts } from '../call-control.ts';
import type { CallUnderWay } from '../calls-under-way.ts';
import { maxForwardsOf } from '../max-forwards.ts';
import type { PstnAudioObserver } from '../trace.ts';
import type { TrunkRoute } from './incoming-route.ts';
import { invitePeer } from './invite-peer.ts';
import { Talk } from './talk.ts';
import { statusFor } from './trunk-outcome.ts';
import { TrunkTrace } from './trunk-trace.ts';

/** How long a phone rings, all peers together, ms: no page says; about what carriers allow. */
const ringTime = 120_000;

/** A call that is passed on. No application has it, and no function is told of it. */
export interface TrunkCall extends CallUnderWay {
  /** Resolves when both sides have ended and their ports are free; never rejects. */
  readonly done: Promise<void>;
}

type Parts = Pick<ServiceParts, 'ids' | 'sip' | 'timers' | 'openAudio'>;

/**
 * Passes a call on as a back-to-back user agent, without any function: rings the route's peers in order, lets the two hear each
 * other from the first early media on, and ends both when either does. What the callee answers (busy, declined) the caller gets.
 * A hold is answered here and not passed on: nothing is sent to who holds, and the other side hears what the holder sends, if anything.
 */
export function runTrunkCall(
  call: IncomingCall,
  route: TrunkRoute,
  parts: Parts,
  observer: PstnAudioObserver = {},
): TrunkCall {
  const passed = new PassedCall(call, route, parts, new TrunkTrace(observer, parts.ids));
  return {
    done: passed.run(),
    get legs() {
      return passed.legs;
    },
    sipMediaApplicationId: undefined,
    transactionId: undefined,
    update: () => false,
    end: (sipResponseCode) => passed.end(sipResponseCode),
  };
}

class PassedCall {
  readonly #caller: IncomingCall;
  readonly #route: TrunkRoute;
  readonly #parts: Parts;
  readonly #trace: TrunkTrace;
  readonly #maxForwards: number;
  readonly #over = Promise.withResolvers<void>();
  #ringing: PeersRinging | undefined;
  #callee: OutgoingCall | undefined;
  #isOver = false;
  #isTalking = false;

  constructor(caller: IncomingCall, route: TrunkRoute, parts: Parts, trace: TrunkTrace) {
    this.#caller = caller;
    this.#route = route;
    this.#parts = parts;
    this.#trace = trace;
    this.#maxForwards = maxForwardsOf(caller.request) - 1;
    void caller.ended.then(() => this.#finish());
  }

  async run(): Promise<void> {
    this.#trace.came(this.#caller);
    // A request that has made its last hop goes no further (RFC 7332).
    if (this.#maxForwards < 1) this.#caller.reject(483);
    else await this.#pass();
    this.#trace.over();
  }

  get legs(): readonly { readonly connected: boolean }[] {
    return [{ connected: !this.#isOver }, ...(this.#callee === undefined ? [] : [{ connected: this.#isTalking }])];
  }

  /** A caller who still waits gets this code, 300 or more; 480 otherwise. */
  end(sipResponseCode: number): void {
    if (this.#isTalking) this.#caller.hangUp();
    else this.#caller.reject(sipResponseCode >= 300 ? sipResponseCode : 480);
    this.#finish();
  }

  #finish(): void {
    this.#isOver = true;
    this.#ringing?.giveUp();
    this.#over.resolve();
  }

  async #pass(): Promise<void> {
    const opened: RtpEndpoint[] = [];
    try {
      opened.push(await this.#parts.openAudio(), await this.#parts.openAudio());
      const [callerAudio, calleeAudio] = opened;
      if (callerAudio !== undefined && calleeAudio !== undefined) await this.#connect(callerAudio, calleeAudio);
    } catch {
      // No port for audio, say: the caller is told, and other calls go on.
      this.#caller.reject(500);
    } finally {
      this.#callee?.hangUp();
      this.#caller.hangUp();
      await Promise.all(opened.map((audio) => audio.close()));
      // An INVITE that was cancelled may yet be answered, and that answer wants its BYE.
      await this.#callee?.ended;
    }
  }

  async #connect(callerAudio: RtpEndpoint, calleeAudio: RtpEndpoint): Promise<void> {
    const offer = this.#caller.remoteSdp;
    // An INVITE may come without an offer: the 200 brings ours then, and the ACK the answer (RFC 3261 §13.2.1).
    const sdp = offer === undefined ? audioOffer(callerAudio.address) : audioAnswer(offer, callerAudio.address);
    if (sdp === undefined) return this.#caller.reject(488);
    const talk = new Talk(this.#caller, callerAudio, calleeAudio);
    const callee = await this.#ring(talk, sdp);
    if (callee === undefined) return;

    talk.begin(callee);
    this.#caller.answer(sdp);
    this.#trace.answered(callee);
    this.#isTalking = true;
    await Promise.race([this.#over.promise, callee.ended]);
    this.#isTalking = false;
  }

  /** Who has answered; undefined: nobody, and the caller, who may have left, has been told. */
  async #ring(talk: Talk, sdp: string): Promise<OutgoingCall | undefined> {
    if (this.#isOver) return undefined;
    const { peers, via } = this.#route;
    this.#ringing = ringPeers({
      peers,
      timeoutMs: ringTime,
      timers: this.#parts.timers,
      invite: (peer, onSign) => this.#invite(peer, { talk, sdp, onSign }),
      onOver: () => undefined,
    });
    const outcome = await this.#ringing.done;
    if (this.#isOver) return undefined;

    const why = whyUnanswered(via, outcome.tried);
    if (outcome.kind === 'unanswered') {
      this.#trace.note(why);
      this.#caller.reject(statusFor(outcome.tried.at(-1)?.outcome));
      return undefined;
    }
    if (outcome.tried.length > 0) this.#trace.note(`another route has answered: ${why}`);
    if (remoteAudio(outcome.sdp) !== undefined) return outcome.call;
    this.#trace.note(`${via}: it was answered without audio that is spoken here`);
    this.#caller.reject(488);
    return undefined;
  }

  #invite(
    peer: SipPeer,
    { talk, sdp, onSign }: { readonly talk: Talk; readonly sdp: string; readonly onSign: () => void },
  ): OutgoingCall | undefined {
    const { callee, callerId, headers } = this.#route;
    const call = invitePeer(this.#parts.sip, peer, {
      callee,
      callerId,
      headers,
      maxForwards: this.#maxForwards,
      sdp: audioOffer(talk.calleeAudio.address),
    });
    if (call === undefined) return undefined;
    this.#trace.rings(call);
    this.#callee = call;
    call.onProgress = (status, earlySdp) => {
      onSign();
      if (this.#isOver || this.#callee !== call) return;
      // Ringing as it comes; what is to be heard before anyone answers, as 183.
      if (remoteAudio(earlySdp) !== undefined) {
        talk.begin(call);
        this.#caller.progress(sdp);
      } else if (status === 180) this.#caller.ring();
    };
    return call;
  }
}
