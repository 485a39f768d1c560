import { timersOn, type TimeSource } from '../../../../../shared/adapters/system/system-timers.ts';

/** A machine whose clock goes on as the test says, also while it runs nothing. */
function machine(): { source: TimeSource; run: (until: number) => void; sleep: (milliseconds: number) => void } {
  let now = 0;
  const due: { at: number; action: () => void }[] = [];
  return {
    source: {
      now: () => now,
      once: (milliseconds, action) => {
        const entry = { at: now + milliseconds, action };
        due.push(entry);
        return () => void due.splice(due.indexOf(entry), 1);
      },
    },
    /** Runs what falls due until then. */
    run: (until: number): void => {
      for (let next = due.find(({ at }) => at <= until); next !== undefined; next = due.find(({ at }) => at <= until)) {
        due.splice(due.indexOf(next), 1);
        now = Math.max(now, next.at);
        next.action();
      }
      now = until;
    },
    sleep: (milliseconds: number): void => {
      now += milliseconds;
    },
  };
}

describe('timers of the system', () => {
  it('make up for a short delay, so that in the long run no period is lost', () => {
    const { source, run, sleep } = machine();
    let runs = 0;
    timersOn(source).every(20, () => (runs += 1));

    run(100);
    sleep(90);
    run(1000);

    expect(runs).toBe(50);
  });

  it('do not make up for the time that a machine was asleep', () => {
    const { source, run, sleep } = machine();
    let runs = 0;
    timersOn(source).every(20, () => (runs += 1));

    run(100);
    sleep(10_000);
    run(10_200);

    expect(runs).toBeLessThan(15);
  });

  it('run no more when they are called off', () => {
    const { source, run } = machine();
    let runs = 0;
    const timer = timersOn(source).every(20, () => (runs += 1));

    run(40);
    timer.cancel();
    run(100);

    expect(runs).toBe(2);
  });
});
