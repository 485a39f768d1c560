import { voices } from '../../infra/local/cloud/local-cloud.ts';
import type { Conversation } from '../../infra/local/contact-center/conversation.ts';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { bankWithRules, type ChangedBank } from '../support/changed-table.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
const bill = ['ask example bank to call support about my bill', accountNumber, 'yes'] as const;

let changed: ChangedBank;
let bank: CloudFixture;
beforeAll(async () => {
  changed = await bankWithRules({ 'lost-cards': { keys: { 1: 'nextPerson', 9: 'hangUp' } } });
  bank = await anExampleBank(changed.change);
}, 60_000);
afterAll(async () => {
  await bank.close();
  await changed.remove();
}, 30_000);
afterEach(async () => {
  await bank.hangUp();
});

/** A caller who talks with an agent; with the rule's keys, they are listened for. */
async function talking(utterances: readonly string[]): Promise<{ call: PhoneCall; agent: Conversation }> {
  const order = await bank.ordered(...utterances);
  const call = await bank.connect(order);
  const { conversation: agent } = await bank.meets(call);
  await bank.invoked('ACTION_SUCCESSFUL', 'CallAndBridge');
  return { call, agent };
}

/** Nobody says this: it resolves when the conversation is over. */
const isOver = async (conversation: Conversation): Promise<boolean> => !(await conversation.hears(3000));

describe('a caller who talks', () => {
  it('is given somebody else by star and 1: the agent hears the end, the next attempt is made', async () => {
    const { call, agent } = await talking(lostCard);

    await call.press('*1');
    const agentIsGone = await isOver(agent);
    const { conversation, heard } = await bank.meets(call);

    expect(agentIsGone).toBe(true);
    expect(conversation.destination).toMatchObject({ kind: 'branch', id: 'seattle-downtown' });
    expect(heard).toEqual([true, true]);
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(2);
  });

  it('has the next one after that, and words when there is nobody left', async () => {
    const { call } = await talking(lostCard);
    bank.forget();
    await call.press('*1');
    await bank.meets(call);
    await bank.invoked('ACTION_SUCCESSFUL', 'CallAndBridge');
    bank.forget();

    await call.press('*1');
    const { conversation } = await bank.meets(call);
    await bank.invoked('ACTION_SUCCESSFUL', 'CallAndBridge');
    await call.press('*1');
    const end = await call.ended;
    await bank.cloud.pstnAudio.idle();
    const { summary } = await bank.recorded();

    expect(conversation.destination).toMatchObject({ kind: 'branch', id: 'bellevue' });
    expect(end.by).toBe('remote');
    expect(summary?.attempts.map(({ kind, id }) => `${kind}:${id}`)).toEqual([
      'contactCenter:support',
      'branch:seattle-downtown',
      'branch:bellevue',
    ]);
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  }, 30_000);

  it('ends the call by star and 9', async () => {
    const { call, agent } = await talking(lostCard);

    await call.press('*9');
    const end = await call.ended;

    expect(end.by).toBe('remote');
    expect(await isOver(agent)).toBe(true);
    await bank.cloud.pstnAudio.idle();
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  });

  it('goes on talking after keys that mean nothing', async () => {
    const { call, agent } = await talking(lostCard);

    await call.press('*5');
    const { actions } = await bank.invoked('DIGITS_RECEIVED');

    expect(actions).toEqual(['ReceiveDigits']);
    expect(await Promise.all([call.hears(voices.agent), agent.hears(voices.caller)])).toEqual([true, true]);
  });

  it('can press what they like where the rule has no keys', async () => {
    const { call, agent } = await talking(bill);

    await call.press('*1');

    expect(await Promise.all([call.hears(voices.agent), agent.hears(voices.caller)])).toEqual([true, true]);
    expect(bank.invocations.flatMap(({ actions }) => actions)).not.toContain('ReceiveDigits');
  });
});
