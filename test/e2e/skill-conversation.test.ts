import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

let bank: CloudFixture | undefined;
afterEach(async () => {
  await bank?.close();
  bank = undefined;
}, 30_000);

function with_(account: Partial<Tenant['account']>): (tenant: Tenant) => Tenant {
  return (tenant) => ({ ...tenant, account: { ...tenant.account, ...account } });
}

const granted = [
  'alexa::profile:name:read',
  'alexa::profile:mobile_number:read',
  'alexa::devices:all:address:full:read',
  'amazon_communication::calling',
];
const utterances = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;

describe('the skill', () => {
  it('calls without a name and an address when the customer keeps them', async () => {
    bank = await anExampleBank(with_({ grantedPermissions: granted.filter((scope) => !/name|address/.test(scope)) }));
    const order = await bank.ordered(...utterances);

    const { contextSeen } = await bank.talk(order);

    expect(contextSeen).toEqual({ accountId: '12345678', reason: 'my lost card' });
  }, 30_000);

  it('asks for the phone number by voice, and calls once it is allowed', async () => {
    bank = await anExampleBank(with_({ grantedPermissions: granted.filter((scope) => !/mobile/.test(scope)) }));

    const order = await bank.ordered(...utterances, 'yes');

    expect(order).toMatchObject({ from: '+12065550123' });
  }, 30_000);

  it('says what is missing, and calls nobody, when the phone number is refused', async () => {
    bank = await anExampleBank(with_({ grantedPermissions: granted.filter((scope) => !/mobile/.test(scope)) }));
    const [call, account] = utterances;

    const { order, speech } = await bank.ask(call, account, 'no');

    expect(order).toBeUndefined();
    expect(speech.at(-1)).toMatch(/mobile number/);
  }, 30_000);

  it('offers to ring the caller’s own phone where Alexa answers 404', async () => {
    bank = await anExampleBank(with_({ region: 'EU' }));

    const { order, speech } = await bank.ask(...utterances);

    expect(order).toBeUndefined();
    expect(speech.at(-1)).toMatch(/phone.*\?$/);
  }, 30_000);
});
