import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import { meetingOf, type CallState } from '../call-state.ts';
import { apologise, carryOn, goOnInTheDark, hangUpEveryone, sayGoodbye } from '../endings.ts';
import { callerHasLeft, connectedLegs, leg } from '../legs.ts';
import { returnInVain } from '../rejoining.ts';
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
    case 'rejoining':
      return returnInVain(state, event);
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
      return connectedLegs(event).length > 1 ? carryOn(state) : sayGoodbye(event, state.facts, state.meeting);
    case 'ended':
      // Whatever is asked for is refused: more of the same would go round for ever.
      return carryOn(state);
    case 'new':
      return isOfFirstAnswer(event) ? { kind: 'route', state, wish: { kind: 'refused' } } : goOnInTheDark(state, event);
    case 'callingBack':
      return goOnInTheDark(state, event);
    default:
      return assertNever(state);
  }
}

/** So far into a call: whether an event that is delivered again keeps its Sequence, no page says. */
const sequenceOfFirstAnswers = 4;

/** Whether it was the answer to a call that came in which was refused, attributes and all. An end is put to it when the same is refused again and again. */
function isOfFirstAnswer(event: SmaEvent): boolean {
  const caller = leg(event, 'LEG-A');
  return (
    event.Sequence <= sequenceOfFirstAnswers && connectedLegs(event).length === 1 && caller?.Direction === 'Inbound'
  );
}

/** The error stands beside CallDetails here. Too many requests are nobody's mistake; anything else is ours. */
function outcomeOf({ ErrorType }: SmaEvent): PolicyOutcome {
  return ErrorType === 'ActionExecutionThrottled' ? 'unreachable' : 'misconfigured';
}
