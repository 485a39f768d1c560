import type { AudioParty } from './audio.ts';
import { FrameQueue } from './frame-queue.ts';
import type { RtpEndpoint } from './rtp-endpoint.ts';

/**
 * A phone leg as a party of a conversation. The leg says and is listened to from now on, until the party is released; what is
 * played to it meanwhile is heard in place of the conversation.
 */
export function phoneParty(endpoint: Pick<RtpEndpoint, 'converse' | 'listen'>): AudioParty {
  const said = new FrameQueue();
  const heard = new FrameQueue();
  const stopListening = endpoint.listen({ frame: (pcm) => said.frame(pcm) });
  const stopConversing = endpoint.converse({ next: () => heard.next() });
  return {
    voice: {
      next: () => said.next(),
      released: stopListening,
    },
    ear: {
      frame: (pcm) => heard.frame(pcm),
      released: stopConversing,
    },
  };
}
