import { DefaultApiClient } from 'ask-sdk-core';
import { services } from 'ask-sdk-model';
import { AlexaApiUnderTest, deviceId, everything } from './alexa-api-fixture.ts';
import { aHotel } from './smart-property-fixture.ts';

const john = { id: 'john', personId: 'amzn1.ask.person.JOHN', givenName: 'John' };
const requestId = 'amzn1.echo-api.request.1';

let api: AlexaApiUnderTest;
afterEach(() => api.close());

/** As the Alexa Skills Kit SDK configures its clients for a request. */
function configuration(): services.ApiConfiguration {
  return {
    apiClient: new DefaultApiClient(),
    apiEndpoint: api.home.api.apiEndpoint,
    authorizationValue: api.token,
  };
}

describe('the clients of the Alexa Skills Kit SDK', () => {
  it('read a speaker’s profile and the device’s settings', async () => {
    api = await AlexaApiUnderTest.start({
      people: [john],
      grantedPermissions: [...everything, 'alexa::person_id:read'],
      device: { deviceId, settings: { 'System.timeZone': 'America/Los_Angeles' } },
    });
    api.token = api.home.api.tokens.issue(john);
    const client = new services.ups.UpsServiceClient(configuration());

    expect(await client.getPersonsProfileGivenName()).toBe('John');
    expect(await client.getPersonsProfileMobileNumber()).toBeUndefined();
    expect(await client.getSystemTimeZone(deviceId)).toBe('America/Los_Angeles');
  });

  it('have Alexa speak while the skill is at work', async () => {
    api = await AlexaApiUnderTest.start();
    api.home.api.requests.begin({ requestId, type: 'IntentRequest' });
    const client = new services.directive.DirectiveServiceClient(configuration());

    await client.enqueue({ header: { requestId }, directive: { type: 'VoicePlayer.Speak', speech: 'One moment.' } });

    expect(api.home.said).toMatchObject([{ text: 'One moment.' }]);
    await expect(
      client.enqueue({ header: { requestId: 'over' }, directive: { type: 'VoicePlayer.Speak', speech: 'Too late.' } }),
    ).rejects.toMatchObject({ statusCode: 403, response: { code: expect.any(String) } });
  });

  it('sign in for a business that manages devices', async () => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel });
    const { clientId, clientSecret, refreshToken } = aHotel.credentials;
    const client = new services.LwaServiceClient({
      apiConfiguration: configuration(),
      authenticationConfiguration: { clientId, clientSecret, refreshToken, authEndpoint: api.home.api.apiEndpoint },
      grantType: 'refresh_token',
    });

    expect(await client.getAccessToken()).toMatch(/^Atza\|/);
  });
});
