import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { outcomeOfError } from '../../shared/domain/call-flow/outcome.ts';
import type { CallState } from '../call-state.ts';
import { afterConversationActionFailed } from '../conversation.ts';
import { apologise, carryOn, goOnInTheDark, hangUpEveryone } from '../endings.ts';
import { callerHasLeft, hungUpLeg } from '../legs.ts';
import { isOfAttempt, isOfQuestion } from '../own-actions.ts';
import { afterRejoiningActionFailed } from '../rejoining.ts';
import type { Step, World } from '../step.ts';
import { afterLeaving } from '../waiting.ts';
import { afterCallerLeft } from './caller-left.ts';
import { afterAttemptFailed } from './attempt-failed.ts';
import { afterQuestion } from './question-answered.ts';
import { afterWaitingFailed } from './waiting-failed.ts';

/** An action failed, and what stood after it in the list was dropped: the best that is left. */
export function afterActionFailed(state: CallState, event: SmaEvent, world: World): Step {
  if (callerHasLeft(event)) return afterCallerLeft(state, event);
  const { Type: type, ErrorType: errorType } = event.ActionData ?? {};
  switch (state.phase) {
    case 'trying':
      // News of what was done before says nothing of who is being rung.
      return isOfAttempt(state.current, type)
        ? afterAttemptFailed(state, event, world, outcomeOfError(errorType))
        : carryOn(state);
    case 'waiting':
      return afterWaitingFailed(state, event, world);
    case 'connected':
      return afterConversationActionFailed(state, event, world);
    case 'rejoining':
      return afterRejoiningActionFailed(state, event, world);
    case 'leaving':
      // Gone already, as it seems.
      return type === 'Hangup' ? afterLeaving(state, event, world) : carryOn(state);
    case 'choosing':
    case 'confirming':
    case 'consenting':
    case 'offering':
    case 'surveying':
      // Where the words before it could not be said, the question would not be either.
      return isOfQuestion(type) ? afterQuestion(state, event, world) : carryOn(state);
    case 'parting':
      // The words were said; or they could not be, and ours are tried. Anything else is news of before.
      if (type === 'Hangup') return hangUpEveryone(state, event);
      return type === 'Speak' ? apologise(event, state.facts) : carryOn(state);
    case 'apologising':
      return type === 'Hangup' || type === 'Speak' ? hangUpEveryone(state, event) : carryOn(state);
    case 'ended':
      // A Hangup that failed has nothing left to hang up; asking again for that leg would go round for ever.
      return type === 'Hangup' && hungUpLeg(event) === undefined
        ? carryOn(state)
        : hangUpEveryone(state, event, hungUpLeg(event));
    case 'callingBack':
      return carryOn(state);
    case 'new':
      return goOnInTheDark(state, event);
    default:
      return assertNever(state);
  }
}
