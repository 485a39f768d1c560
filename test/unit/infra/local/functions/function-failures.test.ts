import { TimersFake } from '../../../../support/timers-fake.ts';
import { functionsFixture, invoked, type Fixture } from './functions-fixture.ts';

describe('a function that fails', () => {
  let fixture: Fixture;
  afterEach(async () => fixture.close());

  it('is killed when its time is up, and starts afresh for the next event', async () => {
    fixture = await functionsFixture({
      stuck: {
        source: `export const handler = async ({ hang }) => { if (hang) { console.log('before'); await new Promise((r) => setTimeout(r, 60000)); } return 'fine'; };`,
        timeoutSeconds: 0.15,
      },
    });

    const late = invoked(await fixture.host.invoke('stuck', { hang: true }));
    const next = invoked(await fixture.host.invoke('stuck', {}));

    expect(late).toMatchObject({ functionError: 'Unhandled', payload: { errorType: 'Sandbox.Timedout' } });
    expect((late.payload as { errorMessage: string }).errorMessage).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36} Task timed out after 0\.15 seconds$/u,
    );
    expect(fixture.logs.map(({ line }) => line)).toEqual(['before']);
    expect(next).toMatchObject({ coldStart: true, payload: 'fine' });
  });

  it('is killed when its time is up even while it keeps the processor busy', async () => {
    fixture = await functionsFixture({
      busy: { source: `export const handler = async () => { for (;;); };`, timeoutSeconds: 0.1 },
    });

    expect(invoked(await fixture.host.invoke('busy', {}))).toMatchObject({
      payload: { errorType: 'Sandbox.Timedout' },
    });
    expect(fixture.host.environments('busy')).toBe(0);
  });

  it('reports what its handler throws, and its process lives on', async () => {
    fixture = await functionsFixture({
      picky: {
        source: `class Refused extends Error { name = 'Refused'; } export const handler = async ({ bad }) => { if (bad) throw new Refused('not this'); return 'fine'; };`,
      },
    });

    const thrown = invoked(await fixture.host.invoke('picky', { bad: true }));
    const next = invoked(await fixture.host.invoke('picky', {}));

    expect(thrown).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'Refused', errorMessage: 'not this' },
    });
    expect((thrown.payload as { trace: string[] }).trace[0]).toBe('Refused: not this');
    expect(next).toMatchObject({ coldStart: false, payload: 'fine' });
  });

  it.each([
    { case: 'with an exit code', code: 'process.exit(3)', message: 'Runtime exited with error: exit status 3' },
    { case: 'without a reason', code: 'process.exit(0)', message: 'Runtime exited without providing a reason' },
    {
      case: 'by a signal',
      code: `process.kill(process.pid, 'SIGKILL'); await new Promise(() => setTimeout(() => {}, 60000))`,
      message: 'Runtime exited with error: signal: killed',
    },
  ])('is answered as Runtime.ExitError when its process ends $case', async ({ code, message }) => {
    fixture = await functionsFixture({
      mortal: { source: `export const handler = async ({ die }) => { if (die) { ${code} } return 'fine'; };` },
    });

    const died = invoked(await fixture.host.invoke('mortal', { die: true }));
    const next = invoked(await fixture.host.invoke('mortal', {}));

    expect(died).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining(message) },
    });
    expect(next).toMatchObject({ coldStart: true, payload: 'fine' });
  });

  it.each([
    {
      case: 'an exception outside the handler',
      code: `setTimeout(() => { throw new RangeError('stray'); }, 0)`,
      errorType: 'RangeError',
    },
    {
      case: 'a rejection nobody handles',
      code: `void Promise.reject(new Error('stray'))`,
      errorType: 'Runtime.UnhandledPromiseRejection',
    },
  ])('ends with $case', async ({ code, errorType }) => {
    fixture = await functionsFixture({
      stray: {
        source: `export const handler = async () => { ${code}; await new Promise((r) => setTimeout(r, 60000)); };`,
      },
    });

    expect(invoked(await fixture.host.invoke('stray', {}))).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType, errorMessage: expect.stringContaining('stray') },
    });
  });

  it.each([
    {
      case: 'throws while it loads',
      source: `throw new TypeError('at load');`,
      errorType: 'TypeError',
      errorMessage: 'at load',
    },
    {
      case: 'imports what is not there',
      source: `import 'nowhere'; export const handler = async () => 1;`,
      errorType: 'Runtime.ImportModuleError',
      errorMessage: 'nowhere',
    },
    {
      case: 'does not parse',
      source: `export const handler = async ( => 1;`,
      errorType: 'Runtime.UserCodeSyntaxError',
      errorMessage: 'SyntaxError',
    },
    {
      case: 'exports no handler',
      source: `export const other = 1;`,
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: 'index.handler is undefined or not exported',
    },
    {
      case: 'takes a callback',
      source: `export const handler = (event, context, callback) => callback(null, 1);`,
      errorType: 'Runtime.CallbackHandlerDeprecated',
      errorMessage: 'nodejs24.x',
    },
  ])('is answered with its init error when it $case', async ({ source, errorType, errorMessage }) => {
    fixture = await functionsFixture({ broken: { source } });

    const result = invoked(await fixture.host.invoke('broken', {}));

    expect(result).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType, errorMessage: expect.stringContaining(errorMessage) },
    });
    expect(fixture.host.environments('broken')).toBe(0);
  });

  it('has 10 seconds to load, whatever its time-out', async () => {
    const time = new TimersFake();
    fixture = await functionsFixture(
      {
        heavy: {
          source: `console.log('loading'); setInterval(() => {}, 1000); await new Promise(() => {}); export const handler = async () => 1;`,
          timeoutSeconds: 3,
        },
      },
      time,
    );
    let answered = false;

    const answer = fixture.host.invoke('heavy', {}).finally(() => {
      answered = true;
    });
    await fixture.logged('loading');
    await time.advanceBy(9_999);
    const early = answered;
    await time.advanceBy(1);

    expect(early).toBe(false);
    expect(await answer).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'Sandbox.Timedout', errorMessage: expect.stringContaining('after 10.00 seconds') },
    });
    expect(fixture.host.environments('heavy')).toBe(0);
  });

  it('may answer with up to 6 MB and no more, and its process lives on', async () => {
    fixture = await functionsFixture({
      big: { source: `export const handler = async ({ bytes }) => 'x'.repeat(bytes - 2);` },
    });

    const fits = invoked(await fixture.host.invoke('big', { bytes: 6_291_556 }));
    const tooLarge = invoked(await fixture.host.invoke('big', { bytes: 6_291_557 }));

    expect(fits.functionError).toBeUndefined();
    expect(tooLarge).toMatchObject({
      coldStart: false,
      functionError: 'Unhandled',
      payload: { errorType: 'Function.ResponseSizeTooLarge' },
    });
    expect(fixture.host.environments('big')).toBe(1);
  });

  it('fails on demand, as often as asked and no more', async () => {
    fixture = await functionsFixture({
      fine: { source: `export const handler = async () => 'fine';`, timeoutSeconds: 0.05 },
    });
    fixture.host.failNext('fine', { kind: 'throttle', times: 1 });
    fixture.host.failNext('fine', { kind: 'throw', times: 2 });
    fixture.host.failNext('fine', { kind: 'hang', times: 1 });

    const results = [];
    for (let n = 0; n < 4; n += 1) results.push(await fixture.host.invoke('fine', {}));

    expect(results).toMatchObject([
      { statusCode: 429 },
      { functionError: 'Unhandled', payload: { errorType: 'Error' } },
      { functionError: 'Unhandled', payload: { errorType: 'Error' } },
      { functionError: 'Unhandled', payload: { errorType: 'Sandbox.Timedout' } },
    ]);
    expect(fixture.host.environments('fine')).toBe(0);
  });

  it.each([
    { case: 'what is no frame', bytes: 'Buffer.alloc(8, 0xff)' },
    { case: 'a head that is no JSON', bytes: 'Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0x7b])' },
  ])('ends when it writes $case to the pipe of its runtime, and the host lives on', async ({ bytes }) => {
    fixture = await functionsFixture({
      noisy: {
        source: `import { writeSync } from 'node:fs'; export const handler = async ({ bad }) => { if (bad) { writeSync(3, ${bytes}); await new Promise((r) => setTimeout(r, 60000)); } return 'fine'; };`,
      },
    });

    const bad = invoked(await fixture.host.invoke('noisy', { bad: true }));
    const next = invoked(await fixture.host.invoke('noisy', {}));

    expect(bad).toMatchObject({
      payload: { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('file descriptor 3') },
    });
    expect(next).toMatchObject({ coldStart: true, payload: 'fine' });
  });
});
