import type { EndpointName } from '../../../../../../infra/local/alexa/api/endpoint.ts';
import { AlexaApiUnderTest } from './alexa-api-fixture.ts';
import { aHotel, profilePath } from './smart-property-fixture.ts';

const namePath = '/v2/accounts/~current/settings/Profile.name';
const addressPath = '/v1/devices/amzn1.ask.device.KITCHEN/settings/address';

let api: AlexaApiUnderTest;
afterEach(() => api.close());

describe('faults', () => {
  const cases: readonly {
    endpoint: EndpointName;
    path: string;
    method?: string;
    inItsWords: (status: number) => unknown;
  }[] = [
    { endpoint: 'profile', path: namePath, inItsWords: coded({ 401: 'INVALID_TOKEN', 429: 'THROTTLED' }) },
    {
      endpoint: 'persons',
      path: '/v2/persons/~current/profile/name',
      inItsWords: coded({ 401: 'INVALID_TOKEN', 429: 'THROTTLED' }),
    },
    {
      endpoint: 'settings',
      path: '/v2/devices/amzn1.ask.device.KITCHEN/settings/System.timeZone',
      inItsWords: coded({ 401: 'INVALID_TOKEN', 429: 'THROTTLED' }),
    },
    {
      endpoint: 'address',
      path: addressPath,
      inItsWords: (status) => ({
        type: status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL_ERROR',
        message: expect.any(String),
      }),
    },
    {
      endpoint: 'directives',
      path: '/v1/directives',
      method: 'POST',
      inItsWords: coded({ 401: 'UNAUTHORIZED', 429: 'TOO_MANY_REQUESTS', 503: 'INTERNAL_ERROR' }),
    },
    {
      endpoint: 'session',
      path: '/v1/communications/session',
      method: 'POST',
      inItsWords: coded({ 401: 'BadToken', 429: 'Throttling', 503: 'InternalServerError' }),
    },
    { endpoint: 'userInfo', path: '/openid/userinfo', inItsWords: () => undefined },
    {
      endpoint: 'token',
      path: '/auth/o2/token',
      method: 'POST',
      inItsWords: (status) => ({
        error: { 401: 'invalid_client', 429: 'slow_down' }[status] ?? 'server_error',
        error_description: expect.any(String),
      }),
    },
    {
      endpoint: 'communicationProfile',
      path: profilePath('amzn1.alexa.unit.ROOM101'),
      inItsWords: coded({ 401: 'UNAUTHORIZED', 429: 'TOO_MANY_REQUESTS', 503: 'INTERNAL_ERROR' }),
    },
  ];

  it.each(cases)(
    'make $endpoint fail, in its own words, and nothing else',
    async ({ endpoint, path, method, inItsWords }) => {
      api = await AlexaApiUnderTest.start({ smartProperty: aHotel });
      const statuses = [401, 429, 503];
      for (const status of statuses) api.home.api.faults.next(endpoint, status);
      const elsewhere = endpoint === 'profile' ? addressPath : namePath;

      for (const status of statuses) {
        expect(await api.call(path, method === undefined ? {} : { method })).toEqual({
          status,
          body: inItsWords(status),
        });
        expect((await api.call(elsewhere)).status).toBe(200);
      }
    },
  );

  it('happen as often as was ordered, in the order in which they were', async () => {
    api = await AlexaApiUnderTest.start();
    api.home.api.faults.next('session', 429, 2);
    api.home.api.faults.next('session', 500);

    const statuses = [];
    for (let request = 0; request < 4; request += 1) statuses.push((await api.startSession()).status);

    expect(statuses).toEqual([429, 429, 500, 200]);
    expect(api.home.calls).toHaveLength(1);
  });

  it('can leave a request without an answer', async () => {
    api = await AlexaApiUnderTest.start();
    api.home.api.faults.next('profile', 'hang');
    let answered = false;
    const hanging = api.call(namePath).then(
      () => (answered = true),
      () => 'dropped',
    );

    // An answer to a later request on its own connection shows that the first one had its chance.
    expect((await api.call(addressPath)).status).toBe(200);
    expect(answered).toBe(false);
    await api.home.api.close();

    expect(await hanging).toBe('dropped');
  });

  it('can hold an answer back after the deed is done', async () => {
    api = await AlexaApiUnderTest.start();
    api.home.api.faults.next('session', { afterMs: 3000 });
    let answered = false;
    const slow = api.startSession().then((answer) => {
      answered = true;
      return answer;
    });
    expect((await api.call(addressPath)).status).toBe(200);
    while (api.home.timers.pending === 0) await api.call(addressPath);

    expect(api.home.calls).toHaveLength(1);
    await api.home.timers.advanceBy(2999);
    expect((await api.call(addressPath)).status).toBe(200);
    expect(answered).toBe(false);
    await api.home.timers.advanceBy(1);

    expect(await slow).toMatchObject({ status: 200 });
    expect(api.home.timers.pending).toBe(0);
  });

  it('leave no timer behind when nobody waits for a slow answer', async () => {
    api = await AlexaApiUnderTest.start();
    api.home.api.faults.next('profile', { afterMs: 60_000 });
    const dropped = api.call(namePath).catch(() => 'dropped');
    while (api.home.timers.pending === 0) await api.call(addressPath);

    await api.home.api.close();

    expect(await dropped).toBe('dropped');
    expect(api.home.timers.pending).toBe(0);
  });

  it.each([
    { case: 'a status that is none', order: () => api.home.api.faults.next('profile', 42) },
    { case: 'no time at all', order: () => api.home.api.faults.next('profile', 500, 0) },
    { case: 'an answer before the request', order: () => api.home.api.faults.next('profile', { afterMs: -1 }) },
  ])('are refused when they make no sense: $case', async ({ order }) => {
    api = await AlexaApiUnderTest.start();

    expect(order).toThrow(RangeError);
  });
});

function coded(codes: Readonly<Record<number, string>>): (status: number) => unknown {
  return (status) => ({ code: codes[status] ?? 'UNKNOWN_ERROR', message: expect.any(String) });
}
