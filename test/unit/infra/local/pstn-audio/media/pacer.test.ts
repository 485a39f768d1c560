import { everyFrame } from '../../../../../../infra/local/pstn-audio/media/pacer.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';

describe('the clock that legs share', () => {
  it('beats for each of them every 20 ms until it leaves, with a few timers for all', async () => {
    const timers = new TimersFake();
    const beats = Array.from({ length: 100 }, () => 0);
    const members = beats.map((_, index) => everyFrame(timers, () => (beats[index]! += 1)));
    expect(timers.pending).toBe(8);

    await timers.advanceBy(1000);
    for (const member of members.slice(1)) member.cancel();
    await timers.advanceBy(1000);

    expect(beats).toEqual([100, ...Array<number>(99).fill(50)]);
    expect(timers.pending).toBe(1);
    members[0]!.cancel();
    members[0]!.cancel();
    expect(timers.pending).toBe(0);
  });
});
