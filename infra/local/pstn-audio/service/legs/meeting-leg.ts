import type { Leg, LegDescription } from './leg.ts';

/** The caller's place in a meeting, as the meetings service keeps it. */
export interface MeetingSeat {
  readonly meetingId: string;
  /** Resolves when the seat is lost: left, attendee deleted, meeting ended. */
  readonly left: Promise<void>;
  leave(): void;
}

/** LEG-B of a call that has joined a meeting: the meeting itself. */
export class MeetingLeg implements Leg {
  readonly description: LegDescription;
  readonly audio = undefined;
  readonly ended: Promise<number>;
  readonly #seat: MeetingSeat;
  #connected = true;

  constructor(description: LegDescription, seat: MeetingSeat) {
    this.description = description;
    this.#seat = seat;
    this.ended = seat.left.then(() => {
      this.#connected = false;
      return 0;
    });
  }

  get meetingId(): string {
    return this.#seat.meetingId;
  }

  get connected(): boolean {
    return this.#connected;
  }

  hangUp(): void {
    if (!this.#connected) return;
    this.#connected = false;
    this.#seat.leave();
  }
}
