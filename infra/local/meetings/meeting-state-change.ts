import { meetingStateChange } from '../../../shared/contracts/meeting-events.ts';
import type { MeetingEvent } from './meeting-events.ts';

/** As EventBridge has it: source, detail-type and detail of an event. */
export interface MeetingStateChange {
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Readonly<Record<string, string | number>>;
}

const eventTypes: Readonly<Record<MeetingEvent['kind'], string>> = {
  meetingStarted: 'chime:MeetingStarted',
  attendeeAdded: 'chime:AttendeeAdded',
  attendeeJoined: 'chime:AttendeeJoined',
  attendeeLeft: 'chime:AttendeeLeft',
  attendeeDropped: 'chime:AttendeeDropped',
  meetingEnded: 'chime:MeetingEnded',
};

/** What AWS tells EventBridge when this happens in a meeting (Amazon Chime SDK developer guide, using-events). */
export function meetingStateChangeOf(event: MeetingEvent, mediaRegion: string): MeetingStateChange {
  const { kind, meetingId, externalMeetingId, attendeeId, externalUserId, at } = event;
  const comesOrGoes = kind === 'attendeeJoined' || kind === 'attendeeLeft' || kind === 'attendeeDropped';
  return {
    source: meetingStateChange.source,
    'detail-type': meetingStateChange.detailType,
    detail: {
      version: '0',
      eventType: eventTypes[kind],
      timestamp: at,
      meetingId,
      ...(attendeeId === undefined ? {} : { attendeeId }),
      ...(externalUserId === undefined ? {} : { externalUserId }),
      ...(comesOrGoes ? { networkType: 'Voip' } : {}),
      externalMeetingId,
      mediaRegion,
    },
  };
}
