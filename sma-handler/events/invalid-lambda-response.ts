import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import { speak } from '../actions/speak.ts';
import { meetingOf, type CallState } from '../call-state.ts';
import { apologise, carryOn, goOnInTheDark, hangUpEveryone, part } from '../endings.ts';
import { callerHasLeft, connectedLegs } from '../legs.ts';
import { say } from '../speech/words.ts';
import type { Step, World } from '../step.ts';
import { leaveInVain } from '../waiting.ts';
import { afterAttemptFailed } from './attempt-failed.ts';
import { afterCallerLeft } from './caller-left.ts';
import { afterQuestion } from './question-answered.ts';

/** PSTN Audio did not take our last response: what it asked for was not done, so something else is tried. */
export function afterInvalidLambdaResponse(state: CallState, event: SmaEvent, world: World): Step {
  if (callerHasLeft(event)) return afterCallerLeft(state, event);
  switch (state.phase) {
    case 'trying':
      return afterAttemptFailed(state, event, world, outcomeOf(event));
    case 'waiting':
      return leaveInVain(state, event, world, 'unreachable');
    case 'choosing':
    case 'confirming':
    case 'consenting':
    case 'offering':
    case 'surveying':
      return afterQuestion(state, event, world);
    case 'leaving':
    case 'parting':
      return apologise(event, state.facts, meetingOf(state));
    case 'apologising':
      return hangUpEveryone(state, event);
    case 'connected':
      // Whoever talks goes on; of whoever is alone the farewell was refused.
      return connectedLegs(event).length > 1
        ? carryOn(state)
        : part(event, state.facts, [speak(say('goodbye', state.facts.locale))], state.meeting);
    case 'ended':
      // Whatever is asked for is refused: more of the same would go round for ever.
      return carryOn(state);
    case 'callingBack':
    case 'new':
      return goOnInTheDark(state, event);
    default:
      return assertNever(state);
  }
}

/** The error stands beside CallDetails here. Too many requests are nobody's mistake; anything else is ours. */
function outcomeOf({ ErrorType }: SmaEvent): PolicyOutcome {
  return ErrorType === 'ActionExecutionThrottled' ? 'unreachable' : 'misconfigured';
}
