import { bankFile, branchRows, Desk } from './cli-fixture.ts';

describe('new', () => {
  it('writes a table that check finds nothing wrong with', async () => {
    const desk = new Desk();

    const written = await desk.run('new tables/My_Bank.yaml');
    const checked = await desk.json('check tables/My_Bank.yaml');

    expect(written).toEqual({
      exitCode: 0,
      text: expect.stringContaining('npm run routes -- check tables/My_Bank.yaml'),
    });
    expect(checked).toMatchObject({ exitCode: 0, ok: true, name: 'my-bank' });
    const grave = (checked['findings'] as { severity: string }[]).filter(({ severity }) => severity !== 'note');
    expect(grave).toEqual([]);
  });

  it('leaves an existing file alone', async () => {
    const desk = new Desk();

    expect(await desk.json('new bank.yaml')).toMatchObject({ exitCode: 1, ok: false, code: 'file-exists' });
    expect(desk.files.texts.get('bank.yaml')).toBe(bankFile);
  });

  it('finds a name for the table where the file has none', async () => {
    const desk = new Desk();

    expect(await desk.json('new 123.yml')).toMatchObject({ ok: true, name: 'my-table' });
  });
});

describe('schema', () => {
  it('is printed, or written to a file', async () => {
    const desk = new Desk();

    const printed = await desk.run('schema');
    await desk.run('schema --out schema.json');

    expect(JSON.parse(printed.text)).toMatchObject({ title: 'Routing table', type: 'object' });
    expect(desk.files.texts.get('schema.json')).toBe(`${printed.text}\n`);
    expect(await desk.json('schema')).toMatchObject({ ok: true, schema: JSON.parse(printed.text) });
  });
});

describe('reasons', () => {
  const model = {
    interactionModel: { languageModel: { invocationName: 'example bank', types: [{ name: 'REASON', values: [] }] } },
  };

  it('are written into the interaction model of the locale in its name', async () => {
    const desk = new Desk({ 'models/en-US.json': JSON.stringify(model) });

    const printed = await desk.json('reasons bank.yaml --into models/en-US.json');

    expect(printed).toEqual({
      exitCode: 0,
      ok: true,
      file: 'models/en-US.json',
      locale: 'en-US',
      reasons: ['lost-card', 'visit'],
      changed: true,
    });
    const written = desk.files.texts.get('models/en-US.json') ?? '';
    expect(written).toContain('"my lost card"');
    expect(await desk.json('reasons bank.yaml --into models/en-US.json')).toMatchObject({ ok: true, changed: false });
    expect(desk.files.texts.get('models/en-US.json')).toBe(written);
  });

  it('are not written into anything else', async () => {
    const desk = new Desk({ 'en-US.json': '{"languageModel": {}}' });

    expect(await desk.json('reasons bank.yaml --into en-US.json')).toMatchObject({
      exitCode: 1,
      code: 'model-invalid',
    });
    expect(await desk.json('reasons bank.yaml --into fr-CA.json')).toMatchObject({
      exitCode: 2,
      code: 'file-unreadable',
    });
    expect(desk.files.texts.get('en-US.json')).toBe('{"languageModel": {}}');
  });
});

