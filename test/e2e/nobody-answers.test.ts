import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { startSoftPhone, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

let busyDesk: SoftPhone;
let bank: CloudFixture;
beforeAll(async () => {
  busyDesk = await startSoftPhone({ timers: systemTimers, ids: systemIds, name: 'Busy desk', voiceHz: 500 });
  busyDesk.onRing = (ringing) => ringing.decline(486);
  bank = await anExampleBank(undefined, { hosts: new Map([['support.example-bank.test', busyDesk.address]]) });
}, 60_000);
afterAll(async () => {
  await bank.close();
  await busyDesk.close();
}, 30_000);

describe('when nobody can take the call', () => {
  it('tries everybody in the table’s order, then says so and hangs up', async () => {
    bank.cloud.branches.behave('seattle-downtown', 'busy');
    bank.cloud.branches.behave('bellevue', 'decline');
    const order = await bank.ordered('ask example bank to call support about my lost card', accountNumber, 'yes');

    const outcome = await (await bank.dial(order)).outcome;
    if (outcome.kind !== 'connected') throw new Error('the caller was not even told');
    const heard = await outcome.call.hearsSound();
    await outcome.call.ended;
    await bank.cloud.pstnAudio.idle();

    expect(heard).toBe(true);
    expect(bank.invocations.map(({ invocationEventType, actions }) => [invocationEventType, ...actions])).toEqual([
      ['NEW_INBOUND_CALL', 'Speak', 'CallAndBridge'],
      ['ACTION_FAILED', 'Speak', 'CallAndBridge'],
      ['ACTION_FAILED', 'Speak', 'CallAndBridge'],
      ['ACTION_FAILED', 'Speak', 'Hangup'],
      ['HANGUP'],
    ]);
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  }, 30_000);

  it('rings nobody else for a caller who has given up', async () => {
    let rings = 0;
    bank.cloud.branches.behave('seattle-downtown', 'ringOut');
    const order = await bank.ordered('ask example bank to connect me to my nearest branch', accountNumber, 'yes');
    busyDesk.onRing = (ringing) => {
      rings += 1;
      ringing.decline(486);
    };

    const ringing = bank.cloud.branches.rings('seattle-downtown');
    await bank.connect(order);
    await ringing;
    await bank.hangUp();

    expect(rings).toBe(0);
    expect(bank.invocations.map(({ invocationEventType, actions }) => [invocationEventType, ...actions])).toEqual([
      ['NEW_INBOUND_CALL', 'Speak', 'CallAndBridge'],
      ['ACTION_FAILED'],
      ['HANGUP'],
    ]);
  }, 30_000);
});
