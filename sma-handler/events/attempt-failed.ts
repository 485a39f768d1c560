import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import { apologise, carryOn, hangUpEveryone, tryNext } from '../attempts.ts';
import type { CallState } from '../call-state.ts';
import { callerHasLeft, connectedLegs } from '../legs.ts';
import type { Step } from '../step.ts';

/**
 * What was asked for did not come about: the best that is left.
 * @param again tried before the attempts still to come.
 */
export function afterAttemptFailed(state: CallState, event: SmaEvent, again: readonly Attempt[] = []): Step {
  const meeting = 'meeting' in state ? state.meeting : undefined;
  if (callerHasLeft(event)) return hangUpEveryone(event, meeting);
  switch (state.phase) {
    case 'trying': {
      const { facts, attemptNumber, remaining } = state;
      return tryNext({ event, facts, made: attemptNumber, remaining: [...again, ...remaining], leaving: meeting });
    }
    case 'connected':
      return carryOn(state);
    case 'apologising':
    case 'ended':
      // Even the words failed: a plain hangup is better than silence.
      return hangUpEveryone(event);
    case 'new':
      // Lost track: two legs are a conversation to leave alone, one is a caller who hears nothing.
      return connectedLegs(event).length > 1 ? carryOn(state) : apologise(event, undefined);
  }
}
