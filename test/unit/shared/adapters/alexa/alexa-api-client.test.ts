import { services } from 'ask-sdk-model';
import { alexaApiClient } from '../../../../../shared/adapters/alexa/alexa-api-client.ts';
import { anAlexaEndpoint } from './an-alexa-endpoint.ts';
import { answeringFrom } from './answering-from.ts';

const { ServiceClientFactory } = services;

function profileAt(apiEndpoint: string, timeoutMs = 5000): services.ups.UpsServiceClient {
  return new ServiceClientFactory({
    apiClient: alexaApiClient({ timeoutMs }),
    apiEndpoint,
    authorizationValue: 'token',
  }).getUpsServiceClient();
}

describe('Alexa API client', () => {
  it('carries a request of the SDK and its answer', async () => {
    await using alexa = await anAlexaEndpoint({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '"Jane Doe"',
    });

    const name = await profileAt(alexa.origin).getProfileName();

    expect(name).toBe('Jane Doe');
    expect(alexa.received).toMatchObject([
      {
        method: 'GET',
        url: '/v2/accounts/~current/settings/Profile.name',
        headers: { authorization: 'Bearer token' },
        body: '',
      },
    ]);
  });

  it('gives nothing for 204, which is not an error', async () => {
    await using alexa = await anAlexaEndpoint({ status: 204 });

    expect(await profileAt(alexa.origin).getProfileName()).toBeUndefined();
  });

  it('leaves the status of an error to the SDK', async () => {
    await using alexa = await anAlexaEndpoint({ status: 403, body: '{"code":"ACCESS_DENIED","message":"m"}' });

    await expect(profileAt(alexa.origin).getProfileName()).rejects.toMatchObject({
      name: 'ServiceError',
      statusCode: 403,
    });
  });

  it.each(['text/html', 'application/json', ''])(
    'keeps the status of an error page that says it is "%s"',
    async (type) => {
      await using alexa = await anAlexaEndpoint({ status: 403, headers: { 'content-type': type }, body: '<html>' });

      await expect(profileAt(alexa.origin).getProfileName()).rejects.toMatchObject({ statusCode: 403 });
    },
  );

  it.each(['text/html', 'application/json'])('takes no page for a name, though it says it is %s', async (type) => {
    await using alexa = await anAlexaEndpoint({ status: 200, headers: { 'content-type': type }, body: '<html>' });

    expect(await profileAt(alexa.origin).getProfileName()).toBeUndefined();
  });

  it('refuses an answer that is far too long', async () => {
    await using alexa = await anAlexaEndpoint({ status: 200, body: JSON.stringify('J'.repeat(64 * 1024)) });

    await expect(profileAt(alexa.origin).getProfileName()).rejects.toThrow('no answer from Alexa');
  });

  it('asks again when the connection that was kept has been closed meanwhile', async () => {
    await using alexa = await anAlexaEndpoint(answeringFrom(1, { status: 200, body: '"Jane Doe"' }));

    expect(await profileAt(alexa.origin).getProfileName()).toBe('Jane Doe');
  });

  it('asks no third time, and sends nothing again that does something', async () => {
    await using twice = await anAlexaEndpoint(answeringFrom(2, { status: 200, body: '"Jane Doe"' }));
    await using once = await anAlexaEndpoint(answeringFrom(1, { status: 204 }));

    await expect(profileAt(twice.origin).getProfileName()).rejects.toThrow('no connection');
    await expect(
      alexaApiClient({ timeoutMs: 5000 }).invoke({ url: once.origin, method: 'POST', headers: [], body: '{}' }),
    ).rejects.toThrow('no connection');
    expect([twice.received.length, once.received.length]).toEqual([2, 1]);
  });

  it('carries a body and headers both ways', async () => {
    await using alexa = await anAlexaEndpoint({ status: 202, headers: { 'x-answer': 'yes' }, body: '"done"' });

    const answer = await alexaApiClient({ timeoutMs: 5000 }).invoke({
      url: `${alexa.origin}/v1/directives`,
      method: 'POST',
      headers: [{ key: 'x-question', value: 'why' }],
      body: '{}',
    });

    expect(alexa.received).toMatchObject([{ method: 'POST', headers: { 'x-question': 'why' }, body: '{}' }]);
    expect(answer).toMatchObject({ statusCode: 202, body: '"done"' });
    expect(answer.headers).toContainEqual({ key: 'x-answer', value: 'yes' });
  });

  it('gives up when there is no answer in time', async () => {
    await using alexa = await anAlexaEndpoint('never');

    await expect(profileAt(alexa.origin, 20).getProfileName()).rejects.toThrow('no answer from Alexa within 20 ms');
  });

  it('does not carry the token to where a redirect points', async () => {
    await using elsewhere = await anAlexaEndpoint({ status: 200, body: '"x"' });
    await using alexa = await anAlexaEndpoint({ status: 302, headers: { location: elsewhere.origin } });

    await expect(profileAt(alexa.origin).getProfileName()).rejects.toThrow();
    expect(elsewhere.received).toEqual([]);
  });
});
