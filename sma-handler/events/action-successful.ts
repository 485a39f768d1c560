import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { speak } from '../actions/speak.ts';
import { carryOn, hangUpEveryone, part, tryNext } from '../attempts.ts';
import { meetingOf, type CallState, type Trying } from '../call-state.ts';
import { callerHasLeft } from '../legs.ts';
import { thanksForVoicemail } from '../speech/words.ts';
import type { Step, World } from '../step.ts';
import { afterActionWithNobodyTried } from './nobody-tried.ts';

/** An action went well: somebody answered, a voicemail was left, or words were said. */
export function afterActionSuccessful(state: CallState, event: SmaEvent, world: World): Step {
  if (callerHasLeft(event)) return hangUpEveryone(event, meetingOf(state));
  return state.phase === 'trying' ? afterSuccess(state, event, world) : afterActionWithNobodyTried(state, event);
}

function afterSuccess(state: Trying, event: SmaEvent, world: World): Step {
  const { facts, meeting, current, attemptNumber, remaining } = state;
  if (current.kind === 'message') return tryNext({ event, world, facts, made: attemptNumber, remaining });
  // Words before the attempt: what is left of the list goes on.
  if (event.ActionData?.Type === 'Speak') return carryOn(state);
  if (current.kind === 'voicemail') return part(event, facts, [speak(thanksForVoicemail(current.locale))]);
  return {
    kind: 'respond',
    state: { phase: 'connected', facts, ...(meeting === undefined ? {} : { meeting }) },
    actions: [],
  };
}
