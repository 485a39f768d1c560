import type { Ids } from '../../../shared/ports/ids.ts';
import { maxAttendees, type Attendee, type AttendeeCapabilities, type Meeting } from './meeting.ts';
import type { MeetingEvents } from './meeting-events.ts';

/** A meeting that has not ended, and who may join it. */
export interface OpenMeeting {
  readonly meeting: Meeting;
  /** By AttendeeId, in the order in which they were created. */
  readonly attendees: ReadonlyMap<string, Attendee>;
}

export type NewMeeting = Omit<Meeting, 'MeetingId' | 'MeetingArn' | 'MediaPlacement'>;

/** Hears what the API ends, before it is gone. */
export interface RegistryWatcher {
  attendeeDeleted(meetingId: string, attendeeId: string): void;
  meetingEnding(meetingId: string): void;
}

interface Entry extends OpenMeeting {
  readonly requestToken: string;
  readonly attendees: Map<string, Attendee>;
}

export interface MeetingRegistryParts {
  readonly ids: Ids;
  readonly events: MeetingEvents;
  /** Where a client would find a meeting's media. */
  readonly placement: (meetingId: string) => Meeting['MediaPlacement'];
}

/** The meetings there are and their attendees. */
export class MeetingRegistry {
  readonly #parts: MeetingRegistryParts;
  readonly #watchers: RegistryWatcher[] = [];
  readonly #meetings = new Map<string, Entry>();

  constructor(parts: MeetingRegistryParts) {
    this.#parts = parts;
  }

  watch(watcher: RegistryWatcher): void {
    this.#watchers.push(watcher);
  }

  /** The same token is the same meeting, for as long as that meeting lasts. */
  openMeeting(requestToken: string, wanted: NewMeeting): Meeting {
    const existing = [...this.#meetings.values()].find((entry) => entry.requestToken === requestToken);
    if (existing !== undefined) return existing.meeting;

    const id = this.#parts.ids.uuid();
    const meeting: Meeting = {
      ...wanted,
      MeetingId: id,
      MeetingArn: `arn:aws:chime:${wanted.MediaRegion}:111122223333:meeting/${id}`,
      MediaPlacement: this.#parts.placement(id),
    };
    this.#meetings.set(id, { requestToken, meeting, attendees: new Map() });
    this.#parts.events.tell({ kind: 'meetingStarted', meetingId: id, externalMeetingId: meeting.ExternalMeetingId });
    return meeting;
  }

  find(meetingId: string): OpenMeeting | undefined {
    return this.#meetings.get(meetingId);
  }

  /** The same ExternalUserId in the same meeting is the same attendee. */
  addAttendee(
    meetingId: string,
    externalUserId: string,
    capabilities: AttendeeCapabilities,
  ): Attendee | 'noSuchMeeting' | 'full' {
    const entry = this.#meetings.get(meetingId);
    if (entry === undefined) return 'noSuchMeeting';
    const existing = [...entry.attendees.values()].find(({ ExternalUserId }) => ExternalUserId === externalUserId);
    if (existing !== undefined) return existing;
    if (entry.attendees.size >= (entry.meeting.MeetingFeatures?.Attendee?.MaxCount ?? maxAttendees)) return 'full';

    const id = this.#parts.ids.uuid();
    const token = Buffer.from(`${id}:${this.#parts.ids.uuid()}`).toString('base64url');
    const attendee: Attendee = {
      ExternalUserId: externalUserId,
      AttendeeId: id,
      JoinToken: token,
      Capabilities: capabilities,
    };
    entry.attendees.set(id, attendee);
    this.#parts.events.tell({
      kind: 'attendeeAdded',
      meetingId,
      externalMeetingId: entry.meeting.ExternalMeetingId,
      attendeeId: id,
      externalUserId,
    });
    return attendee;
  }

  /** False when there is no such attendee. */
  deleteAttendee(meetingId: string, attendeeId: string): boolean {
    const entry = this.#meetings.get(meetingId);
    if (entry === undefined || !entry.attendees.has(attendeeId)) return false;
    for (const watcher of this.#watchers) watcher.attendeeDeleted(meetingId, attendeeId);
    return entry.attendees.delete(attendeeId);
  }

  /** False when there is no such meeting. */
  endMeeting(meetingId: string): boolean {
    const entry = this.#meetings.get(meetingId);
    if (entry === undefined) return false;
    // First of all, so that whoever is told to leave cannot come back.
    this.#meetings.delete(meetingId);
    for (const watcher of this.#watchers) watcher.meetingEnding(meetingId);
    this.#parts.events.tell({ kind: 'meetingEnded', meetingId, externalMeetingId: entry.meeting.ExternalMeetingId });
    return true;
  }

  endAll(): void {
    for (const meetingId of this.#meetings.keys()) this.endMeeting(meetingId);
  }

  /** Who is admitted by a join token. */
  admitted(joinToken: string): { readonly meeting: Meeting; readonly attendee: Attendee } | undefined {
    for (const { meeting, attendees } of this.#meetings.values()) {
      const attendee = [...attendees.values()].find(({ JoinToken }) => JoinToken === joinToken);
      if (attendee !== undefined) return { meeting, attendee };
    }
    return undefined;
  }
}
