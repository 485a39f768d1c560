import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import type { Timer, Timers } from '../../shared/ports/timers.ts';
import { actions, connected, pstnAudioForEachTest, respond } from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

/** The system's timers, which tell when none waits any more. */
class CountedTimers implements Timers {
  readonly #waiting = new Set<object>();
  #whenNone: (() => void) | undefined;

  after(milliseconds: number, action: () => void): Timer {
    const key = {};
    return this.#keep(
      key,
      systemTimers.after(milliseconds, () => {
        this.#drop(key);
        action();
      }),
    );
  }

  every(milliseconds: number, action: () => void): Timer {
    return this.#keep({}, systemTimers.every(milliseconds, action));
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  none(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenNone = resolve;
      this.#check();
    });
  }

  #keep(key: object, timer: Timer): Timer {
    this.#waiting.add(key);
    return {
      cancel: () => {
        timer.cancel();
        this.#drop(key);
      },
    };
  }

  #drop(key: object): void {
    this.#waiting.delete(key);
    this.#check();
  }

  #check(): void {
    if (this.#waiting.size === 0) this.#whenNone?.();
  }
}

describe('many calls one after another', () => {
  it('leave no leg and no timer behind', async () => {
    const timers = new CountedTimers();
    const fixture = await between(
      ({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(actions.speak, actions.hangup()) : respond(),
      { timers, sipTiming: { t1: 10, t2: 40, t4: 50 } },
    );
    const atRest = timers.waiting;

    for (let n = 0; n < 20; n += 1) await (await connected(fixture)).ended;
    await fixture.service.idle();
    await timers.none();

    expect(atRest).toBe(0);
    expect(fixture.told).toHaveLength(40);
    expect(fixture.service.connectedLegs).toBe(0);
  });
});
