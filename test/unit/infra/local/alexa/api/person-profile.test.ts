import type { HouseholdMember } from '../../../../../../infra/local/alexa/api/account.ts';
import { AlexaApiUnderTest, everything } from './alexa-api-fixture.ts';

const person = '/v2/persons/~current/profile';
const john: HouseholdMember = {
  id: 'john',
  personId: 'amzn1.ask.person.JOHN',
  name: 'John Roe',
  mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0111' },
};
const withPersons = [...everything, 'alexa::person_id:read'];

let api: AlexaApiUnderTest;
afterEach(() => api.close());

async function johnSpeaks(
  grantedPermissions: readonly string[],
  johnsOwn: readonly string[] = [],
): Promise<AlexaApiUnderTest> {
  const speaker = { ...john, grantedPermissions: johnsOwn };
  const started = await AlexaApiUnderTest.start({ people: [speaker], grantedPermissions });
  started.token = started.home.api.tokens.issue(speaker);
  return started;
}

describe('the contact details of a recognised speaker', () => {
  it.each([
    { field: 'name', value: 'John Roe' },
    { field: 'mobileNumber', value: { countryCode: '+1', phoneNumber: '206-555-0111' } },
  ])('give their own $field, and not the account owner’s', async ({ field, value }) => {
    api = await johnSpeaks(withPersons);

    expect(await api.call(`${person}/${field}`)).toEqual({ status: 200, body: value });
  });

  it('are empty where they have none', async () => {
    api = await johnSpeaks(withPersons);

    expect(await api.call(`${person}/givenName`)).toEqual({ status: 204, body: undefined });
  });

  it('know no e-mail address', async () => {
    api = await johnSpeaks(withPersons);

    expect(await api.call(`${person}/email`)).toMatchObject({ status: 404, body: { code: 'INVALID_URI' } });
  });

  it.each([
    { case: 'the field', granted: ['alexa::person_id:read'] },
    { case: 'recognising speakers', granted: everything },
  ])('stay closed where $case was not allowed', async ({ granted }) => {
    api = await johnSpeaks(granted);

    expect(await api.call(`${person}/name`)).toMatchObject({ status: 403, body: { code: 'ACCESS_DENIED' } });
  });

  it('are opened by the speaker for themselves, and the account’s are not', async () => {
    api = await johnSpeaks(['alexa::person_id:read'], ['alexa::profile:name:read']);

    expect(await api.call(`${person}/name`)).toEqual({ status: 200, body: 'John Roe' });
    expect(await api.call('/v2/accounts/~current/settings/Profile.name')).toMatchObject({ status: 403 });
  });

  it('stay closed when nobody was recognised', async () => {
    api = await AlexaApiUnderTest.start({ people: [john], grantedPermissions: withPersons });

    expect(await api.call(`${person}/name`)).toMatchObject({ status: 403, body: { code: 'ACCESS_DENIED' } });
  });

  it('stay closed without a token that is known', async () => {
    api = await johnSpeaks(withPersons);
    api.token = 'made-up';

    expect(await api.call(`${person}/name`)).toMatchObject({ status: 401, body: { code: 'INVALID_TOKEN' } });
  });

  it('are read only', async () => {
    api = await johnSpeaks(withPersons);

    expect((await api.call(`${person}/name`, { method: 'PUT' })).status).toBe(405);
  });
});
