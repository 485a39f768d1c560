import type { LocalMeetings } from '../../meetings/meetings.ts';
import type { MeetingDoor } from '../service/call-control.ts';

/** Lets phone legs into the meetings of the local service. */
export function meetingDoor({ rooms }: LocalMeetings): MeetingDoor {
  return {
    join({ joinToken, meetingId, audio }) {
      const outcome = rooms.join(joinToken, audio, meetingId === undefined ? {} : { meetingId });
      return outcome.kind === 'joined' ? outcome.seat : undefined;
    },
    setMuted: (meetingId, attendeeIds, muted) => rooms.setMuted(meetingId, attendeeIds, muted),
  };
}
