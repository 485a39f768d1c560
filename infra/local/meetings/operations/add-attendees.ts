import { errorOnTheWire } from '../api-error.ts';
import type { Attendee, AttendeeCapabilities } from '../meeting.ts';
import type { MeetingRegistry } from '../meeting-registry.ts';
import { meetingFull } from './operation.ts';

interface WantedAttendee {
  readonly ExternalUserId: string;
  readonly Capabilities: AttendeeCapabilities;
}

/** What an operation answers that lets several in at once: those who find no place are told in Errors, the others are in. */
export interface AddedAttendees {
  readonly Attendees: readonly Attendee[];
  readonly Errors: readonly {
    readonly ExternalUserId: string;
    readonly ErrorCode: string;
    readonly ErrorMessage: string;
  }[];
}

export function addAttendees(
  registry: MeetingRegistry,
  meetingId: string,
  wanted: readonly WantedAttendee[],
): AddedAttendees | 'noSuchMeeting' {
  const added: Attendee[] = [];
  const errors: AddedAttendees['Errors'][number][] = [];
  for (const { ExternalUserId, Capabilities } of wanted) {
    const attendee = registry.addAttendee(meetingId, ExternalUserId, Capabilities);
    if (attendee === 'noSuchMeeting') return attendee;
    if (attendee === 'full')
      errors.push({
        ExternalUserId,
        ErrorCode: errorOnTheWire('LimitExceededException').code,
        ErrorMessage: meetingFull,
      });
    else added.push(attendee);
  }
  return { Attendees: added, Errors: errors };
}
