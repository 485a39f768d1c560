import { audioOffer, remoteAudio } from '../../sip/audio-session.ts';
import type { SipPeer } from '../../objects/managed-objects.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { OutgoingCall } from '../../sip/user-agent.ts';
import {
  failedAction,
  finishedAction,
  successfulAction,
  type ActionResult,
  type RunningAction,
} from '../action-result.ts';
import { startRinging, type Ringing } from '../bridging/ringing.ts';
import { ringPeers, type PeersRinging } from '../bridging/ring-peers.ts';
import { readRingbackTone } from '../bridging/ringback-tone.ts';
import type { CallControl } from '../call-control.ts';
import { CalleeLeg } from '../legs/callee-leg.ts';
import { readBridgeRequest, type BridgeRequest } from './bridge-request.ts';

/**
 * Rings a second party and joins it to the caller (Amazon Chime SDK developer guide, call-and-bridge). The time-out
 * runs from the second leg's INVITE. Busy, declined, unanswered and unreachable all end as CallNotAnswered: AWS was not seen to
 * tell more.
 */
export function callAndBridge(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const reading = readBridgeRequest(parameters, control);
  if (reading.kind === 'invalid')
    return finishedAction(failedAction(reading.parameters, reading.errorType, reading.errorMessage));
  if (control.legs.some((leg) => leg !== control.caller && leg.connected))
    return finishedAction(
      failedAction(reading.request.parameters, 'InvalidActionParameter', 'The call is bridged already.'),
    );

  const attempt = new BridgeAttempt(reading.request, control);
  return { done: attempt.run(), abort: () => attempt.abort() };
}

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
    if (tone?.kind === 'unusable') return failedAction(parameters, 'InvalidAudioSource', tone.errorMessage);
    const audio = await this.#control.parts.openAudio();
    // From here on it is the callee's: a leg closes it when it ends.
    const isJoined = await this.#ring(audio, tone?.samples).catch(async (error: unknown) => {
      await audio.close();
      throw error;
    });
    if (isJoined) return successfulAction(parameters);
    await audio.close();
    return failedAction(parameters, 'CallNotAnswered', 'Call not answered');
  }

  abort(): void {
    this.#isAborted = true;
    this.#peers?.giveUp();
  }

  async #ring(audio: RtpEndpoint, tone: Int16Array | undefined): Promise<boolean> {
    if (this.#isAborted) return false;
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
      const answer = await this.#peers.answered;
      return answer !== undefined && this.#join(answer.call, answer.sdp, audio);
    } finally {
      ringing.stop();
    }
  }

  /** Undefined: the peer wants a protocol that is not spoken here, such as TLS without a certificate. */
  #invite(
    peer: SipPeer,
    { audio, ringing, onSign }: { audio: RtpEndpoint; ringing: Ringing; onSign: () => void },
  ): OutgoingCall | undefined {
    const { sip } = this.#control.parts;
    const { protocol = 'UDP', host, port } = peer;
    if (peer.protocol !== undefined && !sip.addresses.has(protocol)) return undefined;
    const { callee, callerId, sipHeaders } = this.#request;
    const call = sip.invite({
      target: peer,
      requestUri: `sip:${callee}@${host}:${port}${protocol === 'UDP' ? '' : `;transport=${protocol.toLowerCase()}`}`,
      to: `sip:${callee}@${host}:${port}`,
      from: `sip:${callerId}@${sip.address.host}:${sip.address.port}`,
      headers: sipHeaders,
      sdp: audioOffer(audio.address),
      ...(peer.protocol === undefined ? {} : { protocol }),
    });
    ringing.follow(call, audio, onSign);
    return call;
  }

  /** False when there is nobody left to join, or nothing to hear the callee by. */
  #join(call: OutgoingCall, sdp: string, audio: RtpEndpoint): boolean {
    const { caller, parts } = this.#control;
    if (this.#isAborted || !caller.connected || remoteAudio(sdp) === undefined) {
      call.hangUp();
      return false;
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
    return true;
  }
}
