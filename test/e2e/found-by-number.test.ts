import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { pressWhenAsked } from '../support/questions.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
const branchVisit = ['ask example bank to connect me to my nearest branch', accountNumber, 'yes'] as const;

let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank();
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
afterEach(async () => {
  await bank.hangUp();
});

/** What they told Alexa minutes ago; the Echo's call never came about. Their own number. */
async function toldAlexa(utterances: readonly string[]): Promise<string> {
  const order = await bank.ordered(...utterances);
  return order?.from ?? '';
}

const asked = (): boolean => bank.invocations.some(({ actions }) => actions.includes('SpeakAndGetDigits'));

describe('a caller who told Alexa why they call, and then dials by hand,', () => {
  it('reaches their branch without being asked anything', async () => {
    const from = await toldAlexa(branchVisit);

    const call = await bank.connectByHand({ from });
    const { conversation, heard } = await bank.meets(call);

    expect(conversation.destination).toMatchObject({ kind: 'branch', id: 'seattle-downtown' });
    expect(heard).toEqual([true, true]);
    expect(asked()).toBe(false);
  });

  it('is known to the agent before the first word', async () => {
    const from = await toldAlexa(lostCard);

    const call = await bank.connectByHand({ from });
    const { conversation } = await bank.meets(call);
    await bank.hangUp();
    const { summary, deliveries } = await bank.recorded();

    expect(conversation.contextSeen).toEqual({
      callerName: 'Maria Lopez',
      accountId: '12345678',
      reason: 'my lost card',
    });
    expect(summary).toMatchObject({ entry: 'phone', ruleId: 'lost-cards', contextSent: true, contextDelivered: true });
    expect(deliveries).toMatchObject([{ to: 'crm' }]);
  });

  it('is asked when they dial once more: what they told was for one call', async () => {
    const from = await toldAlexa(branchVisit);
    const first = await bank.connectByHand({ from });
    await bank.meets(first);
    await bank.hangUp();

    const call = await bank.connectByHand({ from });
    await pressWhenAsked(call, '1');
    const { conversation } = await bank.meets(call);

    expect(asked()).toBe(true);
    expect(conversation).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null });
  });

  it('is asked when they call from a telephone that nobody knows', async () => {
    await toldAlexa(lostCard);

    const call = await bank.connectByHand({ from: '+12065550177' });
    await pressWhenAsked(call, '1');
    const { conversation } = await bank.meets(call);

    expect(asked()).toBe(true);
    expect(conversation).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null });
  });
});
