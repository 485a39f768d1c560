import { followRemoteAudio } from '../../follow-remote-audio.ts';
import { bridgeAudio } from '../../media/bridge.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { OutgoingCall } from '../../sip/user-agent.ts';

/** What the two sides of a trunk call hear of each other; it ends with their audio. */
export class Talk {
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
