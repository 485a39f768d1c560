import type { LocalState } from '../../../../shared/contracts/local-cloud-api.ts';
import type { LaterTimers } from '../../workbench/timers.ts';
import { MeetingTeller, type MeetingVisit } from './meeting-visit.ts';

export interface LocalPhoneDoors {
  /** Has a local adviser take a place, who talks by a telephone. @returns which */
  readonly takePlace: (transactionId: string) => Promise<string>;
  readonly phones: () => Promise<LocalState['phones']>;
  readonly hangUp: (phone: string) => Promise<unknown>;
  readonly timers: LaterTimers;
}

const lookEveryMs = 1000;

/** Joins a meeting of the local cloud: there is no WebRTC there, so a local telephone talks. It cannot be muted. */
export function joinByLocalPhone(transactionId: string, doors: LocalPhoneDoors): MeetingVisit {
  const visit = new LocalVisit(doors);
  void visit.begin(transactionId);
  return visit;
}

class LocalVisit implements MeetingVisit {
  readonly #doors: LocalPhoneDoors;
  readonly #teller = new MeetingTeller();
  readonly snapshot = this.#teller.snapshot;
  readonly subscribe = this.#teller.subscribe;
  #phone: string | undefined;

  constructor(doors: LocalPhoneDoors) {
    this.#doors = doors;
  }

  async begin(transactionId: string): Promise<void> {
    try {
      this.#phone = await this.#doors.takePlace(transactionId);
    } catch (problem) {
      this.#teller.tell({ state: { kind: 'refused', problem } });
      return;
    }
    if (this.#teller.isOver) {
      await this.#hangUp(this.#phone);
      return;
    }
    this.#teller.tell({ state: { kind: 'there', isMuted: false, link: 'good' } });
    this.#lookLater(this.#phone);
  }

  readonly chooseInput = (): void => undefined;

  readonly leave = (): void => {
    if (this.#teller.isOver) return;
    this.#teller.tell({ state: { kind: 'left' } });
    if (this.#phone !== undefined) void this.#hangUp(this.#phone);
  };

  #lookLater(phone: string): void {
    this.#doors.timers.after(lookEveryMs, () => void this.#look(phone));
  }

  async #look(phone: string): Promise<void> {
    if (this.#teller.isOver) return;
    try {
      const phones = await this.#doors.phones();
      if (!phones.some((each) => each.phone === phone)) this.#teller.tell({ state: { kind: 'left' } });
    } catch {
      // Nobody answers at the moment: the talk goes on without this page.
    }
    if (!this.#teller.isOver) this.#lookLater(phone);
  }

  async #hangUp(phone: string): Promise<void> {
    // It may have been put down by the other side at the same moment.
    await this.#doors.hangUp(phone).catch(() => undefined);
  }
}
