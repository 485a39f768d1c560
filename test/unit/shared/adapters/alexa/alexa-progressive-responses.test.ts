import { alexaProgressiveResponses } from '../../../../../shared/adapters/alexa/alexa-progressive-responses.ts';
import { progressiveResponseSchema } from '../../../../../shared/contracts/progressive-response.ts';
import { anAlexaEndpoint, type AlexaEndpoint } from './an-alexa-endpoint.ts';

const speech = '<speak>One moment.</speak>';

describe('a progressive response', () => {
  const said = ({ origin }: Pick<AlexaEndpoint, 'origin'>, words = speech, timeoutMs = 5000): Promise<boolean> =>
    alexaProgressiveResponses({ timeoutMs }).speak(
      { apiEndpoint: origin, apiAccessToken: 'token', requestId: 'request-1' },
      words,
    );

  it('is handed over with the id of the request that is being answered', async () => {
    await using alexa = await anAlexaEndpoint({ status: 204 });

    expect(await said(alexa)).toBe(true);

    const [received] = alexa.received;
    expect(received).toMatchObject({
      method: 'POST',
      url: '/v1/directives',
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    });
    const body: unknown = JSON.parse(received?.body ?? '');
    expect(progressiveResponseSchema.parse(body)).toEqual(body);
    expect(body).toEqual({
      header: { requestId: 'request-1' },
      directive: { type: 'VoicePlayer.Speak', speech },
    });
  });

  it.each([400, 403, 429, 500])('is not said when Alexa answers %d', async (status) => {
    await using alexa = await anAlexaEndpoint({ status });

    expect(await said(alexa)).toBe(false);
  });

  it('is not said when there is no answer in time', async () => {
    await using alexa = await anAlexaEndpoint('never');

    expect(await said(alexa, speech, 20)).toBe(false);
  });

  it('is not said when nobody listens', async () => {
    const alexa = await anAlexaEndpoint('never');
    await alexa[Symbol.asyncDispose]();

    expect(await said(alexa)).toBe(false);
  });

  it('is not sent when it is longer than Alexa takes', async () => {
    await using alexa = await anAlexaEndpoint({ status: 204 });

    const results = [await said(alexa, 'x'.repeat(600)), await said(alexa, 'x'.repeat(601))];

    expect(results).toEqual([true, false]);
    expect(alexa.received).toHaveLength(1);
  });
});
