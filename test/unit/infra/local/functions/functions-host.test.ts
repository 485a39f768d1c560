import { functionsFixture, invoked, type Fixture } from './functions-fixture.ts';

describe('the functions host', () => {
  let fixture: Fixture;
  afterEach(async () => fixture.close());

  it('starts a process for the first event and reuses it for the next', async () => {
    fixture = await functionsFixture({
      count: { source: `let n = 0; export const handler = async () => ({ pid: process.pid, n: (n += 1) });` },
    });

    const first = invoked(await fixture.host.invoke('count', {}));
    const second = invoked(await fixture.host.invoke('count', {}));

    expect(first).toMatchObject({ coldStart: true, payload: { n: 1, pid: expect.any(Number) } });
    expect(second).toMatchObject({ coldStart: false, payload: { n: 2, pid: (first.payload as { pid: number }).pid } });
    expect((first.payload as { pid: number }).pid).not.toBe(process.pid);
    expect(first.milliseconds).toBeGreaterThan(0);
  });

  it('takes no answer for null', async () => {
    fixture = await functionsFixture({ quiet: { source: `export const handler = async () => undefined;` } });

    expect(invoked(await fixture.host.invoke('quiet', { any: 'thing' }))).toMatchObject({ payload: null });
  });

  it('runs CommonJS bundles, those too whose exports show only when they run', async () => {
    fixture = await functionsFixture({
      old: {
        module: 'index.cjs',
        source: `for (const name of ['handler']) exports[name] = async () => typeof require;`,
      },
    });

    expect(invoked(await fixture.host.invoke('old', {})).payload).toBe('function');
  });

  it('gives the handler the event and the context of Lambda', async () => {
    fixture = await functionsFixture({
      echo: {
        source: `export const handler = async (event, { getRemainingTimeInMillis, ...context }) => ({ event, context, left: getRemainingTimeInMillis() });`,
        timeoutSeconds: 3,
        memoryMegabytes: 512,
      },
    });

    const { payload } = invoked(await fixture.host.invoke('echo', { text: 'ünï' }));

    expect(payload).toEqual({
      event: { text: 'ünï' },
      left: expect.any(Number),
      context: {
        functionName: 'echo',
        functionVersion: '$LATEST',
        memoryLimitInMB: '512',
        invokedFunctionArn: 'arn:aws:lambda:us-east-1:111122223333:function:echo',
        awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
        logGroupName: '/aws/lambda/echo',
        logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/u),
      },
    });
    expect((payload as { left: number }).left).toBeGreaterThan(2000);
    expect((payload as { left: number }).left).toBeLessThanOrEqual(3000);
  });

  it('lets a function see its own variables and those of Lambda, and nothing of this process', async () => {
    process.env['OF_THE_DEVELOPER'] = 'secret';
    fixture = await functionsFixture({
      env: {
        source: `export const handler = async () => process.env;`,
        environment: { TABLE: 'calls', AWS_REGION: 'mars-1', AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' },
      },
    });

    const { payload } = invoked(await fixture.host.invoke('env', {}));
    delete process.env['OF_THE_DEVELOPER'];

    expect(payload).toMatchObject({
      TABLE: 'calls',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'env',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      TZ: ':UTC',
      _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/u),
    });
    expect(payload).not.toHaveProperty('OF_THE_DEVELOPER');
    expect(payload).not.toHaveProperty('HOME');
  });

  it('freezes the process once it has answered: work that is not awaited stands still until the next event', async () => {
    fixture = await functionsFixture({
      forgetful: {
        // The chain would count into the hundreds if it ran on during the other function's 100 ms.
        source: `let ticks = 0; const run = () => { ticks += 1; setTimeout(run, 1); }; let running = false;
          export const handler = async () => { const seen = ticks; if (!running) { running = true; run(); } return seen; };`,
      },
      slow: {
        source: `export const handler = async () => new Promise((resolve) => setTimeout(resolve, 100, 'done'));`,
      },
    });
    await fixture.host.invoke('forgetful', {});

    await fixture.host.invoke('slow', {});
    const { payload } = invoked(await fixture.host.invoke('forgetful', {}));

    expect(payload).toBeLessThan(20);
  });

  it('starts another process for an event that comes meanwhile, and throttles beyond the reserved concurrency', async () => {
    fixture = await functionsFixture({
      slow: {
        source: `export const handler = async () => new Promise((resolve) => setTimeout(resolve, 200, process.pid));`,
        reservedConcurrency: 2,
      },
    });

    const [first, second, third] = await Promise.all([1, 2, 3].map(async () => fixture.host.invoke('slow', {})));

    expect(first).toMatchObject({ statusCode: 200, coldStart: true });
    expect(second).toMatchObject({ statusCode: 200, coldStart: true });
    expect((first as { payload: unknown }).payload).not.toBe((second as { payload: unknown }).payload);
    expect(third).toEqual({ statusCode: 429, errorType: 'TooManyRequestsException', message: 'Rate Exceeded.' });
    expect(fixture.host.environments('slow')).toBe(2);
  });

  it('gives new variables to the next event, after a cold start', async () => {
    fixture = await functionsFixture({
      env: { source: `export const handler = async () => process.env.MODE;`, environment: { MODE: 'old' } },
    });
    const before = invoked(await fixture.host.invoke('env', {}));

    fixture.host.configure('env', { MODE: 'new' });
    const after = invoked(await fixture.host.invoke('env', {}));

    expect([before.payload, after.payload, after.coldStart]).toEqual(['old', 'new', true]);
  });

  it('hands over the log lines of each invocation, all of them before its answer', async () => {
    fixture = await functionsFixture({
      chatty: {
        source: `console.log('loaded'); export const handler = async ({ n }) => { console.log('out ' + n); console.error('err ' + n); process.stdout.write('half'); };`,
      },
    });

    for (const n of [1, 2]) await fixture.host.invoke('chatty', { n });

    const ids = [...new Set(fixture.logs.map(({ requestId }) => requestId))];
    const linesOf = (id: string | undefined): string[] =>
      fixture.logs
        .filter(({ requestId }) => requestId === id)
        .map(({ line }) => line)
        .sort();
    expect(ids).toHaveLength(2);
    expect(linesOf(ids[0])).toEqual(['err 1', 'half', 'loaded', 'out 1']);
    expect(linesOf(ids[1])).toEqual(['err 2', 'half', 'out 2']);
    expect(fixture.logs.every(({ functionName }) => functionName === 'chatty')).toBe(true);
  });

  it.each([
    { case: 'ARN', name: 'arn:aws:lambda:us-east-1:111122223333:function:echo' },
    { case: 'ARN with version', name: 'arn:aws:lambda:us-east-1:111122223333:function:echo:$LATEST' },
    { case: 'partial ARN', name: '111122223333:function:echo' },
    { case: 'name with version', name: 'echo:$LATEST' },
  ])('finds a function by $case', async ({ name }) => {
    fixture = await functionsFixture({ echo: { source: `export const handler = async (event) => event;` } });

    expect(invoked(await fixture.host.invoke(name, 'hello')).payload).toBe('hello');
  });

  it.each([{ name: 'other' }, { name: 'arn:aws:lambda:eu-west-1:111122223333:function:echo' }, { name: 'echo:7' }])(
    'does not know $name',
    async ({ name }) => {
      fixture = await functionsFixture({ echo: { source: `export const handler = async (event) => event;` } });

      expect(await fixture.host.invoke(name, {})).toMatchObject({
        statusCode: 404,
        errorType: 'ResourceNotFoundException',
      });
      expect(() => fixture.host.arn('other')).toThrow('no function is named other; there are: echo');
    },
  );
});
