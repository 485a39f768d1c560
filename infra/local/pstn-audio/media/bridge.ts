import type { RtpEndpoint } from './rtp-endpoint.ts';

export interface Bridge {
  /** Parts the two again; does not touch what has been played or listened to since. Closing twice does nothing. */
  close(): void;
}

/**
 * Lets two legs hear each other, key presses included, until the bridge or either leg ends. Packets go on as they arrive, without
 * waiting, in whatever order and however late; where the legs speak different codecs they are translated. A leg that something is
 * played to, or keys are pressed on, hears that instead, and the other leg again afterwards.
 */
export function bridgeAudio(a: RtpEndpoint, b: RtpEndpoint): Bridge {
  if (a === b) throw new Error('a leg cannot be bridged with itself');
  const ways = [a.converse(b), b.converse(a)];
  return {
    close() {
      for (const part of ways) part();
    },
  };
}
