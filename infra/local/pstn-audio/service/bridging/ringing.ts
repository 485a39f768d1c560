import { hearRemoteAudio } from '../../follow-remote-audio.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import type { OutgoingCall } from '../../sip/user-agent.ts';
import type { FirstLeg } from '../legs/leg.ts';
import { playPrompt } from '../prompts/play-prompt.ts';

/** What a caller hears while somebody else's phone rings. */
export interface Ringing {
  /** The phone of `call` may ring now; what it has to say comes in at `audio`. `onSign` is told of each sign of life beyond 100. */
  follow(call: OutgoingCall, audio: RtpEndpoint, onSign: () => void): void;
  /** The phone that was followed rings no more. */
  leave(): void;
  /** Nothing more is heard. */
  stop(): void;
}

/**
 * With a tone of the function's own (8 kHz mono), the caller hears that, again and again, in early media if nobody has answered
 * yet. Without one the far end decides: 180 is passed on, and a 183 with a session description lets the caller hear what the far
 * end plays (Amazon Chime SDK developer guide, call-and-bridge; RFC 3960 §3.2).
 */
export function startRinging(caller: FirstLeg, tone: Int16Array | undefined): Ringing {
  const stopTone = tone === undefined ? () => undefined : playOverAndOver(caller, tone);
  let leave = (): void => undefined;

  return {
    follow(call, audio, onSign) {
      let isHeard = false;
      call.onProgress = (_status, sdp) => {
        onSign();
        if (tone !== undefined || isHeard) return;
        if (sdp === undefined) return caller.ring();
        isHeard = true;
        hearRemoteAudio(sdp, audio);
        caller.earlyMedia();
        // One way only: nobody at the far end has agreed yet to hear the caller.
        leave = caller.audio.converse(audio);
      };
    },
    leave() {
      leave();
      leave = () => undefined;
    },
    stop() {
      leave();
      stopTone();
    },
  };
}

function playOverAndOver(caller: FirstLeg, tone: Int16Array): () => void {
  const playing = new AbortController();
  caller.earlyMedia();
  void playPrompt(caller.audio, tone, { times: Infinity, signal: playing.signal });
  return () => playing.abort();
}
