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
const utterances = ['ask example bank to call support about my lost card', accountNumber] as const;

describe('the skill', () => {
  it('calls without a name and an address when the customer keeps them', async () => {
    bank = await anExampleBank(with_({ grantedPermissions: granted.filter((scope) => !/name|address/.test(scope)) }));
    const { order } = await bank.ask(...utterances);

    const { contextSeen } = await bank.talk(order);

    expect(contextSeen).toEqual({ accountId: '12345678', reason: 'my lost card' });
  }, 30_000);

  it('says what is missing, and calls nobody, without a phone number', async () => {
    bank = await anExampleBank(with_({ grantedPermissions: granted.filter((scope) => !/mobile/.test(scope)) }));

    const { order, speech } = await bank.ask(...utterances);

    expect(order).toBeUndefined();
    expect(speech.at(-1)).toMatch(/mobile number/);
  }, 30_000);

  it('says that calls are not to be had where Alexa answers 404', async () => {
    bank = await anExampleBank(with_({ region: 'EU' }));

    const { order, speech } = await bank.ask(...utterances);

    expect(order).toBeUndefined();
    expect(speech.at(-1)).not.toMatch(/^Calling/);
  }, 30_000);
});
