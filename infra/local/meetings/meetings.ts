import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { PlannedFaults } from '../http/planned-faults.ts';
import type { MeetingFaults, PlannedMeetingFaults } from './faults.ts';
import { httpApi } from './http-api.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import { MeetingEvents, type MeetingListener } from './meeting-events.ts';
import { keepLifetimes } from './meeting-lifetime.ts';
import { MeetingRegistry } from './meeting-registry.ts';
import { openRooms, type MeetingRooms } from './meeting-rooms.ts';
import type { Meeting } from './meeting.ts';

/** How long a request may take to arrive. */
const requestTimeoutMs = 10_000;

export interface MeetingsOptions {
  readonly timers: Timers;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Default 0: any free port. */
  readonly port?: number;
}

/** The local Chime SDK Meetings service. */
export interface LocalMeetings {
  /** For the SDK client's `endpoint`, or AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS. */
  readonly endpoint: string;
  readonly rooms: MeetingRooms;
  readonly faults: MeetingFaults;
  /** Returns what ends the subscription. */
  onEvent(listener: MeetingListener): () => void;
  /** Ends every meeting and frees the port. */
  close(): Promise<void>;
}

/** Starts the service on 127.0.0.1. Rejects with the system's error when the port cannot be had. */
export async function startMeetings({ timers, ids, clock, port = 0 }: MeetingsOptions): Promise<LocalMeetings> {
  const events = new MeetingEvents(clock);
  const faults: PlannedMeetingFaults = new PlannedFaults();
  const registry = new MeetingRegistry({
    ids,
    events,
    placement: (meetingId) => placement(server.endpoint, meetingId),
  });
  const rooms = openRooms({ timers, registry, events });
  events.on(
    keepLifetimes({
      timers,
      isEmpty: (meetingId) => rooms.present(meetingId).length === 0,
      endMeeting: (meetingId) => void registry.endMeeting(meetingId),
    }),
  );
  const server = await serveOnLoopback(httpApi({ ids, registry, faults }), { port, requestTimeout: requestTimeoutMs });
  return {
    endpoint: server.endpoint,
    rooms,
    faults,
    onEvent: (listener) => events.on(listener),
    async close() {
      registry.endAll();
      await server.close();
      // A request may have come between.
      registry.endAll();
    },
  };
}

/** The addresses that a Chime client would use. Nothing answers there: parties join through the rooms. */
function placement(endpoint: string, meetingId: string): Meeting['MediaPlacement'] {
  const { host } = new URL(endpoint);
  return {
    AudioHostUrl: host,
    AudioFallbackUrl: `wss://${host}/calls/${meetingId}`,
    SignalingUrl: `wss://${host}/control/${meetingId}`,
    TurnControlUrl: `https://${host}/v2/turn_sessions`,
    ScreenDataUrl: `wss://${host}/v2/screen/${meetingId}`,
    ScreenSharingUrl: `wss://${host}/v2/screen/${meetingId}`,
    ScreenViewingUrl: `wss://${host}/ws/connect/${meetingId}`,
    EventIngestionUrl: `https://${host}/v1/client-events`,
  };
}
