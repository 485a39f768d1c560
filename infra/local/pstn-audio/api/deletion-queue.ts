import type { Timer, Timers } from '../../../../shared/ports/timers.ts';
import type { PhoneNumber } from '../objects/phone-number.ts';
import type { Registry } from '../objects/registry.ts';

const sevenDaysMs = 7 * 24 * 60 * 60 * 1000;

/** Numbers given up, which can be had back for 7 days (Amazon Chime SDK administrator guide, delete-phone). */
export class DeletionQueue {
  readonly #registry: Registry;
  readonly #timers: Timers;
  readonly #leaving = new Map<string, Timer>();

  constructor({ registry, timers }: { readonly registry: Registry; readonly timers: Timers }) {
    this.#registry = registry;
    this.#timers = timers;
  }

  /** A number without associations is the account's no longer. */
  add(number: PhoneNumber): void {
    const now = this.#registry.now();
    const key = number.E164PhoneNumber;
    this.#registry.phoneNumbers.set(key, {
      ...number,
      Status: 'ReleaseInProgress',
      UpdatedTimestamp: now,
      DeletionTimestamp: new Date(Date.parse(now) + sevenDaysMs).toISOString(),
    });
    this.#leaving.set(
      key,
      this.#timers.after(sevenDaysMs, () => {
        this.#leaving.delete(key);
        this.#registry.phoneNumbers.delete(key);
      }),
    );
  }

  /** The number is the account's again. */
  restore(number: PhoneNumber): PhoneNumber {
    this.#leaving.get(number.E164PhoneNumber)?.cancel();
    this.#leaving.delete(number.E164PhoneNumber);
    const { DeletionTimestamp: _calledOff, ...kept } = number;
    const restored: PhoneNumber = { ...kept, Status: 'Unassigned', UpdatedTimestamp: this.#registry.now() };
    this.#registry.phoneNumbers.set(number.E164PhoneNumber, restored);
    return restored;
  }

  close(): void {
    for (const timer of this.#leaving.values()) timer.cancel();
  }
}
