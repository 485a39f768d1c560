import { readFileSync } from 'node:fs';
import { runRoutes, type Printed } from '../../../../console/cli/run-routes.ts';
import type { Workplace } from '../../../../console/cli/workplace.ts';
import { MemoryRoutingTableStore } from '../../../../shared/adapters/memory/memory-routing-table-store.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import type { Publication, PublishResult } from '../../../../shared/ports/routing-table-store.ts';
import type { RoutingTable } from '../../../../shared/domain/routing/table.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

const demoFile = readFileSync(
  new URL('../../../../infra/local/demo/example-bank/routing-table.yaml', import.meta.url),
  'utf8',
);

class RecordingStore extends MemoryRoutingTableStore {
  readonly publications: Publication[] = [];

  override publish(table: RoutingTable, publication: Publication): Promise<PublishResult> {
    this.publications.push(publication);
    return super.publish(table, publication);
  }
}

describe('npm run routes', () => {
  const files: Record<string, string> = {
    'bank.yaml': demoFile,
    'edited.yaml': demoFile.replace('Seattle Downtown', 'Downtown'),
    'broken.yaml': demoFile
      .replace('contactCenter: support', 'contactCenter: suport')
      .replace('reason: [billing]', 'reason: [bilings]'),
  };
  const clock = new TimersFake(Date.parse('2026-11-21T00:00:00Z'));
  let store: RecordingStore;

  beforeEach(() => {
    store = new RecordingStore();
  });

  function run(line: string, changes: Partial<Workplace> = {}): Promise<Printed> {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    return runRoutes(words, {
      clock,
      readFile: (path) =>
        files[path] === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(files[path]),
      openStore: () => store,
      user: 'mallory',
      tableName: undefined,
      ...changes,
    });
  }

  it('finds the table of the demo in order', async () => {
    const printed = await run('check bank.yaml');

    expect(printed.exitCode).toBe(0);
    expect(printed.text).toContain('bank.yaml: example-bank is in order: 4 rules, 5 branches, 2 schedules');
    expect(printed.text).toContain('branches.queen-anne.schedule "closed-for-refurbishment" is never open');
  });

  it('checks without opening the store', async () => {
    const printed = await run('check bank.yaml', {
      openStore: () => {
        throw new Error('opened');
      },
    });

    expect(printed.exitCode).toBe(0);
  });

  it('lists everything that is wrong with a file, with places and suggestions, and publishes nothing', async () => {
    const printed = await run('publish broken.yaml --because "a try"');

    expect(printed.exitCode).toBe(1);
    expect(printed.text).toMatch(
      /broken\.yaml:\d+:\d+ error rules\[0\]\.attempts\[0\]\.contactCenter "suport" is not a contact centre of this file – did you mean "support"\? \(unknown-reference\)/,
    );
    expect(printed.text).toMatch(/broken\.yaml:\d+:\d+ error rules\[1\]\.when\.reason\[0\] "bilings" is not a reason/);
    expect(printed.text).toContain('2 errors; the table cannot be published like this');
    expect(store.publications).toEqual([]);
  });

  it('publishes a first version, and says who, why and when', async () => {
    const printed = await run('publish bank.yaml --because "opening day" --by carol');

    expect(printed).toMatchObject({
      exitCode: 0,
      text: expect.stringContaining('example-bank version 1 is in force, in place of version 0: opening day'),
    });
    expect(store.publications).toEqual([{ basedOn: 0, by: 'carol', because: 'opening day', at: clock.now() }]);
  });

  it('bases a publication on the current version where none is named, and names the user', async () => {
    await run('publish bank.yaml --because "opening day"');

    const printed = await run('publish edited.yaml --because "a new name" --json');

    expect(printed.exitCode).toBe(0);
    expect(JSON.parse(printed.text)).toMatchObject({ ok: true, name: 'example-bank', version: 2, basedOn: 1 });
    expect(store.publications[1]).toMatchObject({ basedOn: 1, by: 'mallory' });
  });

  it('changes nothing when somebody else was faster, and says what to do', async () => {
    await run('publish bank.yaml --because "opening day"');
    await run('publish edited.yaml --because "a new name"');

    const printed = await run('publish bank.yaml --because "the old name" --based-on 1');

    expect(printed.exitCode).toBe(1);
    expect(printed.text).toContain(
      'nothing was changed: example-bank has version 2, and this file is based on version 1',
    );
    expect(printed.text).toContain('--based-on 2');
    expect(await store.currentVersion('example-bank')).toBe(2);
  });

  it('shows the table that is in force in words', async () => {
    await run('publish bank.yaml --because "opening day"');

    const printed = await run('show example-bank');

    expect(printed.exitCode).toBe(0);
    expect(printed.text.split('\n')).toEqual([
      'example-bank, version 1; shows +14255550100 to whoever is called',
      '1. lost-cards: reason is lost-card: contact centre support (20 s), then up to 2 nearest open branches for cards within 100 km (20 s each)',
      '2. bills: reason is billing: contact centre support (20 s), then up to 2 nearest open branches for accounts within 100 km (20 s each)',
      '3. branch-visits: reason is branch-visit: up to 3 nearest open branches for accounts within 100 km (20 s each), then contact centre support (30 s)',
      '4. mortgages: reason is mortgage: meeting adviser, then contact centre support (30 s)',
      'otherwise: contact centre support (30 s)',
      'opening hours are known until 2028-05-20: publish again before then',
    ]);
  });

  it('shows the table that the environment names, as JSON', async () => {
    await run('publish bank.yaml --because "opening day"');

    const printed = await run('show --json', { tableName: 'example-bank' });

    expect(JSON.parse(printed.text)).toMatchObject({
      ok: true,
      name: 'example-bank',
      version: 1,
      table: { callerId: '+14255550100' },
    });
  });

  it('says so when nothing has been published', async () => {
    const printed = await run('show example-bank --json');

    expect(printed.exitCode).toBe(1);
    expect(JSON.parse(printed.text)).toMatchObject({ ok: false, code: 'nothing-published' });
  });

  it.each([
    { line: '', problem: 'say what to do' },
    { line: 'chekc bank.yaml', problem: 'there is no "chekc"' },
    { line: 'check', problem: 'Name a file' },
    { line: 'check bank.yaml more', problem: 'one word too many' },
    { line: 'check bank.yaml --because x', problem: '--because belongs to publish only' },
    { line: 'publish bank.yaml', problem: '--because' },
    { line: 'publish bank.yaml --because " "', problem: '--because' },
    { line: 'publish bank.yaml --because x --based-on two', problem: '--based-on needs the number of a version' },
    { line: 'check bank.yaml --jsno', problem: '--jsno' },
    { line: 'check nowhere.yaml', problem: 'cannot read nowhere.yaml: no such file' },
    { line: 'show', problem: 'show which table?' },
  ])('ends with 2 for a wrong call: $line', async ({ line, problem }) => {
    const printed = await run(line);

    expect(printed).toEqual({ exitCode: 2, text: expect.stringContaining(problem) });
  });

  it.each([
    { code: 'store-unavailable', exitCode: 1 },
    { code: 'environment-invalid', exitCode: 2 },
  ] as const)('reports $code with its cause', async ({ code, exitCode }) => {
    const openStore = (): never => {
      throw new BridgeError(code, 'no luck', { cause: new Error('deeper') });
    };

    const printed = await run('show example-bank', { openStore });

    expect(printed).toEqual({ exitCode, text: 'no luck: Error: deeper' });
  });

  it('explains itself when asked', async () => {
    const printed = await run('--help');

    expect(printed).toEqual({ exitCode: 0, text: expect.stringContaining('publish <file> --because') });
  });
});
