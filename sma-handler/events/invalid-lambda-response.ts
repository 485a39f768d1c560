import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { apologise, carryOn, hangUpEveryone, tryNext } from '../attempts.ts';
import type { Step } from '../step.ts';
import type { CallState } from '../call-state.ts';
import { callerHasLeft, connectedLegs } from '../legs.ts';

/** PSTN Audio did not take our last response: what it asked for was not done, so something else is tried. */
export function afterInvalidLambdaResponse(state: CallState, event: SmaEvent): Step {
  const meeting = 'meeting' in state ? state.meeting : undefined;
  if (callerHasLeft(event)) return hangUpEveryone(event, meeting);
  switch (state.phase) {
    case 'trying': {
      const { facts, attemptNumber, remaining } = state;
      return tryNext({ event, facts, made: attemptNumber, remaining, leaving: meeting });
    }
    case 'connected':
      return carryOn(state);
    case 'apologising':
    case 'ended':
      return hangUpEveryone(event);
    case 'new':
      return connectedLegs(event).length > 1 ? carryOn(state) : apologise(event, undefined);
  }
}
