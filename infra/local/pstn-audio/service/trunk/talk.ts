import { followRemoteAudio } from '../../follow-remote-audio.ts';
import { bridgeAudio } from '../../media/bridge.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { IncomingCall, OutgoingCall } from '../../sip/user-agent.ts';

/**
 * What the two sides of a trunk call hear of each other; it ends with their audio. Before it begins nothing is sent to the caller,
 * who does not know yet where our audio is.
 */
export class Talk {
  readonly calleeAudio: RtpEndpoint;
  readonly #caller: IncomingCall;
  readonly #callerAudio: RtpEndpoint;
  #isBridged = false;

  constructor(caller: IncomingCall, callerAudio: RtpEndpoint, calleeAudio: RtpEndpoint) {
    this.#caller = caller;
    this.#callerAudio = callerAudio;
    this.calleeAudio = calleeAudio;
  }

  /** From now on with this callee; beginning again, with the same or another, is no harm. */
  begin(callee: OutgoingCall): void {
    followRemoteAudio(callee, this.calleeAudio);
    if (this.#isBridged) return;
    this.#isBridged = true;
    followRemoteAudio(this.#caller, this.#callerAudio);
    bridgeAudio(this.#callerAudio, this.calleeAudio);
  }
}
