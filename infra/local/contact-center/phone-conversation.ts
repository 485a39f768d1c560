import type { PhoneCall } from '../phone/phone-call.ts';
import type { Conversation } from './conversation.ts';

/** A conversation over the telephone. */
export function phoneConversation(
  call: PhoneCall,
  about: Pick<Conversation, 'destination' | 'contextSeen' | 'voiceHz'>,
): Conversation {
  return {
    ...about,
    hears: (frequencyHz) => call.hears(frequencyHz),
    get packetsLost() {
      return call.packetsLost;
    },
    hangUp: () => call.hangUp(),
  };
}
