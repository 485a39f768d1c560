import { callsResponseSchema } from '../../shared/contracts/calls-api.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

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

/** A call that somebody takes, from its first word to its last. */
async function talked(utterances: readonly string[]): Promise<string> {
  const order = await bank.ordered(...utterances);
  await bank.talk(order);
  return bank.transactionId;
}

describe('what the console tells of a call', () => {
  it('is how it came in, by which rule it went where, and that the agent has seen who called', async () => {
    const transactionId = await talked(lostCard);

    const { summary, records, deliveries } = await bank.recorded();

    expect(summary).toMatchObject({
      entry: 'alexa-skill-call',
      ruleId: 'lost-cards',
      tableVersion: 1,
      reasonId: 'lost-card',
      locale: 'en-US',
      fallbackUsed: false,
      attempts: [{ number: 1, kind: 'contactCenter', id: 'support', outcome: 'answered', context: 'sent' }],
      answeredBy: 'contactCenter:support',
      ending: 'answered',
      hungUpBy: 'caller',
      contextSent: true,
      contextDelivered: true,
      breaches: 0,
    });
    expect(summary?.endedAt).toBeDefined();
    expect(deliveries).toEqual([{ to: 'crm', at: expect.any(String) }]);
    expect(records.map(({ event }) => event)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL', 'HANGUP', 'HANGUP']);
    expect(records.every((record) => record.transactionId === transactionId)).toBe(true);
  });

  it('is each attempt in order, and what came of it', async () => {
    bank.cloud.branches.behave('seattle-downtown', 'busy');
    await talked(branchVisit);
    bank.cloud.branches.behave('seattle-downtown', 'answer');

    const { summary } = await bank.recorded();

    expect(summary?.attempts).toMatchObject([
      { number: 1, kind: 'branch', id: 'seattle-downtown', outcome: 'notAnswered', context: 'notSent' },
      { number: 2, kind: 'branch', id: 'bellevue', outcome: 'answered', context: 'notSent' },
    ]);
    expect(summary).toMatchObject({ answeredBy: 'branch:bellevue', contextSent: false, contextDelivered: false });
  });

  it('is found by the time of the call, the last one first', async () => {
    const from = new Date().toISOString();
    const first = await talked(lostCard);
    const second = await talked(branchVisit);

    const answer = await bank.cloud.operatorConsole.ask(`/calls?from=${encodeURIComponent(from)}`);
    const { calls } = callsResponseSchema.parse(await answer.json());

    expect(calls.map(({ transactionId }) => transactionId)).toEqual([second, first]);
    expect(calls.map(({ summary }) => summary?.ruleId)).toEqual(['branch-visits', 'lost-cards']);
  });

  it('is nothing personal', async () => {
    await talked(lostCard);

    const told = JSON.stringify(await bank.recorded());

    for (const personal of ['Maria', 'Lopez', '2065550123', '12345678', '98109', 'my lost card'])
      expect(told).not.toContain(personal);
  });

  it('is not for whoever may read contexts only', async () => {
    const transactionId = await talked(lostCard);

    const answer = await bank.cloud.crmConsole.ask(`/calls/${transactionId}`);

    expect(answer.status).toBe(403);
  });
});
