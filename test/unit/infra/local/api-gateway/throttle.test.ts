import { tokenBucket } from '../../../../../infra/local/api-gateway/throttle.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

function takenOf(take: () => boolean, times: number): number {
  return Array.from({ length: times }, take).filter(Boolean).length;
}

describe('the throttle of a route', () => {
  it('lets a burst through at once, and then as many as it says in a second', async () => {
    const time = new TimersFake();
    const take = tokenBucket({ perSecond: 5, burst: 10 }, time);

    const atOnce = takenOf(take, 20);
    await time.advanceBy(1000);
    const aSecondLater = takenOf(take, 20);

    expect([atOnce, aSecondLater]).toEqual([10, 5]);
  });

  it('saves no more than a burst, however long nobody asks', async () => {
    const time = new TimersFake();
    const take = tokenBucket({ perSecond: 5, burst: 10 }, time);

    await time.advanceBy(3_600_000);

    expect(takenOf(take, 50)).toBe(10);
  });
});
