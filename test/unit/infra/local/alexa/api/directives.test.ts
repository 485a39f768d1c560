import { AlexaApiUnderTest } from './alexa-api-fixture.ts';

const requestId = 'amzn1.echo-api.request.1';
const saying = (speech: unknown, id: unknown = requestId): unknown => ({
  header: { requestId: id },
  directive: { type: 'VoicePlayer.Speak', speech },
});

let api: AlexaApiUnderTest;
let answered: () => void;
beforeEach(async () => {
  api = await AlexaApiUnderTest.start({ grantedPermissions: [] });
  answered = api.home.api.requests.begin({ requestId, type: 'IntentRequest' });
});
afterEach(() => api.close());

const send = (body: unknown, contentType?: string): Promise<{ status: number; body: unknown }> =>
  api.post('/v1/directives', body, contentType);

describe('a progressive response', () => {
  it.each([
    { case: 'plain text', speech: 'One moment & more.', text: 'One moment & more.' },
    { case: 'SSML', speech: '<speak>One moment &amp; <break time="1s"/>more.</speak>', text: 'One moment & more.' },
  ])('is spoken while the skill is at work: $case', async ({ speech, text }) => {
    const answer = await send(saying(speech));

    expect(answer).toEqual({ status: 204, body: undefined });
    expect(api.home.said).toEqual([{ requestId, speech, text }]);
  });

  it('comes five times at most', async () => {
    const statuses = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await send(saying('One moment.'))).status);

    expect(statuses).toEqual([204, 204, 204, 204, 204, 403]);
    expect(api.home.said).toHaveLength(5);
  });

  it('is counted for each request by itself', async () => {
    for (let time = 0; time < 5; time += 1) await send(saying('One moment.'));
    api.home.api.requests.begin({ requestId: 'another', type: 'LaunchRequest' });

    expect((await send(saying('One moment.', 'another'))).status).toBe(204);
  });

  it('comes too late once the skill has answered', async () => {
    answered();

    expect(await send(saying('One moment.'))).toMatchObject({ status: 403, body: { code: expect.any(String) } });
    expect(api.home.said).toEqual([]);
  });

  it('is not for requests that nobody listens to', async () => {
    api.home.api.requests.begin({ requestId: 'ended', type: 'SessionEndedRequest' });

    expect((await send(saying('One moment.', 'ended'))).status).toBe(403);
    expect((await send(saying('One moment.', 'never heard of'))).status).toBe(403);
  });

  it.each([
    { case: 'no JSON', body: 'header=x', says: 'JSON object' },
    { case: 'no request', body: { directive: { type: 'VoicePlayer.Speak', speech: 'x' } }, says: 'header.requestId' },
    {
      case: 'another directive',
      body: { header: { requestId }, directive: { type: 'AudioPlayer.Play' } },
      says: 'VoicePlayer.Speak',
    },
    { case: 'nothing to say', body: saying(' '), says: 'directive.speech must be a text' },
    { case: 'too much to say', body: saying('a'.repeat(601)), says: '600' },
    { case: 'SSML that cannot be spoken', body: saying('<speak>a & b</speak>'), says: '&amp;' },
  ])('is refused with $case', async ({ body, says }) => {
    expect(await send(body)).toMatchObject({ status: 400, body: { message: expect.stringContaining(says) } });
    expect(api.home.said).toEqual([]);
  });

  it('has room for 600 characters', async () => {
    expect((await send(saying('a'.repeat(600)))).status).toBe(204);
  });

  it('is declared as JSON, and sent with POST', async () => {
    expect((await send(saying('One moment.'), 'text/plain')).status).toBe(400);
    expect((await api.call('/v1/directives')).status).toBe(405);
  });

  it('needs a token that is known', async () => {
    api.token = 'made-up';

    expect(await send(saying('One moment.'))).toMatchObject({ status: 401, body: { code: expect.any(String) } });
  });
});
