import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { functionAnswer, gatewayFixture, type GatewayFixture } from './gateway-fixture.ts';

describe('the API gateway', () => {
  let fixture: GatewayFixture;
  beforeEach(async () => {
    fixture = await gatewayFixture();
  });
  afterEach(async () => fixture.close());

  it.each([
    { host: 'attacker.example', status: 403 },
    { host: '127.0.0.1.attacker.example:80', status: 403 },
    { host: 'localhost:4000', status: 200 },
    { host: '127.0.0.1', status: 200 },
  ])('answers $status to whoever calls it $host', async ({ host, status }) => {
    const asked = request(`${fixture.gateway.endpoint}/open/1`, { headers: { host } }).end();

    const [answer] = (await once(asked, 'response')) as [IncomingMessage];

    expect(answer.resume().statusCode).toBe(status);
    expect(fixture.calls).toHaveLength(status === 200 ? 1 : 0);
  });

  it('turns a request into an event of payload format 2.0', async () => {
    await fixture.get('/open/a%20b?tag=x&tag=y&q=caf%C3%A9', undefined, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'Content-Type': 'application/json', 'X-Trace': 'one', Cookie: 'a=1; b=2', 'User-Agent': 'crm/1' },
    });

    expect(fixture.calls).toHaveLength(1);
    expect(fixture.calls[0]).toMatchObject({
      functionName: 'console-api',
      event: {
        version: '2.0',
        routeKey: 'ANY /open/{id}',
        rawPath: '/open/a%20b',
        rawQueryString: 'tag=x&tag=y&q=caf%C3%A9',
        cookies: ['a=1', 'b=2'],
        headers: { 'content-type': 'application/json', 'x-trace': 'one', 'x-forwarded-proto': 'http' },
        queryStringParameters: { tag: 'x,y', q: 'café' },
        pathParameters: { id: 'a b' },
        requestContext: {
          http: {
            method: 'POST',
            path: '/open/a%20b',
            protocol: 'HTTP/1.1',
            sourceIp: '127.0.0.1',
            userAgent: 'crm/1',
          },
          routeKey: 'ANY /open/{id}',
          stage: '$default',
          time: '18/Nov/2026:15:00:00 +0000',
          timeEpoch: Date.parse('2026-11-18T15:00:00Z'),
        },
        body: '{"a":1}',
        isBase64Encoded: false,
      },
    });
    expect(fixture.calls[0]?.event.headers).not.toHaveProperty('cookie');
    expect(fixture.calls[0]?.event.requestContext).not.toHaveProperty('authorizer');
  });

  it('leaves out what a request does not have, and encodes what is not text', async () => {
    await fixture.get('/open/1');
    await fixture.get('/open/1', undefined, {
      method: 'POST',
      body: new Uint8Array([255, 0]),
      headers: { 'content-type': 'audio/wav' },
    });

    const [bare, binary] = fixture.calls.map(({ event }) => event);
    for (const absent of ['body', 'cookies', 'queryStringParameters']) expect(bare).not.toHaveProperty(absent);
    expect(binary).toMatchObject({ body: '/wA=', isBase64Encoded: true });
  });

  it('gives the answer of the function to the client', async () => {
    fixture.answer(
      functionAnswer({
        statusCode: 201,
        headers: { 'Content-Type': 'application/json', 'X-Count': 2 },
        cookies: ['a=1', 'b=2'],
        body: '{"ok":true}',
      }),
    );

    const response = await fixture.get('/open/1');

    expect([response.status, response.headers.get('content-type'), response.headers.get('x-count')]).toEqual([
      201,
      'application/json',
      '2',
    ]);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('apigw-requestid')).toBe(fixture.calls[0]?.event.requestContext.requestId);
    expect(await response.text()).toBe('{"ok":true}');
  });

  it.each([
    { case: 'any JSON for a body', payload: { ok: true }, type: 'application/json', body: '{"ok":true}' },
    { case: 'a string for a body', payload: 'hello', type: 'application/json', body: 'hello' },
    {
      case: 'base64 as bytes',
      payload: { statusCode: 200, isBase64Encoded: true, body: 'aGk=' },
      type: 'text/plain;charset=UTF-8',
      body: 'hi',
    },
  ])('takes $case', async ({ payload, type, body }) => {
    fixture.answer(functionAnswer(payload));

    const response = await fixture.get('/open/1');

    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, body]);
  });

  it.each([
    {
      case: 'a failed function',
      result: async () =>
        ({
          statusCode: 200,
          functionError: 'Unhandled',
          payload: { errorMessage: 'secret' },
          milliseconds: 1,
          coldStart: false,
        }) as const,
      status: 500,
    },
    { case: 'a malformed status', result: functionAnswer({ statusCode: 'many' }), status: 500 },
    { case: 'a body that is no text', result: functionAnswer({ statusCode: 200, body: { a: 1 } }), status: 500 },
    {
      case: 'a function that is not there',
      result: async () => ({ statusCode: 404, errorType: 'ResourceNotFoundException', message: 'secret' }) as const,
      status: 500,
    },
    {
      case: 'a throttled function',
      result: async () => ({ statusCode: 429, errorType: 'TooManyRequestsException', message: 'secret' }) as const,
      status: 503,
    },
  ])('tells the client nothing about $case', async ({ result, status }) => {
    fixture.answer(result);

    const response = await fixture.get('/open/1');

    expect([response.status, await response.json()]).toEqual([
      status,
      { message: status === 500 ? 'Internal Server Error' : 'Service Unavailable' },
    ]);
  });

  it('waits 30 seconds for a function', async () => {
    const asked = Promise.withResolvers<void>();
    fixture.answer(async () => {
      asked.resolve();
      return new Promise(() => undefined);
    });

    const underWay = fixture.get('/open/1');
    await asked.promise;
    await fixture.time.advanceBy(30_000);
    const response = await underWay;

    expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  });

  it.each([
    { case: 'an unknown path', path: '/nowhere', method: 'GET', status: 404, message: 'Not Found' },
    { case: 'an unknown method', path: '/any-token', method: 'PUT', status: 404, message: 'Not Found' },
    { case: 'a broken encoding', path: '/open/%zz', method: 'GET', status: 400, message: 'Bad Request' },
  ])('refuses $case', async ({ path, method, status, message }) => {
    const response = await fixture.get(path, undefined, { method });

    expect([response.status, await response.json()]).toEqual([status, { message }]);
    expect(fixture.calls).toEqual([]);
  });

  it('refuses a body of more than 10 MB', async () => {
    const response = await fixture.get('/open/1', undefined, { method: 'POST', body: new Uint8Array(10_485_761) });

    expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });
});
