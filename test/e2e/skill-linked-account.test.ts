import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

const lostCard = 'ask example bank to call support about my lost card';
const linked = {
  accessToken: 'token-of-the-banks-own',
  claims: {
    sub: 'customer-4711',
    name: 'Maria Teresa Lopez',
    phone_number: '+12065550124',
    phone_number_verified: true,
    account_number: '87654321',
  },
} as const;

const diego = {
  id: 'diego',
  personId: 'amzn1.ask.person.DIEGO',
  name: 'Diego',
  accessToken: 'token-of-diegos-own',
  claims: {
    name: 'Diego Lopez',
    phone_number: '+12065550125',
    phone_number_verified: true,
    account_number: '55556666',
  },
} as const;

let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank(withLinkedAccount);
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
beforeEach(() => {
  bank.cloud.alexa.household.linked = linked;
});
afterEach(async () => {
  bank.cloud.alexa.faults.clear();
  bank.cloud.alexa.household.speaker = undefined;
  await bank.hangUp();
});

function withLinkedAccount(tenant: Tenant): Tenant {
  return { ...tenant, account: { ...tenant.account, linked, people: [diego] } };
}

describe('a caller who has linked their account with the bank', () => {
  it('is asked for no number: the agent sees whom the bank knows, by which account', async () => {
    const { order, speech } = await bank.ask(lostCard, 'yes');

    const talk = await bank.talk(order);

    expect(speech[0]).toMatch(/account ending in 21\. Would you like me to call now\?$/);
    expect(speech.join(' ')).not.toMatch(/654321/);
    expect(order).toMatchObject({ from: '+12065550124' });
    expect(talk).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support' },
      contextSeen: { callerName: 'Maria Teresa Lopez', accountId: '87654321', reason: 'my lost card' },
      heard: [true, true],
    });
  });

  it('is told from others of the household by their voice, and has an account of their own', async () => {
    bank.cloud.alexa.household.speaker = 'diego';

    const order = await bank.ordered(lostCard, 'yes');
    const talk = await bank.talk(order);

    expect(order).toMatchObject({ from: '+12065550125' });
    expect(talk.contextSeen).toMatchObject({ callerName: 'Diego Lopez', accountId: '55556666' });
  });

  it('may name another one', async () => {
    const { order, speech } = await bank.ask(lostCard, `no my account number is ${accountNumber}`, 'yes');

    const talk = await bank.talk(order);

    expect(speech[1]).toMatch(/account ending in 78\./);
    expect(talk.contextSeen).toMatchObject({ callerName: 'Maria Teresa Lopez', accountId: '12345678' });
  });

  it.each([
    ['is out of order', 500],
    ['does not know the token any more', 401],
  ])('calls as well when the bank’s own provider %s', async (_, status) => {
    bank.cloud.alexa.faults.next('userInfo', status, 3);

    const order = await bank.ordered(lostCard, 'yes');
    const talk = await bank.talk(order);

    expect(order).toMatchObject({ from: '+12065550123' });
    expect(talk.contextSeen).toEqual({ callerName: 'Maria Lopez', reason: 'my lost card' });
  });

  it('is asked for a number once the account is not linked any more', async () => {
    bank.cloud.alexa.household.linked = undefined;

    const { order, speech } = await bank.ask(lostCard, accountNumber, 'yes');

    expect(speech[0]).toMatch(/account number\?/);
    expect(order).toMatchObject({ from: '+12065550123' });
  });
});
