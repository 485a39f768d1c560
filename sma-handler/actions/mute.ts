import type { SmaAction } from '../../shared/contracts/sma-response.ts';
import type { MeetingPlace } from '../call-state.ts';

/** Mutes the caller in the meeting, or lets them be heard again. */
export function muteCaller(
  operation: 'Mute' | 'Unmute',
  { meetingId, attendeeId }: MeetingPlace,
  callerId: string,
): SmaAction {
  return {
    Type: 'ModifyChimeMeetingAttendees',
    Parameters: { CallId: callerId, Operation: operation, MeetingId: meetingId, AttendeeList: [attendeeId] },
  };
}
