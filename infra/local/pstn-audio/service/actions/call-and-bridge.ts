import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import { pcmuOffer, remoteAudio } from '../../sip/pcmu-session.ts';
import type { InviteOutcome, OutgoingCall } from '../../sip/user-agent.ts';
import { refusedAction, type ActionResult, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { CalleeLeg } from '../legs/callee-leg.ts';
import { readBridgeRequest, type BridgeRequest } from './bridge-request.ts';

/**
 * Rings a second party and joins it to the caller (Amazon Chime SDK developer guide, call-and-bridge). The time-out
 * runs from the second leg's INVITE. A Voice Connector's routes are tried in order while they cannot be reached.
 * Busy, declined, unanswered and unreachable all end as CallNotAnswered: AWS was not seen to tell more.
 */
export function callAndBridge(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  if (control.legs.some((leg) => leg !== control.caller && leg.connected))
    return refusedAction(parameters, 'The call is bridged already.');
  const reading = readBridgeRequest(parameters, control);
  if (reading.kind === 'invalid')
    return refusedAction({ ...parameters, CallId: control.caller.description.callId }, reading.errorMessage);

  const attempt = new BridgeAttempt(reading.request, control);
  return { done: attempt.run(), abort: () => attempt.abort() };
}

class BridgeAttempt {
  readonly #request: BridgeRequest;
  readonly #control: CallControl;
  readonly #givenUp = Promise.withResolvers<{ readonly kind: 'givenUp' }>();
  #ringing: OutgoingCall | undefined;
  #isGivenUp = false;

  constructor(request: BridgeRequest, control: CallControl) {
    this.#request = request;
    this.#control = control;
  }

  async run(): Promise<ActionResult> {
    const { parts, caller } = this.#control;
    caller.ring();
    const timeout = parts.timers.after(this.#request.timeoutSeconds * 1000, () => this.abort());
    const audio = await parts.openAudio();
    const joined = await this.#ringPeers(audio);
    timeout.cancel();
    if (!joined) await audio.close();

    const { parameters, timeoutSeconds } = this.#request;
    const filledIn = { ...parameters, CallTimeoutSeconds: timeoutSeconds, CallId: caller.description.callId };
    return joined
      ? { kind: 'successful', parameters: filledIn }
      : { kind: 'failed', parameters: filledIn, errorType: 'CallNotAnswered', errorMessage: 'Call not answered' };
  }

  /** Nobody waits for this party any more: its INVITE is cancelled, and what comes of that is not waited for. */
  abort(): void {
    this.#isGivenUp = true;
    this.#ringing?.hangUp();
    this.#givenUp.resolve({ kind: 'givenUp' });
  }

  async #ringPeers(audio: RtpEndpoint): Promise<boolean> {
    for (const peer of this.#request.peers) {
      if (this.#isGivenUp) return false;
      const call = this.#invite(peer, audio);
      this.#ringing = call;
      const outcome = await Promise.race([call.answered, this.#givenUp.promise]);
      if (outcome.kind === 'answered') return this.#join(call, outcome.sdp, audio);
      if (!goesToNextRoute(outcome)) return false;
    }
    return false;
  }

  #invite(peer: BridgeRequest['peers'][number], audio: RtpEndpoint): OutgoingCall {
    const { sip } = this.#control.parts;
    const { CallerIdNumber: callerId, SipHeaders: headers } = this.#request.parameters;
    return sip.invite({
      target: peer,
      requestUri: `sip:${this.#request.callee}@${peer.host}:${peer.port}`,
      from: `sip:${callerId}@${sip.address.host}:${sip.address.port}`,
      sdp: pcmuOffer(audio.address),
      ...(headers === undefined ? {} : { headers }),
    });
  }

  #join(call: OutgoingCall, sdp: string, audio: RtpEndpoint): boolean {
    const { caller, parts } = this.#control;
    if (this.#isGivenUp || !caller.connected || remoteAudio(sdp) === undefined) {
      call.hangUp();
      return false;
    }
    caller.answer();
    const startedAt = parts.clock.now();
    const description = {
      callId: parts.ids.uuid(),
      tag: 'LEG-B',
      to: this.#request.callee,
      from: this.#request.parameters.CallerIdNumber,
      direction: 'Outbound',
      startedAt,
    } as const;
    this.#control.addLeg(new CalleeLeg({ description, call, audio }));
    this.#control.bridge(caller.audio, audio);
    return true;
  }
}

/** A route that cannot be reached, or that says 5xx, is not the callee's own answer (RFC 3261 §21.5). */
function goesToNextRoute(outcome: InviteOutcome | { readonly kind: 'givenUp' }): boolean {
  return (
    outcome.kind === 'unreachable' ||
    outcome.kind === 'timedOut' ||
    (outcome.kind === 'refused' && outcome.status >= 500 && outcome.status < 600)
  );
}
