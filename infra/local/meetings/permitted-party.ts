import { silence, type AudioParty } from '../pstn-audio/media/audio.ts';
import type { MediaCapability } from './meeting.ts';

/** A party that is heard only if it may send, and hears others only if it may receive. */
export function permittedParty({ voice, ear }: AudioParty, audio: MediaCapability): AudioParty {
  const sends = audio === 'SendReceive' || audio === 'Send';
  const receives = audio === 'SendReceive' || audio === 'Receive';
  return {
    voice: {
      // Asked all the same: what is said meanwhile must not pile up.
      next: () => {
        const frame = voice.next();
        return sends ? frame : undefined;
      },
      released: () => voice.released?.(),
    },
    ear: {
      frame: (pcm) => ear.frame(receives ? pcm : silence),
      released: () => ear.released?.(),
    },
  };
}
