import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import { apologise, hangUpEveryone, tryNext } from '../attempts.ts';
import { meetingOf, type CallState, type Trying } from '../call-state.ts';
import { callerHasLeft } from '../legs.ts';
import type { Step, World } from '../step.ts';
import { afterActionWithNobodyTried } from './nobody-tried.ts';

/**
 * What was asked for did not come about: the best that is left.
 * @param left which attempts that is, where one was being made.
 */
export function afterAttemptFailed(
  state: CallState,
  event: SmaEvent,
  world: World,
  left: (trying: Trying) => readonly Attempt[],
): Step {
  const meeting = meetingOf(state);
  if (callerHasLeft(event)) return hangUpEveryone(event, meeting);
  // The table's own last words could not be said: ours, then.
  if (state.phase === 'parting') return apologise(event, state.facts);
  if (state.phase !== 'trying') return afterActionWithNobodyTried(state, event);
  const { facts, attemptNumber } = state;
  return tryNext({ event, world, facts, made: attemptNumber, remaining: left(state), leaving: meeting });
}
