import type { Question, Words } from '../speech/words.ts';
import { announced } from './draft.ts';
import type { ConversationState, QuestionAsked } from './conversation-state.ts';
import type { Answer } from './step.ts';

/** Asks that, and remembers that it was asked. */
export function ask(
  asked: QuestionAsked,
  state: ConversationState,
  more: Pick<Extract<Answer, { kind: 'ask' }>, 'before' | 'forget'> = {},
): Extract<Answer, { kind: 'ask' }> {
  const next: ConversationState = { ...state, asked, misses: asked === state.asked ? state.misses : 0 };
  return { kind: 'ask', state: next, question: wordsOf(asked, next), ...more };
}

/** What is asked now, asked again: with these words before it. */
export function askAgain(state: ConversationState, before?: (words: Words) => Question['speech']): Answer {
  return ask(state.asked ?? 'reason', state, before === undefined ? {} : { before });
}

function wordsOf(asked: QuestionAsked, state: ConversationState): (words: Words) => Question {
  switch (asked) {
    case 'beginning':
      return (words) => words.welcome;
    case 'reason':
      return (words) => words.askReason;
    case 'account':
      return (words) => words.askAccount;
    case 'accountAgain':
      return (words) => words.askAccountAgain;
    case 'postalCode':
      return (words) => words.askPostalCode;
    case 'postalCodeAgain':
      return (words) => words.askPostalCodeAgain;
    case 'confirmation': {
      const call = announced(state);
      return state.draft.way === 'call'
        ? (words) => words.confirmCall(call)
        : (words) => words.confirmCallBack(call, state.phoneEnding ?? '');
    }
    case 'otherWay':
      return (words) => words.offerCallBack;
    case 'fromHere':
      return (words) => words.callBackUnavailable;
    case 'again':
      return (words) => words.offerAgain;
    case 'prepareAgain':
      return (words) => words.cannotPrepareCall;
    case 'anythingElse':
      return (words) => words.notCalling;
    default:
      return asked satisfies never;
  }
}
