import { bankFile, demoFile, Desk } from './cli-fixture.ts';

describe('check', () => {
  const desk = new Desk({
    'demo.yaml': demoFile(),
    'broken.yaml': bankFile
      .replaceAll('contactCenter: support', 'contactCenter: suport')
      .replace('reason: [visit]', 'reason: [visits]'),
    'rows.yaml': bankFile.replace('branches.csv', 'rows.csv'),
    'rows.csv':
      'id,name,number,latitude,longitude,services,schedule\ntacoma,Tacoma,253-555-0143,47.2529,-122.4443,accounts,always\n',
  });

  it('finds the table of the demo in order, without the store', async () => {
    const printed = await desk.run('check demo.yaml', {
      openStore: () => Promise.reject(new Error('opened')),
    });

    expect(printed.exitCode).toBe(0);
    expect(printed.text).toContain('demo.yaml: example-bank is in order: 4 rules, 5 branches, 2 schedules');
  });

  it('takes warnings for errors when it is to be strict', async () => {
    const printed = await desk.run('check demo.yaml --strict');

    expect(printed.exitCode).toBe(1);
    expect(printed.text).toContain('demo.yaml: example-bank could be published, but has warnings: 4 rules');
    expect(await desk.json('check demo.yaml --strict')).toMatchObject({ exitCode: 1, ok: false });
  });

  it('lists everything that is wrong, with places and suggestions', async () => {
    const printed = await desk.run('check broken.yaml');

    expect(printed.exitCode).toBe(1);
    expect(printed.text).toMatch(
      /broken\.yaml:14:\d+ error rules\[0\]\.attempts\[0\]\.contactCenter "suport" is not a contact centre of this file – did you mean "support"\? \(unknown-reference\)/,
    );
    expect(printed.text).toMatch(/broken\.yaml:17:\d+ error rules\[1\]\.when\.reason\[0\] "visits" is not a reason/);
    expect(printed.text).toContain('4 errors; the table cannot be published like this');
  });

  it('gives programs what it gives people', async () => {
    const printed = await desk.json('check broken.yaml');

    expect(printed).toMatchObject({ exitCode: 1, ok: false, name: 'example-bank', code: 'table-invalid' });
    expect(printed['findings']).toContainEqual(
      expect.objectContaining({
        code: 'unknown-reference',
        severity: 'error',
        path: 'rules[0].attempts[0].contactCenter',
        message: expect.stringContaining('did you mean "support"?'),
        line: 14,
        column: expect.any(Number),
      }),
    );
  });

  it('looks into the file of the branches', async () => {
    const printed = await desk.run('check rows.yaml');

    expect(printed.exitCode).toBe(1);
    expect(printed.text).toMatch(/rows\.csv:2:\d+ error .*must be a telephone number in E\.164/);
  });

  it('ends with 2 when there is no such file, and with 1 when its branches are not there', async () => {
    const lost = new Desk({ 'lost.yaml': bankFile.replace('branches.csv', 'lost.csv') });

    expect(await lost.json('check nowhere.yaml')).toMatchObject({ exitCode: 2, code: 'file-unreadable' });
    expect(await lost.json('check lost.yaml')).toMatchObject({
      exitCode: 1,
      findings: [{ code: 'branch-file-unreadable', path: 'branches', line: 9 }],
    });
  });

  it('has a witness for each of its warnings that decide takes', async () => {
    const shadowed = new Desk({
      'shadowed.yaml': bankFile.replace('reason: [visit]', 'reason: [lost-card], state: [WA]'),
    });
    const { findings } = await shadowed.json('check shadowed.yaml');
    const finding = (findings as { code: string }[]).find(({ code }) => code === 'rule-shadowed');
    shadowed.files.texts.set('finding.json', JSON.stringify(finding));

    const decision = await shadowed.json('decide shadowed.yaml --context finding.json');

    expect(finding).toMatchObject({ rule: 'visits', coveredBy: ['lost-cards'] });
    expect(decision).toMatchObject({ ok: true, ruleId: 'lost-cards' });
  });
});
