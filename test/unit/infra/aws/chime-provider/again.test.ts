import { again } from '../../../../../infra/aws/chime-provider/again.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const busy = new Error('busy');
const wrong = new Error('wrong');

describe('what is done again', () => {
  let timers: TimersFake;
  beforeEach(() => {
    timers = new TimersFake();
  });

  /** Fails with these in turn, then succeeds. */
  const failing = (errors: Error[]): (() => Promise<string>) => {
    const left = [...errors];
    return async () => {
      const error = left.shift();
      if (error !== undefined) throw error;
      return 'done';
    };
  };
  const mayPass = (error: unknown): boolean => error === busy;

  it('comes ten seconds later', async () => {
    const done: string[] = [];
    const outcome = again(timers, failing([busy]), mayPass).then((result) => done.push(result));

    await timers.advanceBy(9_999);
    const before = [...done];
    await timers.advanceBy(1);
    await outcome;

    expect([before, done]).toEqual([[], ['done']]);
  });

  it('is given up after 75 s, however few tries those were', async () => {
    let tried = 0;
    const slowly = async (): Promise<string> => {
      tried += 1;
      await new Promise<void>((resolve) => void timers.after(30_000, resolve));
      throw busy;
    };
    const outcome = expect(again(timers, slowly, mayPass)).rejects.toBe(busy);

    for (let seconds = 0; seconds < 120; seconds += 10) await timers.advanceBy(10_000);
    await outcome;

    expect(tried).toBe(3);
    expect(timers.pending).toBe(0);
  });

  it('is given up after seven times', async () => {
    const sevenTimes = Array.from({ length: 7 }, () => busy);
    const outcome = expect(again(timers, failing(sevenTimes), mayPass)).rejects.toBe(busy);

    await timers.advanceBy(60_000);

    await outcome;
  });

  it('is not what will never pass', async () => {
    await expect(again(timers, failing([wrong]), mayPass)).rejects.toBe(wrong);
  });
});
