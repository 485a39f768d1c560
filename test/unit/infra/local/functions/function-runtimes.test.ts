import { functionsFixture, invoked, type Fixture } from './functions-fixture.ts';

describe('a handler with a callback', () => {
  let fixture: Fixture;
  afterEach(async () => fixture.close());

  const handler = (body: string) => ({
    module: 'index.cjs',
    source: `exports.handler = (event, context, callback) => { ${body} };`,
    runtime: 'nodejs18.x' as const,
  });

  it('answers by calling back, when its function is of nodejs22.x or older', async () => {
    fixture = await functionsFixture({ old: { ...handler(`callback(null, event.n + 1)`), runtime: 'nodejs22.x' } });

    expect(invoked(await fixture.host.invoke('old', { n: 1 }))).toMatchObject({ payload: 2 });
    expect(invoked(await fixture.host.invoke('old', { n: 2 }))).toMatchObject({ payload: 3, coldStart: false });
  });

  it('fails with what it calls back as an error', async () => {
    fixture = await functionsFixture({ old: handler(`callback(new RangeError('too far'))`) });

    expect(invoked(await fixture.host.invoke('old', {}))).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'RangeError', errorMessage: 'too far' },
    });
  });

  it('is answered when nothing is left to be done, unless it does not want to wait for that', async () => {
    fixture = await functionsFixture({
      old: handler(`
        context.callbackWaitsForEmptyEventLoop = event.wait;
        let done = false;
        setTimeout(() => { done = true; }, 30);
        callback(null, { toJSON: () => done });`),
    });

    const waited = invoked(await fixture.host.invoke('old', { wait: true }));
    const atOnce = invoked(await fixture.host.invoke('old', { wait: false }));

    expect([waited.payload, atOnce.payload]).toEqual([true, false]);
  });

  it('answers null when it neither calls back nor returns a promise', async () => {
    fixture = await functionsFixture({ old: handler(`return 'lost'`) });

    expect(invoked(await fixture.host.invoke('old', {})).payload).toBeNull();
  });

  it.each([
    { case: 'context.succeed', body: `context.succeed('fine')`, payload: 'fine' },
    { case: 'context.done', body: `context.done(null, 'fine')`, payload: 'fine' },
    { case: 'a promise', body: `return Promise.resolve('fine')`, payload: 'fine' },
  ])('may answer by $case', async ({ body, payload }) => {
    fixture = await functionsFixture({ old: handler(body) });

    expect(invoked(await fixture.host.invoke('old', {})).payload).toBe(payload);
  });

  it('answers with what it called back, though it is async and resolves with nothing', async () => {
    fixture = await functionsFixture({
      old: {
        ...handler(''),
        source: `exports.handler = async (event, context, callback) => { callback(null, 'first'); };`,
      },
    });

    expect(invoked(await fixture.host.invoke('old', {})).payload).toBe('first');
  });

  it('may fail by context.fail', async () => {
    fixture = await functionsFixture({ old: handler(`context.fail('no')`) });

    expect(invoked(await fixture.host.invoke('old', {}))).toMatchObject({ payload: { errorMessage: 'no' } });
  });
});

describe('a handler and its runtime', () => {
  let fixture: Fixture;
  afterEach(async () => fixture.close());

  it('see the label of the runtime', async () => {
    fixture = await functionsFixture({
      labelled: {
        source: `export const handler = async () => process.env.AWS_EXECUTION_ENV;`,
        runtime: 'nodejs20.x',
      },
    });

    expect(invoked(await fixture.host.invoke('labelled', {})).payload).toBe('AWS_Lambda_nodejs20.x');
  });

  it('fail when the handler waits for what can never happen, and take the next event', async () => {
    fixture = await functionsFixture({
      stuck: {
        source: `export const handler = async ({ wait }) => { if (wait) await new Promise(() => {}); return 'fine'; };`,
      },
    });

    const stuck = invoked(await fixture.host.invoke('stuck', { wait: true }));
    const next = invoked(await fixture.host.invoke('stuck', {}));

    expect(stuck).toMatchObject({ functionError: 'Unhandled', payload: { errorType: 'Runtime.NodeJsExit' } });
    expect(next.payload).toBe('fine');
  });

  it('run TypeScript', async () => {
    fixture = await functionsFixture({
      typed: {
        module: 'index.ts',
        source: `export const handler = async (event: { n: number }): Promise<number> => event.n;`,
      },
    });

    expect(invoked(await fixture.host.invoke('typed', { n: 7 })).payload).toBe(7);
  });

  it('take the file that is named, of two with one name', async () => {
    const both = { source: `exports.handler = async () => 'cjs';`, module: 'index.cjs' };
    fixture = await functionsFixture({
      two: { ...both, file: 'index.cjs', more: { 'index.mjs': `export const handler = async () => 'mjs';` } },
    });

    expect(invoked(await fixture.host.invoke('two', {})).payload).toBe('cjs');
  });

  it('let the function bring credentials of its own', async () => {
    fixture = await functionsFixture({
      own: {
        source: `export const handler = async () => [process.env.AWS_ACCESS_KEY_ID, process.env.AWS_SESSION_TOKEN];`,
        environment: { AWS_ACCESS_KEY_ID: 'mine' },
      },
    });

    expect(invoked(await fixture.host.invoke('own', {})).payload).toEqual(['mine', 'local-session']);
  });

  it('lose its log, but no answer, when the function closes its output', async () => {
    fixture = await functionsFixture({
      silent: {
        source: `import { closeSync } from 'node:fs'; export const handler = async () => { closeSync(1); return 'fine'; };`,
      },
    });

    expect(invoked(await fixture.host.invoke('silent', {})).payload).toBe('fine');
    expect(invoked(await fixture.host.invoke('silent', {})).statusCode).toBe(200);
  });
});
