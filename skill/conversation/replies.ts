import { assertNever } from '../../shared/domain/assert-never.ts';
import type { ConversationState } from './conversation-state.ts';
import { proceed } from './proceed.ts';
import { ask } from './questions.ts';
import { otherReasonId } from './reason-ids.ts';
import type { Answer, Step, Ways } from './step.ts';

/** Said to what was asked last. */
export function afterYes(state: ConversationState, ways: Ways): Step {
  const { asked, contextId, draft } = state;
  switch (asked) {
    case 'confirmation':
    case 'again':
    case 'prepareAgain':
      // It may not have been written, or been lost with the session's attributes: then it is gathered, and asked, once more.
      if (contextId === undefined) return proceed(state, ways);
      // What was written for a call from the device may be called back by now.
      return { kind: 'start', state, contextId, ...(draft.way === 'callBack' ? { ingress: 'callback' as const } : {}) };
    case 'otherWay': {
      const byPhone: ConversationState = { ...state, draft: { ...draft, way: 'callBack' } };
      return contextId === undefined
        ? proceed(byPhone, ways)
        : { kind: 'start', state: byPhone, contextId, ingress: 'callback' };
    }
    case 'fromHere':
      return proceed(state, ways);
    case 'account':
    case 'accountAgain':
    case 'postalCode':
    case 'postalCodeAgain':
    case 'reason':
      // "Yes, I have one": the question stands, as often as for somebody who is not understood.
      return afterNothingUnderstood(state, ways);
    case 'beginning':
    case 'anythingElse':
    case undefined:
      return ask('reason', state);
    default:
      return assertNever(asked);
  }
}

export function afterNo(state: ConversationState, ways: Ways): Step {
  const { asked, contextId } = state;
  switch (asked) {
    case 'confirmation': {
      const { contextId: _denied, ...rest } = state;
      return ask('anythingElse', rest, contextId === undefined ? {} : { forget: contextId });
    }
    case 'account':
    case 'accountAgain':
    case 'postalCode':
    case 'postalCodeAgain':
      return afterSkip(state, ways);
    case 'otherWay':
    case 'fromHere':
    case 'again':
    case 'prepareAgain':
    case 'anythingElse':
    case 'beginning':
    case 'reason':
    case undefined:
      return goodbye(state);
    default:
      return assertNever(asked);
  }
}

/** "I don't know": it is done without. */
export function afterSkip(state: ConversationState, ways: Ways): Step {
  const { asked, draft } = state;
  switch (asked) {
    case 'account':
    case 'accountAgain':
      return proceed({ ...state, draft: { ...draft, withoutAccount: true } }, ways);
    case 'postalCode':
    case 'postalCodeAgain':
      return proceed({ ...state, draft: { ...draft, withoutPlace: true } }, ways);
    case 'reason':
    case 'anythingElse':
      // Whoever answers will ask.
      return proceed({ ...state, draft: { ...draft, reason: { id: otherReasonId } } }, ways);
    case 'beginning':
    case undefined:
      return ask('reason', state);
    case 'confirmation':
    case 'otherWay':
    case 'fromHere':
    case 'again':
    case 'prepareAgain':
      return afterNothingUnderstood(state, ways);
    default:
      return assertNever(asked);
  }
}

/** Asked in other words; then helped on, or done without; then the number to dial, and the end. */
export function afterNothingUnderstood(before: ConversationState, ways: Ways): Step {
  const state: ConversationState = { ...before, misses: before.misses + 1 };
  const { misses, asked, contextId } = state;
  if (misses >= 3)
    return {
      kind: 'close',
      say: (words) => words.giveUp,
      ...(contextId === undefined ? {} : { forget: contextId }),
    };
  const isOpen = asked !== undefined && asked !== 'beginning' && asked !== 'anythingElse';
  if (!isOpen)
    return {
      kind: 'ask',
      state,
      question: (words) => (misses === 1 ? words.notUnderstood : words.notUnderstoodAgain),
    };
  const isDoneWithout = ['account', 'accountAgain', 'postalCode', 'postalCodeAgain'].includes(asked);
  if (misses === 2 && isDoneWithout) return afterSkip(state, ways);
  if (misses === 2 && asked === 'reason') return { kind: 'ask', state, question: (words) => words.notUnderstoodAgain };
  return inOtherWords(ask(asked, state));
}

function inOtherWords(answer: Answer): Answer {
  if (answer.kind !== 'ask') return answer;
  const { question } = answer;
  return {
    ...answer,
    question: (words) => {
      const { reprompt } = question(words);
      return { speech: reprompt, reprompt };
    },
  };
}

function goodbye({ contextId }: ConversationState): Answer {
  return {
    kind: 'close',
    say: (words) => words.goodbye,
    ...(contextId === undefined ? {} : { forget: contextId }),
  };
}
