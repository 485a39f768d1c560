import type { AudioSink } from './audio.ts';
import { FrameQueue } from './frame-queue.ts';
import type { RtpEndpoint } from './rtp-endpoint.ts';

export interface Bridge {
  /** Parts the two again; does not touch what has been played or listened to since. Closing twice does nothing. */
  close(): void;
}

/** How long a forwarded key is held, ms: long enough for any receiver, short enough to keep up with quick fingers. */
const forwardedKey = { toneMilliseconds: 100, gapMilliseconds: 40 };

/** Lets two legs hear each other, key presses included, until the bridge or either leg ends. */
export function bridgeAudio(a: RtpEndpoint, b: RtpEndpoint): Bridge {
  if (a === b) throw new Error('a leg cannot be bridged with itself');
  const ways = [oneWay(a, b), oneWay(b, a)];
  return {
    close() {
      for (const part of ways) part();
    },
  };
}

function oneWay(from: RtpEndpoint, to: RtpEndpoint): () => void {
  const queue = new FrameQueue();
  let speaking = true;
  const ear: AudioSink = {
    frame: (pcm) => queue.frame(pcm),
    digit: (digit) => void to.sendDigits(digit, forwardedKey),
  };
  to.play({
    next: () => queue.next(),
    released: () => {
      speaking = false;
    },
  });
  const stopListening = from.listen(ear);
  return () => {
    if (speaking) to.play(undefined);
    stopListening();
  };
}
