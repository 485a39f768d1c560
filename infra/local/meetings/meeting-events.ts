import type { Clock } from '../../../shared/ports/clock.ts';

/** After EventBridge's "Chime Meeting State Change" events (Amazon Chime SDK developer guide, using-events). */
export interface MeetingEvent {
  readonly kind:
    'meetingStarted' | 'attendeeAdded' | 'attendeeJoined' | 'attendeeLeft' | 'attendeeDropped' | 'meetingEnded';
  readonly meetingId: string;
  readonly externalMeetingId: string;
  /** Of an attendee's event. */
  readonly attendeeId?: string;
  readonly externalUserId?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type MeetingListener = (event: MeetingEvent) => void;

/** Tells listeners what happens in meetings, in the order in which it happens. */
export class MeetingEvents {
  readonly #clock: Clock;
  readonly #listeners = new Set<MeetingListener>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns what ends the subscription. */
  on(listener: MeetingListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(event: Omit<MeetingEvent, 'at'>): void {
    const full: MeetingEvent = { ...event, at: this.#clock.now() };
    for (const listener of this.#listeners) listener(full);
  }
}
