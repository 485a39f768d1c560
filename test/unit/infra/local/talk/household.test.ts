import type { Tenant } from '../../../../../infra/local/cloud/tenant.ts';
import { exampleBank } from '../../../../../infra/local/demo/example-bank/example-bank.ts';
import { readArguments, type TalkOptions } from '../../../../../infra/local/talk/arguments.ts';
import { callersHost, talkTenant } from '../../../../../infra/local/talk/household.ts';

const mobileNumber = 'alexa::profile:mobile_number:read';
const geolocation = 'alexa::devices:all:geolocation:read';
const person = 'alexa::person_id:read';

let bank: Tenant;
beforeAll(async () => {
  bank = await exampleBank();
});

function tenantOf(words: string): Tenant {
  return talkTenant(bank, readArguments(words === '' ? [] : words.split(' ')) as TalkOptions);
}

describe('a customer who talks', () => {
  it('is the example bank’s own unless told otherwise', () => {
    const { account, skill } = tenantOf('');

    expect(account).toMatchObject({ customer: bank.account.customer, region: 'NA' });
    expect(new Set(account.grantedPermissions)).toEqual(new Set(bank.account.grantedPermissions));
    expect(skill.locale).toBe('en-US');
  });

  it('has allowed what they are said to have, and nothing that they are said not to', () => {
    const { account } = tenantOf(`--deny mobile-number --grant geolocation --region FE --locale es-US`);

    expect(account.grantedPermissions).not.toContain(mobileNumber);
    expect(account.grantedPermissions).toContain(geolocation);
    expect(account.region).toBe('FE');
  });

  it('with a device that moves lets it say where it is', () => {
    const { account } = tenantOf('--mobile');

    expect(account.geolocation?.coordinate).toBeDefined();
    expect(account.grantedPermissions).toContain(geolocation);
  });

  it('with a device that moves can keep where it is to themselves', () => {
    expect(tenantOf('--mobile --deny geolocation').account.grantedPermissions).not.toContain(geolocation);
  });

  it('whose voice is known lets it be known', () => {
    expect(tenantOf('--as diego').account.grantedPermissions).toContain(person);
  });

  it('has a telephone of their own, whoever of the household it is', () => {
    const { Routes } = tenantOf('').pstnAudio.Pstn;

    const own = Routes.filter(({ Host }) => Host === callersHost).map(({ Prefix }) => Prefix);
    expect(own).toEqual(['+12065550123', '+12065550124']);
    expect(Routes.slice(own.length)).toEqual(bank.pstnAudio.Pstn.Routes);
  });
});