describe('export', () => {
  let desk: Desk;

  beforeEach(async () => {
    desk = new Desk({ 'inline.yaml': inlineTable });
    await desk.run('publish bank.yaml --because "opening day"');
  });

  it('writes the files as they were published', async () => {
    desk.files.texts.set('branches.csv', 'something else by now');

    const printed = await desk.json('export example-bank --to out');

    expect(printed).toEqual({
      exitCode: 0,
      ok: true,
      name: 'example-bank',
      version: 1,
      files: ['out/bank.yaml', 'out/branches.csv'],
    });
    expect(desk.files.texts.get('out/bank.yaml')).toBe(bankFile);
    expect(desk.files.texts.get('out/branches.csv')).toBe(branchRows);
  });

  it('leaves existing files alone unless it is told to replace them', async () => {
    desk.files.texts.set('out/branches.csv', 'mine');

    expect(await desk.json('export example-bank --to out')).toMatchObject({ exitCode: 1, code: 'file-exists' });
    expect([desk.files.texts.get('out/branches.csv'), desk.files.texts.has('out/bank.yaml')]).toEqual(['mine', false]);
    expect(await desk.json('export example-bank --to out --force')).toMatchObject({ exitCode: 0 });
    expect(desk.files.texts.get('out/branches.csv')).toBe(branchRows);
  });

  it.each(['csv', 'geojson', 'yaml'])('writes the branches as %s, and the table finds them there', async (format) => {
    await desk.run(`export example-bank --to out --branches ${format}`);

    expect(desk.files.texts.get('out/bank.yaml')).toBe(bankFile.replace('branches.csv', `"branches.${format}"`));
    expect(await desk.json('diff bank.yaml out/bank.yaml')).toMatchObject({ ok: true, entries: [] });
  });

  it('takes branches out of the table into a file of their own', async () => {
    await desk.run('publish inline.yaml --because "one branch"');

    await desk.run('export inline --to out --branches csv');

    expect(desk.files.texts.get('out/branches.csv')).toContain('tacoma,Tacoma,+12535550143');
    expect(desk.files.texts.get('out/inline.yaml')).toContain('# the only one');
    expect(await desk.json('diff inline.yaml out/inline.yaml')).toMatchObject({ ok: true, entries: [] });
  });
});

const inlineTable = `name: inline # the only one
callerId: "+14255550100"
dialling: { allow: ["+1"] }
branches:
  tacoma: { name: Tacoma, number: "+12535550143", coordinates: [47.2529, -122.4443], services: [accounts], schedule: always }
default:
  attempts:
    - branch: tacoma
`;

describe('import', () => {
  const brought = branchRows
    .replace('Tacoma,', 'Tacoma Mall,')
    .replace('seattle,Seattle,+12065550141', 'spokane,Spokane,+15095550144');

  it('brings branches in by their ids and says what that does', async () => {
    const desk = new Desk({ 'new.csv': brought });

    const printed = await desk.run('import new.csv --into branches.csv');

    expect(printed).toEqual({
      exitCode: 0,
      text: '1 added: spokane\n1 changed: tacoma\n0 as before\nbranches.csv is written: 3 branches',
    });
    expect(desk.files.texts.get('branches.csv')).toMatch(/\nseattle,.*\ntacoma,Tacoma Mall,.*\nspokane,/s);
  });

  it('removes what is not in the file only when it is told to', async () => {
    const desk = new Desk({ 'new.csv': brought });

    expect(await desk.json('import new.csv --into branches.csv --replace')).toEqual({
      exitCode: 0,
      ok: true,
      file: 'branches.csv',
      added: ['spokane'],
      changed: ['tacoma'],
      removed: ['seattle'],
      unchanged: 0,
    });
    expect(desk.files.texts.get('branches.csv')).not.toContain('seattle');
  });

  it('takes nothing from a file with a broken row', async () => {
    const desk = new Desk({ 'new.csv': `${brought}olympia,Olympia,360-555-0145,47.0379,-122.9007,accounts,always\n` });

    const printed = await desk.json('import new.csv --into branches.csv');

    expect(printed).toMatchObject({ exitCode: 1, ok: false, code: 'branches-invalid', findings: [{ line: 4 }] });
    expect(desk.files.texts.get('branches.csv')).toBe(branchRows);
  });

  it('leaves a file as it is that has it all already', async () => {
    const desk = new Desk({ 'same.csv': branchRows.replaceAll('\n', '\r\n') });

    expect(await desk.run('import same.csv --into branches.csv')).toEqual({
      exitCode: 0,
      text: '2 as before\nbranches.csv is as it was',
    });
    expect(desk.files.texts.get('branches.csv')).toBe(branchRows);
  });

  it('turns one format into another where there was no file', async () => {
    const desk = new Desk();

    await desk.run('import branches.csv --into branches.geojson');
    await desk.run('import branches.geojson --into again.csv');

    expect(JSON.parse(desk.files.texts.get('branches.geojson') ?? '')).toMatchObject({ type: 'FeatureCollection' });
    expect(await desk.json('import again.csv --into branches.csv --replace')).toMatchObject({
      unchanged: 2,
      changed: [],
    });
  });
});
