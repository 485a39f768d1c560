import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { defaultDestination, type Plan } from '../shared/domain/routing/plan.ts';
import { tryNext } from './attempts.ts';
import { factsOf, meetingOf, type CallState } from './call-state.ts';
import { talking } from './conversation.ts';
import { apologise, carryOn, hangUpEveryone, sayGoodbye } from './endings.ts';
import { callerHasLeft, endedLeg, hungUpLeg, isJoiningFailed, otherSide } from './legs.ts';
import { isRinging, type Answer, type World } from './step.ts';

export interface RescueServices {
  readonly world: World;
  /** The plan that needs no network. */
  readonly defaultPlan: Plan;
}

/**
 * What is answered when the flow itself has broken down: whoever talks goes on, and so does what is being done; a caller for whom nothing
 * is being done goes to the default destination, once, and is then told that nobody can be reached.
 */
export function rescue(state: CallState, event: SmaEvent, services: RescueServices): Answer {
  switch (event.InvocationEventType) {
    case 'NEW_INBOUND_CALL':
      return lastTry(state, event, services);
    case 'CALL_ANSWERED':
      // A voicemail, for all that is known: nobody is rung for it.
      return apologise(event, factsOf(state));
    case 'ACTION_SUCCESSFUL':
    case 'ACTION_FAILED':
    case 'INVALID_LAMBDA_RESPONSE':
      return afterResult(state, event, services);
    case 'HANGUP':
      return afterHangup(state, event, services);
    default:
      return carryOn(state);
  }
}

function afterResult(state: CallState, event: SmaEvent, services: RescueServices): Answer {
  if (callerHasLeft(event)) return hangUpEveryone(state, event);
  switch (state.phase) {
    case 'parting':
    case 'apologising':
    case 'ended':
      return hangUpEveryone(state, event, hungUpLeg(event));
    case 'connected':
      return otherSide(event) === undefined ? sayGoodbye(event, state.facts) : carryOn(state);
    case 'trying':
      return isRinging(state.current) && otherSide(event) !== undefined && !isJoiningFailed(event)
        ? carryOn(talking(state))
        : lastTry(state, event, services);
    default:
      return lastTry(state, event, services);
  }
}

function afterHangup(state: CallState, event: SmaEvent, services: RescueServices): Answer {
  const { isCaller, callId } = endedLeg(event);
  if (isCaller || callerHasLeft(event)) return hangUpEveryone(state, event, callId);
  switch (state.phase) {
    case 'connected':
    case 'rejoining':
      return sayGoodbye(event, state.facts);
    case 'waiting':
    case 'leaving':
      return lastTry(state, event, services);
    case 'new':
    case 'callingBack':
    case 'ended':
      return hangUpEveryone(state, event, callId);
    default:
      return carryOn(state);
  }
}

function lastTry(state: CallState, event: SmaEvent, { world, defaultPlan }: RescueServices): Answer {
  const facts = factsOf(state);
  if (facts?.ruleId === defaultDestination) return apologise(event, facts, meetingOf(state));
  const step = tryNext({
    event,
    world,
    facts: {
      entry: facts?.entry ?? 'phone',
      ruleId: defaultDestination,
      callerId: defaultPlan.callerId,
      ...(facts?.contextId === undefined ? {} : { contextId: facts.contextId }),
      ...(facts?.locale === undefined ? {} : { locale: facts.locale }),
    },
    made: 'attemptNumber' in state ? state.attemptNumber : 0,
    remaining: defaultPlan.attempts.filter(isRinging),
    recording: 'off',
    leaving: meetingOf(state),
    isAlone: event.InvocationEventType === 'HANGUP' || event.ActionData?.Type === 'Hangup' || isJoiningFailed(event),
  });
  return step.kind === 'respond' ? step : apologise(event, facts);
}
