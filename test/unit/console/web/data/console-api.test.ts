import * as z from 'zod';
import { SignedOut } from '../../../../../console/web/session/session.ts';
import { ApiFixture, json, silence } from './console-api-fixture.ts';

const schema = z.object({ name: z.string() });

describe('The API client', () => {
  it('asks with the token of the session, and checks the answer', async () => {
    const { api, asked, reached } = new ApiFixture(json(200, { name: 'bank' }));

    const answer = await api.ask('/tables/bank', schema, { headers: { 'if-match': '"3"' } });

    expect(answer).toEqual({ name: 'bank' });
    expect(asked[0]).toMatchObject({ address: '/api/tables/bank', method: 'GET' });
    expect(Object.fromEntries(asked[0]!.headers)).toEqual({ authorization: 'Bearer first', 'if-match': '"3"' });
    expect(reached).toEqual([true]);
  });

  it('asks the local cloud below an address of its own', async () => {
    const { api, asked } = new ApiFixture(json(200, { name: 'x' }));

    await api.ask('/state', schema, { of: 'local' });

    expect(asked[0]!.address).toBe('/local/state');
  });

  it('sends small bodies as they are and large ones gzipped', async () => {
    const { api, asked } = new ApiFixture(json(204, undefined), json(204, undefined));
    const large = { text: 'x'.repeat(100_000) };

    await api.tell('/tables/bank/draft', { method: 'PUT', body: { text: 'x' } }).catch(() => undefined);
    await api.tell('/tables/bank/draft', { method: 'PUT', body: large }).catch(() => undefined);

    expect(asked.map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip']);
    expect(asked.map(({ headers }) => headers.get('content-type'))).toEqual(['application/json', 'application/json']);
    expect(JSON.parse(asked[1]!.body)).toEqual(large);
  });

  it('asks once more with another token when the API refuses the first', async () => {
    const { api, asked, refusedTokens } = new ApiFixture(json(401, {}), json(200, { name: 'bank' }));

    await api.ask('/tables', schema);

    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer first', 'Bearer second']);
    expect(refusedTokens).toEqual([undefined, 'first']);
  });

  it('does not go on asking when the API refuses the second, too', async () => {
    const { api, asked } = new ApiFixture(json(401, {}));

    await expect(api.ask('/tables', schema)).rejects.toMatchObject({ code: 'signedOut', status: 401 });
    expect(asked).toHaveLength(2);
  });

  it('says that the sign-in has ended when there is no token any more', async () => {
    const fixture = new ApiFixture();
    fixture.tokens = [new SignedOut('')];

    await expect(fixture.api.ask('/tables', schema)).rejects.toMatchObject({ code: 'signedOut', isPassing: false });
    expect(fixture.reached).toEqual([]);
  });

  it('says what the API says', async () => {
    const error = { code: 'draft-changed', message: 'somebody has saved since', by: 'olivia' };
    const { api } = new ApiFixture(json(412, error));

    await expect(api.ask('/tables/bank/draft', schema)).rejects.toMatchObject({
      code: 'draft-changed',
      status: 412,
      body: error,
      isPassing: false,
    });
  });

  it.each([
    [403, { message: 'Forbidden' }, 'scope-missing', false],
    [404, { message: 'Not Found' }, 'route-not-found', false],
    [413, { message: 'Request Entity Too Large' }, 'table-too-large', false],
    [429, { message: 'Too Many Requests' }, 'throttled', true],
    [500, { message: 'Internal Server Error' }, 'service-failed', true],
    [504, { message: 'Endpoint request timed out' }, 'service-failed', true],
    [503, { code: 'store-unavailable', message: 'later' }, 'store-unavailable', true],
    [429, { code: 'commands-throttled', message: 'later' }, 'commands-throttled', true],
    [400, { code: 'a-code-of-next-year', message: 'new' }, 'unexpected', false],
  ])('understands %i %j as %s', async (status, body, code, isPassing) => {
    const { api } = new ApiFixture(json(status, body));

    await expect(api.ask('/calls', schema)).rejects.toMatchObject({ code, status, isPassing });
  });

  it('has the words of an error that a newer API knows, and not those of the gateway', async () => {
    const newer = new ApiFixture(json(409, { code: 'a-code-of-next-year', message: 'The moon is full.' }));
    const gateway = new ApiFixture(json(500, { message: 'Internal Server Error' }));

    await expect(newer.api.ask('/calls', schema)).rejects.toMatchObject({ message: 'The moon is full.' });
    await expect(gateway.api.ask('/calls', schema)).rejects.toMatchObject({ message: '' });
  });

  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:09 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, 9000],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('passes on how long to wait: %j', async (headers, retryAfterMs) => {
    const { api } = new ApiFixture(json(429, {}, headers));

    await expect(api.ask('/calls', schema)).rejects.toMatchObject({ retryAfterMs });
  });

  it.each([
    ['a body that breaks the schema', json(200, { name: 3 })],
    ['no JSON', () => new Response('<html>', { status: 200 })],
  ])('does not take %s', async (_, answer) => {
    await expect(new ApiFixture(answer).api.ask('/x', schema)).rejects.toMatchObject({
      code: 'unexpected',
      status: 200,
    });
  });

  it('says that nobody answered', async () => {
    const { api, reached } = new ApiFixture();

    await expect(api.ask('/calls', schema)).rejects.toMatchObject({ code: 'offline', status: 0, isPassing: true });
    expect(reached).toEqual([false]);
  });

  it('waits so long and no longer', async () => {
    const { api, clock, reached } = new ApiFixture(silence);
    const answer = api.ask('/calls', schema);

    clock.abort(new DOMException('late', 'TimeoutError'));

    await expect(answer).rejects.toMatchObject({ code: 'offline' });
    expect(reached).toEqual([false]);
  });

  it('stops for whoever does not want to know any more, without calling that a problem', async () => {
    const { api, reached } = new ApiFixture(silence);
    const page = new AbortController();
    const answer = api.ask('/calls', schema, { signal: page.signal });

    page.abort();

    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(reached).toEqual([]);
  });

  it('lets a stream go on after the time for its head', async () => {
    const fixture = new ApiFixture(() => new Response('data: 1\n\n'));

    const stream = await fixture.api.open('/calls/live');
    fixture.clock.abort();

    expect(fixture.asked[0]!.signal.aborted).toBe(false);
    await expect(stream.text()).resolves.toBe('data: 1\n\n');
  });
});
