import type { Conversation } from '../../infra/local/contact-center/conversation.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { bankWithRules, type ChangedBank } from '../support/changed-table.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { pressWhenAsked } from '../support/questions.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
const bill = ['ask example bank to call support about my bill', accountNumber, 'yes'] as const;
const branchVisit = ['ask example bank to connect me to my nearest branch', accountNumber, 'yes'] as const;

let changed: ChangedBank;
let bank: CloudFixture;
beforeAll(async () => {
  changed = await bankWithRules({ 'lost-cards': { afterwards: 'anotherTry' }, bills: { afterwards: 'survey' } });
  bank = await anExampleBank(changed.change);
}, 60_000);
afterAll(async () => {
  await bank.close();
  await changed.remove();
}, 30_000);
afterEach(async () => {
  await bank.hangUp();
});

/** A caller whom the other side has left. */
async function leftAlone(utterances: readonly string[]): Promise<{ call: PhoneCall; first: Conversation }> {
  const order = await bank.ordered(...utterances);
  const call = await bank.connect(order);
  const { conversation: first } = await bank.meets(call);
  first.hangUp();
  // What is heard from now on are the function's words.
  await bank.invoked('HANGUP');
  return { call, first };
}

describe('a caller whose agent hangs up first', () => {
  it('is connected again when they press 1, and is still known', async () => {
    const { call } = await leftAlone(lostCard);

    await pressWhenAsked(call, '1');
    const { conversation, heard } = await bank.meets(call);
    await bank.hangUp();
    const { summary } = await bank.recorded();

    expect(conversation).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support' },
      contextSeen: { callerName: 'Maria Lopez' },
    });
    expect(heard).toEqual([true, true]);
    expect(summary?.attempts).toMatchObject([{ outcome: 'answered' }, { outcome: 'answered' }]);
    expect(summary).toMatchObject({ ending: 'answered', hungUpBy: 'caller' });
  });

  it('hears goodbye when they want nobody any more', async () => {
    const { call } = await leftAlone(lostCard);

    await pressWhenAsked(call, '2');
    await call.hearsSilence();
    await pressWhenAsked(call, '2');
    const end = await call.ended;
    await bank.cloud.pstnAudio.idle();
    const { summary } = await bank.recorded();

    expect(end.by).toBe('remote');
    expect(summary?.attempts).toHaveLength(1);
    expect(summary).toMatchObject({ ending: 'answered', hungUpBy: 'otherSide' });
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  }, 30_000);

  it('gives a mark, is thanked, and the mark is on record', async () => {
    const { call } = await leftAlone(bill);

    await pressWhenAsked(call, '4');
    const thanked = await bank.invoked('ACTION_SUCCESSFUL', 'SpeakAndGetDigits');
    const heardThanks = await call.hearsSound();
    await call.ended;
    await bank.cloud.pstnAudio.idle();
    const { summary } = await bank.recorded();

    expect(thanked.actions).toEqual(['Speak', 'Hangup']);
    expect(heardThanks).toBe(true);
    expect(summary).toMatchObject({ mark: 4, ending: 'answered', hungUpBy: 'otherSide' });
  });

  it('is hung up at once where the rule offers nothing', async () => {
    const { call } = await leftAlone(branchVisit);

    const end = await call.ended;
    await bank.cloud.pstnAudio.idle();

    expect(end.by).toBe('remote');
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  });
});
