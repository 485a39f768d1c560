import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { functionsFixture, invoked, type Fixture } from './functions-fixture.ts';

describe('a function whose code changes', () => {
  let fixture: Fixture;
  afterEach(async () => fixture.close());
  const save = async (source: string): Promise<void> => writeFile(join(fixture.root, 'sma', 'index.mjs'), source);

  it('meets the next event with its new code, after a cold start', async () => {
    fixture = await functionsFixture({ sma: { source: `export const handler = async () => 'old';` } });
    const before = invoked(await fixture.host.invoke('sma', {}));

    await save(`export const handler = async () => 'new';`);
    const unnoticed = invoked(await fixture.host.invoke('sma', {}));
    fixture.host.reload('sma');
    const after = invoked(await fixture.host.invoke('sma', {}));

    expect([before.payload, unnoticed.payload, after.payload]).toEqual(['old', 'old', 'new']);
    expect(after.coldStart).toBe(true);
  });

  it('lets what is under way end with the old code', async () => {
    fixture = await functionsFixture({
      sma: {
        source: `export const handler = async () => { console.log('begun'); await new Promise((r) => setTimeout(r, 50)); return 'old'; };`,
      },
    });
    const underWay = fixture.host.invoke('sma', {});
    await fixture.logged('begun');

    await save(`export const handler = async () => 'new';`);
    fixture.host.reload('sma');
    const next = await fixture.host.invoke('sma', {});

    expect([invoked(await underWay).payload, invoked(next).payload]).toEqual(['old', 'new']);
    expect(fixture.host.environments('sma')).toBe(1);
  });

  it('fails while it is broken, and heals', async () => {
    fixture = await functionsFixture({ sma: { source: `export const handler = async () => 'fine';` } });

    await save(`export const handler = async ( => 'broken';`);
    fixture.host.reload('sma');
    const broken = invoked(await fixture.host.invoke('sma', {}));
    await save(`export const handler = async () => 'fine again';`);
    fixture.host.reload('sma');
    const healed = invoked(await fixture.host.invoke('sma', {}));

    expect(broken.payload).toMatchObject({ errorType: 'Runtime.UserCodeSyntaxError' });
    expect(healed.payload).toBe('fine again');
  });
});

describe('warming a function up', () => {
  let fixture: Fixture;
  afterEach(async () => fixture.close());

  it('loads it before the first event, which then meets no cold start', async () => {
    fixture = await functionsFixture({
      sma: { source: `console.log('loading'); export const handler = async () => 'fine';` },
    });

    const problem = await fixture.host.warmUp('sma');
    await fixture.logged('loading');
    const first = invoked(await fixture.host.invoke('sma', {}));

    expect(problem).toBeUndefined();
    expect(fixture.logs).toEqual([expect.objectContaining({ requestId: '', line: 'loading' })]);
    expect(first).toMatchObject({ coldStart: false, payload: 'fine' });
  });

  it('tells why it cannot be loaded', async () => {
    fixture = await functionsFixture({ sma: { source: `\nthrow new TypeError('at load');` } });

    const problem = await fixture.host.warmUp('sma');

    expect(problem).toMatchObject({ errorType: 'TypeError', errorMessage: 'at load' });
    expect(problem?.trace?.join()).toContain('index.mjs:2:7');
    expect(fixture.host.environments('sma')).toBe(0);
  });

  it('tells so when the process ends before it is loaded', async () => {
    fixture = await functionsFixture({ sma: { source: `process.exit(7); export const handler = 1;` } });

    expect(await fixture.host.warmUp('sma')).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringContaining('exit status 7'),
    });
  });
});

describe('many events at a time', () => {
  let fixture: Fixture;
  afterEach(async () => fixture.close());

  it('wait a moment for a process that is soon free, rather than start one each', async () => {
    fixture = await functionsFixture({ quick: { source: `export const handler = async ({ n }) => n;` } });
    await fixture.host.warmUp('quick');

    const numbers = Array.from({ length: 40 }, (_, n) => n);
    const answers = await Promise.all(
      numbers.map(async (n) => invoked(await fixture.host.invoke('quick', { n })).payload),
    );

    expect(answers).toEqual(numbers);
    expect(fixture.host.environments('quick')).toBeLessThan(10);
  });

  it('are answered when the host closes meanwhile', async () => {
    fixture = await functionsFixture({
      slow: {
        source: `export const handler = async () => { console.log('begun'); await new Promise((r) => setTimeout(r, 60000)); };`,
      },
    });
    const first = fixture.host.invoke('slow', {});
    await fixture.logged('begun');
    const waiting = fixture.host.invoke('slow', {});

    await fixture.host.close();

    expect(await first).toMatchObject({ functionError: 'Unhandled' });
    expect(await waiting).toMatchObject({ statusCode: 500 });
  });
});

describe('between two events', () => {
  let fixture: Fixture;
  afterEach(async () => fixture.close());

  it('threads of the function stand still, too, after a moment', async () => {
    const counter = `
      import { Worker } from 'node:worker_threads';
      const shared = new Int32Array(new SharedArrayBuffer(4));
      new Worker('const { workerData } = require("node:worker_threads"); setInterval(() => Atomics.add(workerData, 0, 1), 1);', { eval: true, workerData: shared });
      export const handler = async () => { await new Promise((r) => setTimeout(r, 50)); return Atomics.load(shared, 0); };`;
    fixture = await functionsFixture({
      busy: { source: counter },
      slow: { source: `export const handler = async () => new Promise((resolve) => setTimeout(resolve, 600));` },
    });

    const before = invoked(await fixture.host.invoke('busy', {})).payload as number;
    await fixture.host.invoke('slow', {});
    const after = invoked(await fixture.host.invoke('busy', {})).payload as number;

    expect(after).toBeGreaterThan(before);
    expect(after - before).toBeLessThan(400);
  });
});
