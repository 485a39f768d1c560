import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import type { MeetingEvent } from './meeting-events.ts';

/** Amazon Chime SDK developer guide, create-mtgs: when a meeting ends by itself. */
const emptyMilliseconds = 5 * 60_000;
const longestMilliseconds = 24 * 60 * 60_000;

export interface LifetimeParts {
  readonly timers: Timers;
  readonly isEmpty: (meetingId: string) => boolean;
  readonly endMeeting: (meetingId: string) => void;
}

interface Lifetime {
  readonly longest: Timer;
  empty: Timer | undefined;
}

/** Ends meetings that nobody has been in for five minutes, and any meeting after 24 hours. Listens to meeting events. */
export function keepLifetimes({ timers, isEmpty, endMeeting }: LifetimeParts): (event: MeetingEvent) => void {
  const lifetimes = new Map<string, Lifetime>();
  const whenEmpty = (meetingId: string): Timer => timers.after(emptyMilliseconds, () => endMeeting(meetingId));

  return ({ kind, meetingId }) => {
    const lifetime = lifetimes.get(meetingId);
    switch (kind) {
      case 'meetingStarted':
        lifetimes.set(meetingId, {
          longest: timers.after(longestMilliseconds, () => endMeeting(meetingId)),
          empty: whenEmpty(meetingId),
        });
        break;
      case 'attendeeJoined':
        lifetime?.empty?.cancel();
        break;
      case 'attendeeLeft':
      case 'attendeeDropped':
        if (lifetime !== undefined && isEmpty(meetingId)) lifetime.empty = whenEmpty(meetingId);
        break;
      case 'meetingEnded':
        lifetime?.longest.cancel();
        lifetime?.empty?.cancel();
        lifetimes.delete(meetingId);
        break;
      case 'attendeeAdded':
        break;
      default:
        kind satisfies never;
    }
  };
}
