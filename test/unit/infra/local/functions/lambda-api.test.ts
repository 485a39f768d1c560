import { functionsFixture, type Fixture } from './functions-fixture.ts';

describe('the Lambda HTTP API', () => {
  let fixture: Fixture;
  beforeEach(async () => {
    fixture = await functionsFixture({
      echo: {
        source: `export const handler = async (event) => { console.log('seen ' + JSON.stringify(event)); if (event.bad) throw new Error('bad'); return event; };`,
      },
      endless: {
        source: `export const handler = async () => { console.log('begun'); await new Promise((r) => setTimeout(r, 60000)); };`,
      },
      never: { source: `export const handler = async () => 1;`, reservedConcurrency: 0 },
    });
  });
  afterEach(async () => fixture.close());

  const post = async (name: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${fixture.host.endpoint}/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, {
      method: 'POST',
      body,
      headers,
    });

  it('answers with what the handler returns', async () => {
    const response = await post(fixture.host.arn('echo'), '{"a":1}');

    expect(response.status).toBe(200);
    expect(response.headers.get('x-amz-executed-version')).toBe('$LATEST');
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/u);
    expect(response.headers.has('x-amz-function-error')).toBe(false);
    expect(await response.json()).toEqual({ a: 1 });
  });

  it('takes an empty body for an empty event', async () => {
    expect(await (await post('echo', '')).json()).toEqual({});
  });

  it('marks the error of a function, with status 200', async () => {
    const response = await post('echo', '{"bad":true}');

    expect([response.status, response.headers.get('x-amz-function-error')]).toEqual([200, 'Unhandled']);
    expect(await response.json()).toMatchObject({ errorType: 'Error', errorMessage: 'bad' });
  });

  it.each([
    { case: 'an unknown function', name: 'other', body: '{}', status: 404, type: 'ResourceNotFoundException' },
    {
      case: 'a function without concurrency',
      name: 'never',
      body: '{}',
      status: 429,
      type: 'TooManyRequestsException',
    },
    { case: 'a body that is not JSON', name: 'echo', body: '{', status: 400, type: 'InvalidRequestContentException' },
    {
      case: 'a body of more than 6 MB',
      name: 'echo',
      body: `"${'x'.repeat(6_291_456)}"`,
      status: 413,
      type: 'RequestTooLargeException',
    },
  ])('refuses $case', async ({ name, body, status, type }) => {
    const response = await post(name, body);

    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([status, type]);
    expect(await response.json()).toMatchObject({ Type: 'User' });
  });

  it.each([{ path: '/2015-03-31/functions/%zz/invocations' }, { path: '/2015-03-31/functions' }, { path: '//' }])(
    'does not know $path',
    async ({ path }) => {
      const response = await fetch(fixture.host.endpoint + path, { method: 'POST', body: '{}' });

      expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([404, 'UnknownOperationException']);
    },
  );

  it('does not wait for an invocation of type Event', async () => {
    const response = await post('endless', '{}', { 'x-amz-invocation-type': 'Event' });

    expect([response.status, await response.text()]).toEqual([202, '']);
    await fixture.logged('begun');
  });

  it('runs nothing for an invocation of type DryRun', async () => {
    const response = await post('echo', '{}', { 'x-amz-invocation-type': 'DryRun' });

    expect(response.status).toBe(204);
    expect(fixture.host.environments('echo')).toBe(0);
  });
});
