import type { ConversationState } from './conversation-state.ts';
import type { Heard } from './heard.ts';
import { ask } from './questions.ts';
import type { Step } from './step.ts';

/** The customer has said whether the skill may. Without a number nobody can be called from here; without a place it is asked for. */
export function consentAnswered(
  state: ConversationState,
  { consent, isGiven }: Extract<Heard, { kind: 'consent' }>,
): Step {
  // Given, and no conversation any more: whatever it was for has to be told again.
  if (state.draft.reason === undefined) return ask('reason', state);
  if (isGiven) return { kind: 'prepare', state };
  switch (consent) {
    case 'mobileNumber':
      return {
        kind: 'close',
        say: (words) => words.numberMissing.permissionMissing,
        card: { kind: 'consent', consent },
      };
    case 'geolocation':
      // The device's address may be had yet.
      return { kind: 'prepare', state };
    case 'address':
      return ask('postalCode', state);
    default:
      return consent satisfies never;
  }
}
