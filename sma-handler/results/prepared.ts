import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { SpeakAction } from '../../shared/contracts/sma-response.ts';
import type { PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import type { OpenMeeting } from '../../shared/ports/meetings.ts';
import { attemptsAfter } from '../../shared/domain/routing/remaining-attempts.ts';
import { joinChimeMeeting } from '../actions/join-chime-meeting.ts';
import { attemptBegan, attemptMade, tryNext } from '../attempts.ts';
import type { CallState, Trying } from '../call-state.ts';
import { apologise } from '../endings.ts';
import { telling, type BridgeAttempt, type Step, type World } from '../step.ts';

/** The meeting is there: the caller joins it. */
export function afterMeetingOpened(
  state: CallState,
  event: SmaEvent,
  words: readonly SpeakAction[],
  meeting: OpenMeeting,
): Step {
  if (state.phase !== 'trying') return apologise(event, undefined, meeting);
  const { meetingId, attendeeId } = meeting;
  const joining: Trying = { ...state, meeting: { meetingId, attendeeId } };
  return telling(
    { kind: 'respond', state: joining, actions: [...words, joinChimeMeeting(meeting)] },
    attemptBegan(joining),
  );
}

/** No meeting to be had, or no answer of the operator's service that helps: the next attempt as the policy has it. */
export function afterPreparedInVain(
  state: CallState,
  event: SmaEvent,
  world: World,
  { words, outcome }: { readonly words: readonly SpeakAction[]; readonly outcome: PolicyOutcome },
): Step {
  if (state.phase !== 'trying') return apologise(event, undefined, undefined, words);
  const { facts, attemptNumber: made, current, recording } = state;
  const remaining = attemptsAfter(current, outcome, state.remaining);
  const step = tryNext({ event, world, facts, made, remaining, recording, words });
  // A look-up is told of before it is asked for.
  const begun = current.kind === 'meeting' ? [attemptBegan(state)] : [];
  return telling(step, ...begun, { kind: 'attemptEnded', attempt: attemptMade(state), outcome });
}

/** The operator's service has answered: whom it names, if anybody, comes before the attempts still to come. */
export function afterLookedUp(
  state: CallState,
  event: SmaEvent,
  world: World,
  { words, attempts }: { readonly words: readonly SpeakAction[]; readonly attempts: readonly BridgeAttempt[] },
): Step {
  if (state.phase !== 'trying') return apologise(event, undefined, undefined, words);
  const { facts, attemptNumber: made, remaining, recording } = state;
  return tryNext({ event, world, facts, made, remaining: [...attempts, ...remaining], recording, words });
}
