import { bankFile, Desk } from './cli-fixture.ts';
import { recorded, visitor } from './trying-fixture.ts';

const lostCards = '    when: { reason: [lost-card] }\n';
const granting = bankFile
  .replace(lostCards, `${lostCards}    recording: ask\n    keys: { 1: nextPerson }\n`)
  .replace('rules:\n', 'menu: { greeting: Welcome., reasons: [visit, lost-card] }\nrules:\n')
  .replace('default:\n', 'default:\n  afterwards: survey\n');

describe('what callers are granted and asked', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = new Desk({
      'granting.yaml': granting,
      'visitor.json': visitor,
      'lost.yaml': 'reason: lost-card\n',
      'dialling.yaml': 'entry: phone\n',
    });
  });

  it('is told with the decision', async () => {
    const at = '--at 2026-11-20T18:00:00Z';

    const words = await desk.run(`decide granting.yaml --context lost.yaml ${at}`);
    const granted = await desk.json(`decide granting.yaml --context lost.yaml ${at}`);

    expect(words.text).toBe(
      [
        'granting.yaml, at 2026-11-20T18:00:00Z: rule lost-cards takes the call',
        '  1. contact centre support, rings for 20 s',
        '  recorded if the caller agrees; *1 next person',
      ].join('\n'),
    );
    expect(granted).toMatchObject({ service: { recording: 'ask', keys: { 1: 'nextPerson' } } });
    expect(granted).not.toHaveProperty('menu');
  });

  it('is told with the question to whoever only dials', async () => {
    const words = await desk.run('decide granting.yaml --context dialling.yaml');
    const asked = await desk.json('decide granting.yaml --context dialling.yaml');

    expect(words.text).toContain(
      'that is for callers who do not choose, when they are asked: 1 a visit to a branch, 2 a lost card',
    );
    expect(asked).toMatchObject({ service: { afterwards: 'survey' }, menu: ['visit', 'lost-card'] });
  });

  it('is told how long an adviser is waited for', async () => {
    desk.files.texts.set('meeting.yaml', bankFile.replace('- contactCenter: support', '- meeting: adviser'));

    const { text } = await desk.run('decide meeting.yaml --context lost.yaml');

    expect(text).toContain('  1. meeting adviser, waits for 20 s');
  });

  it('is shown of a published table, kept as it was written, and compared', async () => {
    await desk.run('publish granting.yaml --because "asking first"');

    const shown = await desk.run('show example-bank');
    await desk.run('export example-bank --to out');
    const compared = await desk.run('diff example-bank bank.yaml');

    expect(shown.text).toContain('contact centre support (20 s); recorded if the caller agrees; *1 next person\n');
    expect(shown.text).toContain('otherwise: contact centre support (30 s); a survey follows\n');
    expect(shown.text).toContain('are asked where it matters: "Welcome." 1 a visit to a branch, 2 a lost card');
    expect(desk.files.texts.get('out/granting.yaml')).toBe(granting);
    expect(await desk.json('diff example-bank out/granting.yaml')).toMatchObject({ entries: [] });
    expect(compared.text).toContain(
      '  callers who dial are asked: "Welcome." 1 a visit to a branch, 2 a lost card → 1 a lost card, 2 a visit to a branch\n    for instance: by phone, on ',
    );
    expect(compared.text).toContain('callers of default: contact centre support (30 s); a survey follows → ');
  });

  it('makes a difference to recorded calls, without sending them elsewhere', async () => {
    desk.files.texts.set('calls.jsonl', await recorded(desk, 'visitor.json', 'lost.yaml'));

    const { text } = await desk.run('replay granting.yaml --calls calls.jsonl --against bank.yaml');

    expect(text).toContain('1 (50.0 %): lost-cards, the same destinations in another way');
  });
});
