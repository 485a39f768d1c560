import { bankFile, Desk } from './cli-fixture.ts';

const edited = bankFile.replace('timeout: 20', 'timeout: 25');

describe('versions of a table', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = new Desk({
      'edited.yaml': edited,
      'broken.yaml': bankFile.replaceAll('contactCenter: support', 'contactCenter: suport'),
    });
  });

  async function publishTwo(): Promise<void> {
    await desk.run('publish bank.yaml --because "opening day" --by carol');
    await desk.clock.advanceBy(60_000);
    await desk.run('publish edited.yaml --because "more patience"');
  }

  it('are published with who, why and when', async () => {
    const printed = await desk.run('publish bank.yaml --because "opening day" --by carol');

    expect(printed).toEqual({
      exitCode: 0,
      text: expect.stringContaining('example-bank version 1 is in force, the first of its name: opening day'),
    });
    expect(await desk.store.history('example-bank')).toEqual([
      { version: 1, basedOn: 0, by: 'carol', because: 'opening day', at: desk.clock.now() },
    ]);
  });

  it('are based on what is in force where nobody says otherwise, and signed by the user', async () => {
    await desk.run('publish bank.yaml --because "opening day"');

    const printed = await desk.json('publish edited.yaml --because "more patience"');

    expect(printed).toMatchObject({
      exitCode: 0,
      ok: true,
      name: 'example-bank',
      version: 2,
      basedOn: 1,
      findings: expect.any(Array),
    });
    expect(await desk.store.history('example-bank')).toMatchObject([{ by: 'mallory', basedOn: 1 }, { by: 'mallory' }]);
  });

  it('are not made from a table with errors', async () => {
    const printed = await desk.json('publish broken.yaml --because "a try"');

    expect(printed).toMatchObject({ exitCode: 1, ok: false, code: 'table-invalid' });
    expect(await desk.store.names()).toEqual([]);
  });

  it('leave everything as it is when somebody else was faster, and say what to do', async () => {
    await publishTwo();

    const printed = await desk.run('publish bank.yaml --because "the old time" --based-on 1');

    expect(printed.exitCode).toBe(1);
    expect(printed.text).toContain('nothing was changed: example-bank has version 2, and this is based on version 1');
    expect(printed.text).toContain('npm run routes -- diff example-bank@1 example-bank');
    expect(await desk.store.currentVersion('example-bank')).toBe(2);
  });

  it('are taken back by putting an earlier one in force again', async () => {
    await publishTwo();

    const printed = await desk.json('rollback example-bank --to 1 --because "too patient" --by carol');

    expect(printed).toMatchObject({ exitCode: 0, ok: true, version: 3, basedOn: 2, rollbackTo: 1 });
    expect(await desk.json('show example-bank')).toMatchObject({
      version: 3,
      table: { rules: [{ attempts: [{ timeoutSeconds: 20 }] }, {}] },
    });
  });

  it('are not taken back to one that never was, nor over the head of somebody else', async () => {
    await publishTwo();

    const unknown = await desk.json('rollback example-bank --to 9 --because "a try"');
    const late = await desk.json('rollback example-bank --to 1 --because "a try" --based-on 1');

    expect(unknown).toMatchObject({ exitCode: 1, code: 'record-missing', version: 9 });
    expect(late).toMatchObject({ exitCode: 1, code: 'conflict', current: 2, basedOn: 1 });
  });

  it('are not taken back to what is in force already', async () => {
    await publishTwo();

    const printed = await desk.json('rollback example-bank --to 2 --because "a try"');

    expect(printed).toMatchObject({ exitCode: 1, code: 'in-force-already', version: 2 });
    expect(await desk.json('list example-bank')).toMatchObject({ versions: [{ version: 2 }, { version: 1 }] });
  });

  it.each([
    { months: 1, says: /^example-bank version 3 is in force/, exitCode: 0 },
    { months: 17, says: /^opening hours are known until 2028-05-20 only/, exitCode: 0 },
    { months: 19, says: /^nothing was changed: version 1 knows opening hours until 2028-05-20 only/, exitCode: 1 },
  ])('are looked at for opening hours that end, after $months months', async ({ months, says, exitCode }) => {
    desk.files.texts.set(
      'hours.yaml',
      `${bankFile}schedules: { office: { timeZone: America/New_York, weekly: { mon-fri: ["09:00-17:00"] } } }\n`,
    );
    await desk.run('publish hours.yaml --because "opening day"');
    await desk.run('publish edited.yaml --because "more patience"');
    await desk.clock.advanceBy(months * 30.5 * 24 * 3_600_000);

    const printed = await desk.run('rollback example-bank --to 1 --because "less patience"');

    expect(printed).toEqual({ exitCode, text: expect.stringMatching(says) });
  });

  it('are listed with who, when and why, the newest first', async () => {
    await publishTwo();
    await desk.clock.advanceBy(60_000);
    await desk.run('rollback example-bank --to 1 --because "too patient"');

    const printed = await desk.run('list example-bank');

    expect(printed).toEqual({
      exitCode: 0,
      text: [
        '3 in force  2026-11-20 18:02 UTC  mallory: too patient (again version 1)',
        '2  2026-11-20 18:01 UTC  mallory: more patience',
        '1  2026-11-20 18:00 UTC  carol: opening day',
      ].join('\n'),
    });
    expect(await desk.json('list example-bank')).toMatchObject({
      current: 3,
      versions: [{ version: 3, rollbackTo: 1, at: '2026-11-20T18:02:00.000Z' }, {}, {}],
    });
  });

  it('are counted by table', async () => {
    expect(await desk.run('list')).toEqual({ exitCode: 0, text: 'nothing has been published yet' });
    await publishTwo();

    expect(await desk.run('list')).toEqual({ exitCode: 0, text: 'example-bank, version 2' });
    expect(await desk.json('list')).toEqual({ exitCode: 0, ok: true, tables: [{ name: 'example-bank', version: 2 }] });
  });

  it('can be read aloud, the current one and earlier ones', async () => {
    await publishTwo();

    const [current, first] = [await desk.run('show example-bank'), await desk.run('show example-bank@1')];

    expect(current.text).toContain('example-bank, version 2');
    expect(current.text).toContain('1. lost-cards: reason is lost-card: contact centre support (25 s)');
    expect(first.text).toContain('1. lost-cards: reason is lost-card: contact centre support (20 s)');
  });

  it('are shown with their branches in one object, by the name that the environment gives', async () => {
    await desk.run('publish bank.yaml --because "opening day"');

    expect(await desk.json('show', { tableName: 'example-bank' })).toMatchObject({
      ok: true,
      name: 'example-bank',
      version: 1,
      table: {
        callerId: '+14255550100',
        branches: expect.arrayContaining([expect.objectContaining({ id: 'tacoma', number: '+12535550143' })]),
      },
    });
  });

  it.each(['show example-bank', 'list example-bank', 'export example-bank --to out'])(
    'are missed where there are none: %s',
    async (line) => {
      expect(await desk.json(line)).toMatchObject({ exitCode: 1, ok: false, code: 'nothing-published' });
    },
  );

  it.each(['show example-bank@7', 'export example-bank@7 --to out', 'diff example-bank@7 bank.yaml'])(
    'are missed where that one is not: %s',
    async (line) => {
      await publishTwo();

      expect(await desk.json(line)).toMatchObject({ exitCode: 1, ok: false, code: 'record-missing', version: 7 });
    },
  );
});
