import { AlexaApiUnderTest, everything } from './alexa-api-fixture.ts';

const namePath = '/v2/accounts/~current/settings/Profile.name';
const addressPath = '/v1/devices/amzn1.ask.device.KITCHEN/settings/address';

let api: AlexaApiUnderTest;
afterEach(() => api.close());

describe('the contact details of the customer', () => {
  it.each([
    { field: 'name', value: 'Jane Roe' },
    { field: 'givenName', value: 'Jane' },
    { field: 'mobileNumber', value: { countryCode: '+1', phoneNumber: '206-555-0100' } },
  ])('give $field', async ({ field, value }) => {
    api = await AlexaApiUnderTest.start();

    expect(await api.call(`/v2/accounts/~current/settings/Profile.${field}`)).toEqual({ status: 200, body: value });
  });

  it('are empty where the customer has none', async () => {
    api = await AlexaApiUnderTest.start();

    expect(await api.call('/v2/accounts/~current/settings/Profile.email')).toEqual({ status: 204, body: undefined });
  });

  it('stay closed without consent, field by field', async () => {
    api = await AlexaApiUnderTest.start({ grantedPermissions: ['alexa::profile:given_name:read'] });

    expect(await api.call(namePath)).toMatchObject({
      status: 403,
      body: { code: 'ACCESS_DENIED', message: expect.any(String) },
    });
    expect(await api.call('/v2/accounts/~current/settings/Profile.givenName')).toMatchObject({ status: 200 });
  });

  it('keep to the consent of the time when the request was sent', async () => {
    const granted: string[] = [];
    api = await AlexaApiUnderTest.start({ grantedPermissions: granted });

    granted.push(...everything);

    expect((await api.call(namePath)).status).toBe(403);
  });

  it('stay closed without a token that is known and fresh', async () => {
    api = await AlexaApiUnderTest.start();

    expect(await api.call(namePath, { headers: { authorization: '' } })).toMatchObject({
      status: 401,
      body: { code: 'INVALID_TOKEN' },
    });
    expect((await api.call(namePath, { headers: { authorization: 'Bearer made-up' } })).status).toBe(401);
    await api.home.timers.advanceBy(60 * 60 * 1000 - 1);
    expect((await api.call(namePath)).status).toBe(200);
    await api.home.timers.advanceBy(1);
    expect((await api.call(namePath)).status).toBe(401);
  });
});

describe('the address of the device', () => {
  it('is given whole, with null for what is missing', async () => {
    api = await AlexaApiUnderTest.start();

    expect(await api.call(addressPath)).toEqual({
      status: 200,
      body: {
        addressLine1: null,
        addressLine2: null,
        addressLine3: null,
        countryCode: 'US',
        stateOrRegion: 'WA',
        city: 'Seattle',
        districtOrCounty: null,
        postalCode: '98101',
      },
    });
  });

  it('is given as country and postal code', async () => {
    api = await AlexaApiUnderTest.start({
      grantedPermissions: ['alexa:devices:all:address:country_and_postal_code:read'],
    });

    expect(await api.call(`${addressPath}/countryAndPostalCode`)).toEqual({
      status: 200,
      body: { countryCode: 'US', postalCode: '98101' },
    });
    expect(await api.call(addressPath)).toMatchObject({
      status: 403,
      body: { type: 'FORBIDDEN', message: expect.any(String) },
    });
  });

  it('is empty where the customer has set none', async () => {
    api = await AlexaApiUnderTest.start({
      grantedPermissions: everything,
      device: { deviceId: 'amzn1.ask.device.KITCHEN' },
    });

    expect(await api.call(addressPath)).toEqual({ status: 204, body: undefined });
  });

  it('is nobody else’s, and read only', async () => {
    api = await AlexaApiUnderTest.start();

    expect((await api.call('/v1/devices/amzn1.ask.device.OTHER/settings/address')).status).toBe(403);
    expect((await api.call(addressPath, { headers: { authorization: 'Bearer made-up' } })).status).toBe(403);
    expect((await api.call(addressPath, { method: 'PUT' })).status).toBe(405);
  });
});
