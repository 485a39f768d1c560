import type { JoinChimeMeetingAction } from '../../shared/contracts/sma-response.ts';
import type { OpenMeeting } from '../../shared/ports/meetings.ts';

/** Takes the caller into a meeting. Never on a bridged call: AWS refuses it there (join-chime-meeting). */
export function joinChimeMeeting({ meetingId, joinToken }: OpenMeeting): JoinChimeMeetingAction {
  return {
    Type: 'JoinChimeMeeting',
    Parameters: { ParticipantTag: 'LEG-A', MeetingId: meetingId, JoinToken: joinToken },
  };
}
