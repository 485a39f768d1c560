import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { SpeakAction } from '../../shared/contracts/sma-response.ts';
import type { OpenMeeting } from '../../shared/ports/meetings.ts';
import { joinChimeMeeting } from '../actions/join-chime-meeting.ts';
import { apologise } from '../attempts.ts';
import type { Step } from '../step.ts';
import type { CallState } from '../call-state.ts';

/** The meeting is there: the caller joins it. */
export function afterMeetingOpened(
  state: CallState,
  event: SmaEvent,
  words: readonly SpeakAction[],
  meeting: OpenMeeting,
): Step {
  if (state.phase !== 'trying') return apologise(event, undefined, meeting);
  const { meetingId, attendeeId } = meeting;
  return {
    kind: 'respond',
    state: { ...state, meeting: { meetingId, attendeeId } },
    actions: [...words, joinChimeMeeting(meeting)],
  };
}
