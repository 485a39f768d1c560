import { audioOffer, remoteAudio } from '../../sip/audio-session.ts';
import type { SipPeer } from '../../objects/managed-objects.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { OutgoingCall } from '../../sip/user-agent.ts';
import {
  failedAction,
  finishedAction,
  refusedAction,
  successfulAction,
  type ActionResult,
  type RunningAction,
} from '../action-result.ts';
import { startRinging, type Ringing } from '../bridging/ringing.ts';
import { ringPeers, type PeersRinging } from '../bridging/ring-peers.ts';
import { whyUnanswered } from '../bridging/why-unanswered.ts';
import { readRingbackTone } from '../bridging/ringback-tone.ts';
import type { CallControl } from '../call-control.ts';
import { CalleeLeg } from '../legs/callee-leg.ts';
import { invitePeer } from '../trunk/invite-peer.ts';
import { readBridgeRequest, type BridgeRequest } from './bridge-request.ts';

/**
 * Rings a second party and joins it to the caller (Amazon Chime SDK developer guide, call-and-bridge). The time-out
 * runs from the second leg's INVITE. Busy, declined, unanswered and unreachable all end as CallNotAnswered: AWS was not seen to
 * tell more.
 */
export function callAndBridge(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const reading = readBridgeRequest(parameters, control);
  if (reading.kind === 'invalid') return finishedAction(failedAction(reading.parameters, reading.problem));
  if (control.legs.some((leg) => leg !== control.caller && leg.connected))
    return refusedAction(reading.request.parameters, 'The call is bridged already.');

  const attempt = new BridgeAttempt(reading.request, control);
  return { done: attempt.run(), abort: () => attempt.abort() };
}

type Joining = { readonly kind: 'joined' } | { readonly kind: 'notJoined'; readonly why: string };

const callerHasLeft: Joining = { kind: 'notJoined', why: 'nobody waits for an answer any more' };

class BridgeAttempt {
  readonly #request: BridgeRequest;
  readonly #control: CallControl;
  #peers: PeersRinging | undefined;
  #isAborted = false;

  constructor(request: BridgeRequest, control: CallControl) {
    this.#request = request;
    this.#control = control;
  }

  async run(): Promise<ActionResult> {
    const { parameters, ringbackTone } = this.#request;
    const tone =
      ringbackTone === undefined ? undefined : await readRingbackTone(ringbackTone, this.#control.parts.buckets);
    if (tone?.kind === 'unusable') return failedAction(parameters, tone.problem);
    if (this.#maxForwards < 1) return this.#notAnswered('483: the INVITE of LEG-A has no hop left (Max-Forwards)');
    const audio = await this.#control.parts.openAudio();
    // From here on it is the callee's: a leg closes it when it ends.
    const joining = await this.#ring(audio, tone?.samples).catch(async (error: unknown) => {
      await audio.close();
      throw error;
    });
    if (joining.kind === 'joined') return successfulAction(parameters);
    await audio.close();
    return this.#notAnswered(joining.why);
  }

  abort(): void {
    this.#isAborted = true;
    this.#peers?.giveUp();
  }

  #notAnswered(note: string): ActionResult {
    const { parameters } = this.#request;
    return failedAction(parameters, { errorType: 'CallNotAnswered', errorMessage: 'Call not answered', note });
  }

  /** What the INVITE of LEG-B has left: one less than that of LEG-A had when it came (RFC 7332). */
  get #maxForwards(): number {
    return this.#control.caller.maxForwards - 1;
  }

  async #ring(audio: RtpEndpoint, tone: Int16Array | undefined): Promise<Joining> {
    if (this.#isAborted) return callerHasLeft;
    const { parts, caller } = this.#control;
    const ringing = startRinging(caller, tone);
    try {
      this.#peers = ringPeers({
        peers: this.#request.peers,
        timeoutMs: this.#request.timeoutSeconds * 1000,
        timers: parts.timers,
        invite: (peer, onSign) => this.#invite(peer, { audio, ringing, onSign }),
        onOver: () => ringing.leave(),
      });
      const outcome = await this.#peers.done;
      const { via } = this.#request;
      const why = whyUnanswered(via, outcome.tried);
      if (outcome.kind === 'unanswered') return { kind: 'notJoined', why };
      if (outcome.tried.length > 0) this.#control.note(`another route has answered: ${why}`);
      return this.#join(outcome.call, outcome.sdp, audio);
    } finally {
      ringing.stop();
    }
  }

  #invite(
    peer: SipPeer,
    { audio, ringing, onSign }: { audio: RtpEndpoint; ringing: Ringing; onSign: () => void },
  ): OutgoingCall | undefined {
    const { callee, callerId, sipHeaders: headers } = this.#request;
    const sdp = audioOffer(audio.address);
    const request = { callee, callerId, headers, maxForwards: this.#maxForwards, sdp };
    const call = invitePeer(this.#control.parts.sip, peer, request);
    if (call === undefined) return undefined;
    this.#control.inviteSent('LEG-B', call.sipCallId);
    ringing.follow(call, audio, onSign);
    return call;
  }

  #join(call: OutgoingCall, sdp: string, audio: RtpEndpoint): Joining {
    const { caller, parts } = this.#control;
    const isDeserted = this.#isAborted || !caller.connected;
    if (isDeserted || remoteAudio(sdp) === undefined) {
      call.hangUp();
      return isDeserted
        ? callerHasLeft
        : { kind: 'notJoined', why: 'it was answered without audio that is spoken here' };
    }
    caller.answer();
    const description = {
      callId: parts.ids.uuid(),
      tag: 'LEG-B',
      to: this.#request.callee,
      from: this.#request.callerId,
      direction: 'Outbound',
      startedAt: parts.clock.now(),
    } as const;
    this.#control.addLeg(new CalleeLeg({ description, call, audio }));
    this.#control.bridge(caller.audio, audio);
    return { kind: 'joined' };
  }
}
