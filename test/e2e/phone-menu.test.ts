import { bankWithTable, type ChangedBank } from '../support/changed-table.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { pressWhenAsked } from '../support/questions.ts';

const stranger = { from: '+12065550177' };

let changed: ChangedBank;
let bank: CloudFixture;
beforeAll(async () => {
  changed = await bankWithTable((table) => ({
    ...table,
    // What is heard three times is short.
    reasons: {
      'lost-card': { name: 'a card', synonyms: ['my lost card'] },
      'branch-visit': { name: 'a visit', synonyms: ['my nearest branch'] },
    },
    menu: { reasons: ['lost-card', 'branch-visit'] },
    rules: [
      { id: 'lost-cards', when: { reason: ['lost-card'] }, attempts: [{ contactCenter: 'support' }] },
      { id: 'branch-visits', when: { reason: ['branch-visit'] }, attempts: [{ branch: 'bellevue' }] },
    ],
    default: { attempts: [{ branch: 'tacoma' }] },
  }));
  bank = await anExampleBank(changed.change);
}, 60_000);
afterAll(async () => {
  await bank.close();
  await changed.remove();
}, 30_000);
afterEach(async () => {
  await bank.hangUp();
});

describe('somebody who dials the number, and of whom nothing is known,', () => {
  it.each([
    { key: '1', destination: { kind: 'contactCenter', id: 'support' } },
    { key: '2', destination: { kind: 'branch', id: 'bellevue' } },
  ])('is asked why they call, and reaches who it is routed to: key $key', async ({ key, destination }) => {
    const call = await bank.connectByHand(stranger);

    await pressWhenAsked(call, key);
    const { conversation, heard } = await bank.meets(call);
    await bank.invoked('ACTION_SUCCESSFUL', 'CallAndBridge');

    expect(conversation).toMatchObject({ destination, contextSeen: null });
    expect(heard).toEqual([true, true]);
    expect(bank.invocations.map(({ invocationEventType, actions }) => [invocationEventType, ...actions])).toEqual([
      ['NEW_INBOUND_CALL', 'SpeakAndGetDigits'],
      ['ACTION_SUCCESSFUL', 'Speak', 'CallAndBridge'],
      ['ACTION_SUCCESSFUL'],
    ]);
  });

  it('is asked again after a key that is not offered', async () => {
    const call = await bank.connectByHand(stranger);

    await pressWhenAsked(call, '9');
    await call.hearsSilence();
    await pressWhenAsked(call, '2');
    const { conversation } = await bank.meets(call);

    expect(conversation.destination).toMatchObject({ kind: 'branch', id: 'bellevue' });
  });

  it('reaches the default when they press nothing, three times', async () => {
    const call = await bank.connectByHand(stranger);

    const { conversation, heard } = await bank.meets(call);
    await bank.hangUp();
    const { summary, records } = await bank.recorded();

    expect(conversation.destination).toMatchObject({ kind: 'branch', id: 'tacoma' });
    expect(heard).toEqual([true, true]);
    expect(summary).toMatchObject({ entry: 'phone', ruleId: 'default', ending: 'answered', fallbackUsed: false });
    expect(records.flatMap(({ happenings }) => happenings).filter(({ kind }) => kind.startsWith('menu'))).toEqual([
      { kind: 'menuAsked' },
      { kind: 'menuAnswered' },
    ]);
  }, 60_000);
});
