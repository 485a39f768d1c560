import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { hangUpEveryone } from '../attempts.ts';
import { meetingOf, type CallState } from '../call-state.ts';
import { callerHasLeft } from '../legs.ts';
import type { Step } from '../step.ts';
import { afterActionWithNobodyTried } from './nobody-tried.ts';

/** An action went well: somebody answered, or our last words were said. */
export function afterActionSuccessful(state: CallState, event: SmaEvent): Step {
  if (callerHasLeft(event)) return hangUpEveryone(event, meetingOf(state));
  if (state.phase !== 'trying') return afterActionWithNobodyTried(state, event);
  const { facts, meeting } = state;
  return {
    kind: 'respond',
    state: { phase: 'connected', facts, ...(meeting === undefined ? {} : { meeting }) },
    actions: [],
  };
}
