import type { AudioParty } from './audio.ts';
import { FrameQueue } from './frame-queue.ts';
import type { RtpEndpoint } from './rtp-endpoint.ts';

/**
 * A phone leg as a party of a conversation. The leg plays and is listened to from now on, until the party is released;
 * what else was played to it meanwhile is left alone.
 */
export function phoneParty(endpoint: Pick<RtpEndpoint, 'play' | 'listen'>): AudioParty {
  const said = new FrameQueue();
  const heard = new FrameQueue();
  let playing = true;
  const stopListening = endpoint.listen({ frame: (pcm) => said.frame(pcm) });
  endpoint.play({
    next: () => heard.next(),
    released: () => {
      playing = false;
    },
  });
  return {
    voice: {
      next: () => said.next(),
      released: stopListening,
    },
    ear: {
      frame: (pcm) => heard.frame(pcm),
      released: () => {
        if (playing) endpoint.play(undefined);
      },
    },
  };
}
