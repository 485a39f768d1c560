import type { ConversationState } from './conversation-state.ts';
import type { Merged } from './draft.ts';
import { ask } from './questions.ts';
import type { Step, Ways } from './step.ts';

/** What is missing is asked for; then everything is written down. @param unusable what was said now, and cannot be. */
export function proceed(state: ConversationState, ways: Ways, unusable: Merged['unusable'] = []): Step {
  const { draft, asked } = state;
  if (draft.reason === undefined) return ask('reason', state);
  if (unusable.includes('account'))
    return asked === 'accountAgain'
      ? proceed({ ...state, draft: { ...draft, withoutAccount: true } }, ways)
      : ask('accountAgain', state);
  if (draft.accountId === undefined && draft.withoutAccount === undefined && !ways.isAccountLinked)
    return ask('account', state);
  if (unusable.includes('postalCode'))
    return asked === 'postalCodeAgain'
      ? { kind: 'prepare', state: { ...state, draft: { ...draft, withoutPlace: true } } }
      : ask('postalCodeAgain', state);
  return { kind: 'prepare', state };
}
