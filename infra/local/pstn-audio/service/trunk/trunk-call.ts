import { followRemoteAudio } from '../../follow-remote-audio.ts';
import { bridgeAudio } from '../../media/bridge.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { SipPeer } from '../../objects/sip-peer.ts';
import { audioAnswer, audioOffer, remoteAudio } from '../../sip/audio-session.ts';
import { headerValue } from '../../sip/message/headers.ts';
import type { IncomingCall, OutgoingCall } from '../../sip/user-agent.ts';
import type { ServiceParts } from '../call-control.ts';
import type { CallUnderWay } from '../calls-under-way.ts';
import type { TrunkRoute } from './incoming-route.ts';
import { statusFor, triesNextPeer, type Unanswered } from './trunk-outcome.ts';

/** How long a phone rings, all peers together, ms: no page says; about what carriers allow. */
const ringTime = 120_000;
const noTransport: Unanswered = { kind: 'unreachable', cause: 'no transport' };

/** A call that is passed on. No application has it, and no function is told of it. */
export interface TrunkCall extends CallUnderWay {
  /** Resolves when both sides have ended and their ports are free; never rejects. */
  readonly done: Promise<void>;
}

type Parts = Pick<ServiceParts, 'sip' | 'timers' | 'openAudio'>;

/**
 * Passes a call on as a back-to-back user agent, without any function: rings the route's peers in order, lets the two hear each
 * other from the first early media on, and ends both when either does. What the callee answers (busy, declined) the caller gets.
 */
export function runTrunkCall(call: IncomingCall, route: TrunkRoute, parts: Parts): TrunkCall {
  const passed = new PassedCall(call, route, parts);
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
  readonly #over = Promise.withResolvers<{ readonly kind: 'over' }>();
  #callee: OutgoingCall | undefined;
  #isOver = false;
  #isTalking = false;

  constructor(caller: IncomingCall, route: TrunkRoute, parts: Parts) {
    this.#caller = caller;
    this.#route = route;
    this.#parts = parts;
    void caller.ended.then(() => this.#finish());
  }

  async run(): Promise<void> {
    // A request that has made its last hop goes no further (RFC 7332).
    if (this.#maxForwards() < 1) return this.#caller.reject(483);
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
    this.#callee?.hangUp();
    this.#over.resolve({ kind: 'over' });
  }

  async #connect(callerAudio: RtpEndpoint, calleeAudio: RtpEndpoint): Promise<void> {
    const offer = this.#caller.remoteSdp;
    // An INVITE may come without an offer: the 200 brings ours then, and the ACK the answer (RFC 3261 §13.2.1).
    const sdp = offer === undefined ? audioOffer(callerAudio.address) : audioAnswer(offer, callerAudio.address);
    if (sdp === undefined) return this.#caller.reject(488);
    followRemoteAudio(this.#caller, callerAudio);
    const timeout = this.#parts.timers.after(ringTime, () => this.#caller.reject(408));
    const talk = new Talk(callerAudio, calleeAudio);
    const isAnswered = await this.#ringPeers(talk, sdp).finally(() => timeout.cancel());
    if (!isAnswered || this.#callee === undefined) return;

    talk.begin(this.#callee);
    this.#caller.answer(sdp);
    this.#isTalking = true;
    await Promise.race([this.#over.promise, this.#callee.ended]);
    this.#isTalking = false;
  }

  async #ringPeers(talk: Talk, sdp: string): Promise<boolean> {
    let last: Unanswered | undefined;
    for (const peer of this.#route.peers) {
      if (this.#isOver) return false;
      const call = this.#invite(peer, talk.calleeAudio);
      if (call === undefined) {
        last = noTransport;
        continue;
      }
      this.#callee = call;
      call.onProgress = (status, earlySdp) => this.#progress({ status, earlySdp, sdp, talk, call });
      const outcome = await Promise.race([call.answered, this.#over.promise]);
      if (outcome.kind === 'over') return false;
      if (outcome.kind === 'answered' && remoteAudio(outcome.sdp) !== undefined) return true;
      last = outcome.kind === 'answered' ? undefined : outcome;
      call.hangUp();
      if (last === undefined || !triesNextPeer(last)) break;
    }
    this.#caller.reject(statusFor(last));
    return false;
  }

  /** Undefined: the peer wants a protocol that this service does not speak, such as TLS without a certificate. */
  #invite(peer: SipPeer, audio: RtpEndpoint): OutgoingCall | undefined {
    const { sip } = this.#parts;
    if (peer.protocol !== undefined && !sip.addresses.has(peer.protocol)) return undefined;
    const { callee, callerId, headers } = this.#route;
    const transport =
      peer.protocol === undefined || peer.protocol === 'UDP' ? '' : `;transport=${peer.protocol.toLowerCase()}`;
    return sip.invite({
      target: peer,
      requestUri: `sip:${callee}@${peer.host}:${peer.port}${transport}`,
      from: `sip:${callerId}@${sip.address.host}:${sip.address.port}`,
      to: `sip:${callee}@${peer.host}:${peer.port}`,
      headers,
      maxForwards: this.#maxForwards(),
      sdp: audioOffer(audio.address),
      ...(peer.protocol === undefined ? {} : { protocol: peer.protocol }),
    });
  }

  /** 180 as it comes; what is to be heard before anyone answers, as 183. */
  #progress(at: {
    readonly status: number;
    readonly earlySdp: string | undefined;
    readonly sdp: string;
    readonly talk: Talk;
    readonly call: OutgoingCall;
  }): void {
    if (this.#isOver || this.#callee !== at.call) return;
    // To an INVITE without an offer a 183 would be the offer, which only a reliable one may carry (RFC 3262 §5).
    if (remoteAudio(at.earlySdp) === undefined || this.#caller.remoteSdp === undefined) {
      if (at.status === 180) this.#caller.ring();
      return;
    }
    at.talk.begin(at.call);
    this.#caller.progress(at.sdp);
  }

  #maxForwards(): number {
    return Number(headerValue(this.#caller.request, 'Max-Forwards') ?? 70) - 1;
  }
}

/** What the two sides hear of each other; it ends with their audio. */
class Talk {
  readonly calleeAudio: RtpEndpoint;
  readonly #callerAudio: RtpEndpoint;
  #isBridged = false;

  constructor(callerAudio: RtpEndpoint, calleeAudio: RtpEndpoint) {
    this.#callerAudio = callerAudio;
    this.calleeAudio = calleeAudio;
  }

  /** From now on with this callee; beginning again, with the same or another, is no harm. */
  begin(callee: OutgoingCall): void {
    followRemoteAudio(callee, this.calleeAudio);
    if (!this.#isBridged) bridgeAudio(this.#callerAudio, this.calleeAudio);
    this.#isBridged = true;
  }
}
