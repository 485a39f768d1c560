import { AlexaApiUnderTest, deviceId } from './alexa-api-fixture.ts';

const settings = { 'System.timeZone': 'America/Los_Angeles', 'System.distanceUnits': 'IMPERIAL' } as const;
const path = (name: string, device: string = deviceId): string =>
  `/v2/devices/${encodeURIComponent(device)}/settings/${name}`;

let api: AlexaApiUnderTest;
afterEach(() => api.close());

describe('the settings of the device', () => {
  it.each(Object.entries(settings))('need no consent: %s', async (name, value) => {
    api = await AlexaApiUnderTest.start({ grantedPermissions: [], device: { deviceId, settings } });

    expect(await api.call(path(name))).toEqual({ status: 200, body: value });
  });

  it('are empty where the customer has set none', async () => {
    api = await AlexaApiUnderTest.start({ device: { deviceId, settings } });

    expect(await api.call(path('System.temperatureUnit'))).toEqual({ status: 204, body: undefined });
  });

  it('are nobody else’s, read only, and no more than there are', async () => {
    api = await AlexaApiUnderTest.start({ device: { deviceId, settings } });

    expect((await api.call(path('System.timeZone', 'amzn1.ask.device.OTHER'))).status).toBe(403);
    expect((await api.call(path('System.timeZone'), { method: 'PUT' })).status).toBe(405);
    expect((await api.call(path('System.wakeWord'))).status).toBe(404);
  });

  it('stay closed without a token that is known', async () => {
    api = await AlexaApiUnderTest.start({ device: { deviceId, settings } });
    api.token = 'made-up';

    expect(await api.call(path('System.timeZone'))).toMatchObject({ status: 401, body: { code: 'INVALID_TOKEN' } });
  });
});
