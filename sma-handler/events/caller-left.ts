import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import { attemptMade } from '../attempts.ts';
import type { CallState } from '../call-state.ts';
import { hangUpEveryone } from '../endings.ts';
import { endedLeg } from '../legs.ts';
import { telling, type Answer } from '../step.ts';
import { voicemailLeft } from './voicemail-left.ts';

/** The caller is gone: nothing more is said, and whoever is left is hung up. */
export function afterCallerLeft(state: CallState, event: SmaEvent): Answer {
  const gone = event.InvocationEventType === 'HANGUP' ? endedLeg(event).callId : undefined;
  return telling(hangUpEveryone(state, event, gone), ...whatEnded(state, event));
}

function whatEnded(state: CallState, event: SmaEvent): readonly Happening[] {
  if (state.phase !== 'trying' && state.phase !== 'waiting') return [];
  // Whoever hangs up after their message has left it; where nothing is told of it, it may lie in the bucket all the same.
  if (
    state.phase === 'trying' &&
    state.current.kind === 'voicemail' &&
    event.ActionData?.Type === 'RecordAudio' &&
    event.InvocationEventType === 'ACTION_SUCCESSFUL'
  )
    return [voicemailLeft(state, event)];
  return [{ kind: 'attemptEnded', attempt: attemptMade(state), outcome: 'callerLeft' }];
}
