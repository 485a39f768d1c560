import type { LocalState } from '../../../../../shared/contracts/local-cloud-api.ts';
import { joinByLocalPhone } from '../../../../../console/web/desk/meeting/local-phone.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

function aLocalCloud() {
  const timers = new TimersFake();
  const phones: LocalState['phones'][number][] = [];
  const hungUp: string[] = [];
  const doors = {
    takePlace: async () => {
      phones.push({ phone: 'phone-1', destination: 'meeting:adviser', state: 'talking' });
      return 'phone-1';
    },
    phones: async () => [...phones],
    hangUp: async (phone: string) => void hungUp.push(phone),
    timers,
  };
  return { timers, phones, hungUp, doors };
}

describe('an adviser of the local cloud', () => {
  it('is there as long as the telephone is talked on', async () => {
    const { doors, timers, phones } = aLocalCloud();

    const visit = joinByLocalPhone('call-1', doors);
    await timers.advanceBy(5000);
    const meanwhile = visit.snapshot().state.kind;
    phones.length = 0;
    await timers.advanceBy(1000);

    expect(meanwhile).toBe('there');
    expect(visit.snapshot().state).toEqual({ kind: 'left' });
  });

  it('puts the telephone down on leaving, and cannot be muted', async () => {
    const { doors, timers, hungUp } = aLocalCloud();
    const visit = joinByLocalPhone('call-1', doors);
    await timers.advanceBy(0);

    visit.leave();

    expect(hungUp).toEqual(['phone-1']);
    expect(visit.mute).toBeUndefined();
  });

  it('who leaves before there is a telephone has it put down once there is', async () => {
    const { doors, timers, hungUp } = aLocalCloud();

    const visit = joinByLocalPhone('call-1', doors);
    visit.leave();
    await timers.advanceBy(0);

    expect(hungUp).toEqual(['phone-1']);
    expect(visit.snapshot().state).toEqual({ kind: 'left' });
  });

  it('stays while nobody answers what telephones there are', async () => {
    const { doors, timers } = aLocalCloud();

    const visit = joinByLocalPhone('call-1', { ...doors, phones: () => Promise.reject(new Error('offline')) });
    await timers.advanceBy(3000);

    expect(visit.snapshot().state).toMatchObject({ kind: 'there' });
  });

  it('is refused when the call waits in no meeting', async () => {
    const { doors, timers } = aLocalCloud();
    const problem = new Error('no meeting');

    const visit = joinByLocalPhone('call-1', { ...doors, takePlace: () => Promise.reject(problem) });
    await timers.advanceBy(0);

    expect(visit.snapshot().state).toEqual({ kind: 'refused', problem });
  });
});
