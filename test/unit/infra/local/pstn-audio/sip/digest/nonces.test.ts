import { Nonces } from '../../../../../../../infra/local/pstn-audio/sip/digest/nonces.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';

describe('nonces', () => {
  it('are remembered from their first use until they are too old', async () => {
    const clock = new TimersFake();
    const nonces = new Nonces({ ids: idsFake(), clock, lifetime: 1000 });
    const use = (): string => nonces.use(nonces.issue(), 1);

    nonces.issue();
    expect(nonces.remembered).toBe(0);
    expect([use(), use(), use()]).toEqual(['fresh', 'fresh', 'fresh']);
    expect(nonces.remembered).toBe(3);
    await clock.advanceBy(1000);
    use();

    expect(nonces.remembered).toBe(1);
  });

  it('of another door are foreign', () => {
    const clock = new TimersFake();
    const ids = idsFake();
    const [ours, theirs] = [1, 2].map(() => new Nonces({ ids, clock, lifetime: 1000 }));

    expect(ours!.use(theirs!.issue(), 1)).toBe('foreign');
    expect(ours!.use('', 1)).toBe('foreign');
  });
});
