import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import { hangUpEveryone, tryNext } from '../attempts.ts';
import { meetingOf, type CallState } from '../call-state.ts';
import { callerHasLeft } from '../legs.ts';
import type { Step } from '../step.ts';
import { afterActionWithNobodyTried } from './nobody-tried.ts';

/**
 * What was asked for did not come about: the best that is left.
 * @param again tried before the attempts still to come.
 */
export function afterAttemptFailed(state: CallState, event: SmaEvent, again: readonly Attempt[] = []): Step {
  const meeting = meetingOf(state);
  if (callerHasLeft(event)) return hangUpEveryone(event, meeting);
  if (state.phase !== 'trying') return afterActionWithNobodyTried(state, event);
  const { facts, attemptNumber, remaining } = state;
  return tryNext({ event, facts, made: attemptNumber, remaining: [...again, ...remaining], leaving: meeting });
}
