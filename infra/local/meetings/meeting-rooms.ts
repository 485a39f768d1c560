import type { Timers } from '../../../shared/ports/timers.ts';
import type { AudioParty } from '../pstn-audio/media/audio.ts';
import { createMixer, type Mixer, type MixerPlace } from '../pstn-audio/media/mixer.ts';
import { phoneParty } from '../pstn-audio/media/phone-party.ts';
import type { RtpEndpoint } from '../pstn-audio/media/rtp-endpoint.ts';
import { permittedParty } from './permitted-party.ts';
import type { MeetingEvents } from './meeting-events.ts';
import type { MeetingRegistry } from './meeting-registry.ts';

export type DisconnectReason = 'attendeeDeleted' | 'meetingEnded' | 'replaced';

/** A party's place in a meeting, from joining until leaving. */
export interface MeetingSeat {
  readonly meetingId: string;
  readonly attendeeId: string;
  /** Resolves when the seat is lost, for whatever reason. */
  readonly left: Promise<void>;
  /** Does nothing once the seat is lost. */
  leave(): void;
  /** The connection is lost: events tell so. Whoever has the join token may come again. Does nothing once the seat is lost. */
  drop(): void;
}

export type JoinOutcome =
  | { readonly kind: 'joined'; readonly seat: MeetingSeat }
  | { readonly kind: 'refused'; readonly reason: 'unknownToken' | 'otherMeeting' };

export interface JoinOptions {
  /** When given, the token must belong to this meeting. */
  readonly meetingId?: string;
  /** Told when the party is put out; not when it leaves by itself. */
  readonly onDisconnected?: (reason: DisconnectReason) => void;
}

/** Who is in which meeting. */
export interface MeetingRooms {
  /**
   * Takes a party into the meeting that the join token admits to; a phone leg plays what it hears there from now on. An
   * attendee has one seat: joining again gives up the first one.
   */
  join(joinToken: string, party: AudioParty | RtpEndpoint, options?: JoinOptions): JoinOutcome;
  /** Nobody hears a muted attendee. Returns the attendees that are not in the meeting. */
  setMuted(meetingId: string, attendeeIds: readonly string[], muted: boolean): string[];
  /** The attendees in the meeting, in the order in which they joined. */
  present(meetingId: string): string[];
}

interface Room {
  readonly mixer: Mixer;
  /** By attendee. */
  readonly seats: Map<
    string,
    { readonly place: MixerPlace; readonly vacate: (reason?: DisconnectReason | 'dropped') => void }
  >;
}

export interface RoomParts {
  readonly timers: Timers;
  readonly registry: MeetingRegistry;
  readonly events: MeetingEvents;
}

/**
 * Where the audio of meetings is mixed: each party hears all the others. This stands in for the media session that a Chime
 * client has with AWS: there is no WebRTC, no signalling and no video here, parties join in this process with frames of
 * 8 kHz audio. What counts is the same: a join token admits one attendee, for as long as attendee and meeting exist.
 */
export function openRooms({ timers, registry, events }: RoomParts): MeetingRooms {
  const rooms = new Map<string, Room>();

  const roomOf = (meetingId: string): Room => {
    const room = rooms.get(meetingId) ?? { mixer: createMixer(timers), seats: new Map() };
    rooms.set(meetingId, room);
    return room;
  };

  registry.watch({
    attendeeDeleted: (meetingId, attendeeId) => rooms.get(meetingId)?.seats.get(attendeeId)?.vacate('attendeeDeleted'),
    meetingEnding: (meetingId) => {
      for (const seat of rooms.get(meetingId)?.seats.values() ?? []) seat.vacate('meetingEnded');
      rooms.delete(meetingId);
    },
  });

  return {
    join(joinToken, party, { meetingId: expected, onDisconnected = () => undefined } = {}) {
      const admitted = registry.admitted(joinToken);
      if (admitted === undefined) return { kind: 'refused', reason: 'unknownToken' };
      const { attendee, meeting } = admitted;
      if (expected !== undefined && expected !== meeting.MeetingId) return { kind: 'refused', reason: 'otherMeeting' };

      const attendeeId = attendee.AttendeeId;
      const news = {
        meetingId: meeting.MeetingId,
        externalMeetingId: meeting.ExternalMeetingId,
        attendeeId,
        externalUserId: attendee.ExternalUserId,
      };
      const room = roomOf(meeting.MeetingId);
      room.seats.get(attendeeId)?.vacate('replaced');
      // Not before the first seat is given up: the same phone may come again.
      const place = room.mixer.join(
        permittedParty('voice' in party ? party : phoneParty(party), attendee.Capabilities.Audio),
      );
      const { promise: left, resolve } = Promise.withResolvers<void>();
      const vacate = (reason?: DisconnectReason | 'dropped'): void => {
        if (room.seats.get(attendeeId)?.place !== place) return;
        room.seats.delete(attendeeId);
        place.leave();
        events.tell({ kind: reason === 'dropped' ? 'attendeeDropped' : 'attendeeLeft', ...news });
        if (reason !== undefined && reason !== 'dropped') onDisconnected(reason);
        resolve();
      };
      room.seats.set(attendeeId, { place, vacate });
      events.tell({ kind: 'attendeeJoined', ...news });
      return {
        kind: 'joined',
        seat: { meetingId: meeting.MeetingId, attendeeId, left, leave: () => vacate(), drop: () => vacate('dropped') },
      };
    },

    setMuted(meetingId, attendeeIds, muted) {
      const absent: string[] = [];
      for (const attendeeId of attendeeIds) {
        const seat = rooms.get(meetingId)?.seats.get(attendeeId);
        if (seat === undefined) absent.push(attendeeId);
        else seat.place.muted = muted;
      }
      return absent;
    },

    present: (meetingId) => [...(rooms.get(meetingId)?.seats.keys() ?? [])],
  };
}
