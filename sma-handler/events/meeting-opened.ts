import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { OpenMeeting } from '../../shared/ports/meetings.ts';
import { joinChimeMeeting } from '../actions/join-chime-meeting.ts';
import { apologise, tryNext } from '../attempts.ts';
import type { Step } from '../step.ts';
import type { CallState } from '../call-state.ts';

/** The meeting is there: the caller joins it. */
export function afterMeetingOpened(state: CallState, event: SmaEvent, meeting: OpenMeeting): Step {
  if (state.phase !== 'trying') return apologise(event, undefined, meeting);
  const { meetingId, attendeeId } = meeting;
  return {
    kind: 'respond',
    state: { ...state, meeting: { meetingId, attendeeId } },
    actions: [joinChimeMeeting(meeting)],
  };
}

/** No meeting to be had: the next attempt. */
export function afterMeetingFailed(state: CallState, event: SmaEvent): Step {
  if (state.phase !== 'trying') return apologise(event, undefined);
  const { facts, attemptNumber, remaining } = state;
  return tryNext({ event, facts, made: attemptNumber, remaining });
}
