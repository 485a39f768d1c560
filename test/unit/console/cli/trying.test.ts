import { bankFile, Desk } from './cli-fixture.ts';

const visitor = JSON.stringify({
  reason: 'visit',
  location: { coordinates: { latitude: 47.25, longitude: -122.44 } },
});
/** Nobody has a caller for the default any more, and visitors reach words only. */
const draft = bankFile.replace(
  '      - nearestBranch: { within: 50 }\n      - contactCenter: support\n',
  '      - message: { id: sorry, words: Please call again }\n',
);

/** Open on weekdays in Seattle, words only at all other times. */
const withHours = bankFile
  .replace(
    'rules:\n',
    'schedules:\n  office: { timeZone: America/Los_Angeles, weekly: { mon-fri: ["09:00-17:00"] } }\nrules:\n',
  )
  .replace('reason: [visit] }', 'reason: [visit], schedule: { office: open } }');

describe('trying a table', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = new Desk({ 'visitor.json': visitor, 'draft.yaml': draft, 'lost.yaml': 'reason: lost-card\n' });
  });

  async function recorded(...callers: string[]): Promise<string> {
    const lines = [];
    for (const caller of callers) lines.push((await desk.run(`decide bank.yaml --context ${caller} --record`)).text);
    return `${lines.join('\n')}\n`;
  }

  describe('decide', () => {
    it('says when the table does not know the reason', async () => {
      desk.files.texts.set('caller.yaml', 'reason: vist\n');

      const printed = await desk.json('decide bank.yaml --context caller.yaml');

      expect(printed).toMatchObject({
        ruleId: 'default',
        doubts: ['"vist" is not a reason of this table – did you mean "visit"?'],
      });
    });

    it('refuses a day that no calendar has', async () => {
      const printed = await desk.run('decide bank.yaml --context visitor.json --at 2027-02-30T07:00:00Z');

      expect(printed).toEqual({ exitCode: 2, text: expect.stringContaining('not "2027-02-30T07:00:00Z"') });
    });

    it.each([
      {
        words: 'a call context',
        text: '{"reason":{"id":"visit"},"location":{"countryCode":"US","postalCode":"98402"}}',
      },
      { words: "a table's conditions", text: 'reason: visit\ncountry: US\npostalCode: "98402"\n' },
      { words: "a table's branches", text: 'reason: visit\ncoordinates: [47.25, -122.44]\n' },
    ])('takes a caller in the words of $words, and finds the place of a postal code', async ({ text }) => {
      desk.files.texts.set('caller.yaml', text);

      const printed = await desk.json('decide bank.yaml --context caller.yaml');

      expect(printed).toMatchObject({ ruleId: 'visits', plan: [{ kind: 'branch', id: 'tacoma' }, { id: 'support' }] });
    });

    it('says in words where a caller goes, and why', async () => {
      const printed = await desk.run('decide bank.yaml --context visitor.json --at 2026-11-20T10:00:00-08:00');

      expect(printed).toEqual({
        exitCode: 0,
        text: [
          'bank.yaml, at 2026-11-20T18:00:00Z: rule visits takes the call',
          '  1. branch tacoma at +12535550143, rings for 30 s',
          '  2. contact centre support, rings for 30 s',
          'why:',
          '  lost-cards does not fit; it asks: reason is lost-card',
          '  branch seattle, 40.6 km away, is farther than those that are tried',
        ].join('\n'),
      });
    });

    it('gives programs the plan and the explanation in one object', async () => {
      expect(await desk.json('decide bank.yaml --context lost.yaml --seed s --at 2026-11-20T18:00:00Z')).toEqual({
        exitCode: 0,
        ok: true,
        table: 'bank.yaml',
        at: '2026-11-20T18:00:00.000Z',
        seed: 's',
        ruleId: 'lost-cards',
        callerId: '+14255550100',
        plan: [expect.objectContaining({ kind: 'contactCenter', id: 'support', timeoutSeconds: 20 })],
        explanation: expect.objectContaining({ ruleId: 'lost-cards', rulesPassedOver: [] }),
      });
    });

    it('takes a caller from what is piped in, and a published table by its name', async () => {
      await desk.run('publish bank.yaml --because "opening day"');

      const printed = await desk.json('decide example-bank@1 --context -', {
        readInput: () => Promise.resolve(visitor),
      });

      expect(printed).toMatchObject({ ok: true, table: 'example-bank version 1', ruleId: 'visits' });
    });

    it('draws lots by the id of a whole call context, and by what is given before that', async () => {
      desk.files.texts.set('context.json', JSON.stringify({ id: 'an-id', ingress: 'callback', attributes: {} }));

      expect(await desk.json('decide bank.yaml --context context.json')).toMatchObject({ seed: 'an-id' });
      expect(await desk.json('decide bank.yaml --context context.json --seed x')).toMatchObject({ seed: 'x' });
      expect(await desk.json('decide bank.yaml --context visitor.json')).toMatchObject({ seed: 'caller' });
    });

    it('runs a witness at its own moment and with its own seed', async () => {
      const witness = { context: { reason: { id: 'visit' } }, at: '2027-01-01T00:00:00Z', seed: 'witness-3' };
      desk.files.texts.set('witness.json', JSON.stringify(witness));

      expect(await desk.json('decide bank.yaml --context witness.json')).toMatchObject({
        ruleId: 'visits',
        at: '2027-01-01T00:00:00.000Z',
        seed: 'witness-3',
        explanation: { attemptsPassedOver: [{ because: 'locationUnknown' }] },
      });
    });

    it('runs a recorded decision, and gives the same again', async () => {
      const line = await recorded('visitor.json');
      desk.files.texts.set('record.json', line);

      expect((await desk.run('decide bank.yaml --context record.json --record')).text).toBe(line.trim());
    });

    it.each(['hours.yaml', 'example-bank'])('knows the opening hours of last week: %s', async (table) => {
      desk.files.texts.set('hours.yaml', withHours);
      await desk.run('publish hours.yaml --because "opening hours"');
      const ruleAt = async (at: string): Promise<unknown> =>
        (await desk.json(`decide ${table} --context visitor.json --at ${at}`))['ruleId'];

      const rules = [
        await ruleAt('2026-11-13T16:59:00-08:00'),
        await ruleAt('2026-11-13T17:00:00-08:00'),
        await ruleAt('2026-11-20T16:59:00-08:00'),
        await ruleAt('2026-11-21T12:00:00-08:00'),
      ];

      expect(rules).toEqual(['visits', 'default', 'visits', 'default']);
    });

    it.each([
      { text: '{"reasn": "visit"}', problem: '"reasn" is not known here – did you mean "reason"?' },
      { text: '{"reason": ', problem: 'neither JSON nor YAML' },
      { text: '{"phoneNumber": "206-555-0100"}', problem: 'phoneNumber must be an E.164 number' },
      { text: '{"context": {}, "at": "noon", "seed": "s"}', problem: 'at must be a time in ISO 8601' },
      { text: '{"context": {}, "at": "1960-01-01T00:00:00Z", "seed": "s"}', problem: 'at must be a time since 1970' },
      { text: '', problem: 'is not a caller' },
      { text: '[]', problem: 'is not a caller' },
    ])('refuses what is no caller: $text', async ({ text, problem }) => {
      desk.files.texts.set('caller.json', text);

      const printed = await desk.run('decide bank.yaml --context caller.json');

      expect(printed).toEqual({ exitCode: 1, text: expect.stringContaining(problem) });
    });
  });

  describe('diff', () => {
    it('names the callers who are sent elsewhere, and how many of the recorded calls they are', async () => {
      desk.files.texts.set('calls.jsonl', await recorded('visitor.json', 'lost.yaml', 'lost.yaml'));

      const printed = await desk.run('diff bank.yaml draft.yaml --calls calls.jsonl');

      expect(printed.exitCode).toBe(0);
      expect(printed.text).toMatch(/^from bank\.yaml to draft\.yaml: 1 difference\n/);
      expect(printed.text).toContain('callers of visits: ');
      expect(printed.text).toContain('for instance: reason visit');
      expect(printed.text).toContain('    recorded calls: 1 (33.3 %)');
      expect(printed.text).toContain('of 3 recorded calls 1 (33.3 %) would change');
    });

    it('gives programs each difference with a caller who shows it', async () => {
      const { entries } = await desk.json('diff bank.yaml draft.yaml');
      const [entry] = entries as object[];
      desk.files.texts.set('entry.json', JSON.stringify(entry));

      expect(entry).toMatchObject({ kind: 'route', before: 'visits', after: 'visits' });
      expect((await desk.json('decide bank.yaml --context entry.json'))['plan']).not.toEqual(
        (await desk.json('decide draft.yaml --context entry.json'))['plan'],
      );
    });

    it.each([
      { what: 'user: "+12065550150"', now: 'user: "+12065550151"', says: '(support is +12065550151)' },
      { what: 'callerId: "+14255550100"', now: 'callerId: "+14255550109"', says: '(+14255550109 is shown)' },
      { what: 'user: ', now: 'headerProfile: azure, user: ', says: '(support gets the id by azure)' },
    ])('says what differs behind names that stay: $now', async ({ what, now, says }) => {
      desk.files.texts.set('other.yaml', bankFile.replace(what, now));

      const printed = await desk.run('diff bank.yaml other.yaml');

      expect(printed.text).toContain(says);
    });

    it('finds no difference between a table and itself', async () => {
      await desk.run('publish bank.yaml --because "opening day"');

      expect(await desk.json('diff example-bank bank.yaml')).toEqual({
        exitCode: 0,
        ok: true,
        before: 'example-bank version 1',
        after: 'bank.yaml',
        isComplete: true,
        entries: [],
      });
    });
  });

  describe('replay', () => {
    beforeEach(async () => {
      const lines = await recorded('visitor.json', 'lost.yaml', 'lost.yaml');
      desk.files.texts.set('calls.jsonl', `\n${lines}`);
    });

    it('says what a draft would have done with the calls', async () => {
      const printed = await desk.run('replay draft.yaml --calls calls.jsonl');

      expect(printed).toEqual({
        exitCode: 0,
        text: [
          'draft.yaml, held against what was recorded: 1 (33.3 %) of 3 calls would change, 2 would not',
          '  1 (33.3 %): visits, other destinations',
          '    calls.jsonl:2 branch:tacoma, contactCenter:support → message:sorry',
          '1 call newly without anybody to try: calls.jsonl:2',
        ].join('\n'),
      });
    });

    it('gives programs the counts', async () => {
      expect(await desk.json('replay draft.yaml --calls calls.jsonl --against bank.yaml')).toMatchObject({
        ok: true,
        draft: 'draft.yaml',
        before: 'bank.yaml',
        calls: 3,
        unchanged: 2,
        changed: 1,
        newlyNobody: { calls: 1, lines: [2] },
        rulesNeverUsed: [],
      });
    });

    it('knows that somebody was there when the calls came in', async () => {
      desk.files.texts.set('hours.yaml', withHours);
      const line = await desk.run('decide hours.yaml --context visitor.json --at 2026-11-13T12:00:00-08:00 --record');
      desk.files.texts.set('calls.jsonl', line.text);

      expect(await desk.json('replay hours.yaml --calls calls.jsonl')).toMatchObject({ changed: 0 });
      expect(await desk.json('diff hours.yaml bank.yaml --calls calls.jsonl')).toMatchObject({
        recordedCalls: { calls: 1, changed: 0, share: 0, byRules: [] },
      });
    });

    it('uses all of a file or nothing, and says which lines are broken', async () => {
      const good = desk.files.texts.get('calls.jsonl')!;
      desk.files.texts.set('calls.jsonl', `${good}{"context":{}}\n${good}nonsense\n`);

      const printed = await desk.json('replay draft.yaml --calls calls.jsonl');

      expect(printed).toMatchObject({
        exitCode: 1,
        ok: false,
        code: 'calls-invalid',
        message: 'calls.jsonl: 2 lines are no recorded decision; none of the file was used',
        problems: [{ line: 5 }, { line: 10, message: expect.stringContaining('is not JSON') }],
      });
    });

    it('says so when the file is not there, and when it is empty', async () => {
      desk.files.texts.set('empty.jsonl', '');

      expect(await desk.json('replay draft.yaml --calls nowhere.jsonl')).toMatchObject({
        exitCode: 2,
        code: 'file-unreadable',
      });
      expect(await desk.run('replay draft.yaml --calls empty.jsonl')).toEqual({
        exitCode: 0,
        text: 'empty.jsonl has no calls',
      });
    });

    it('tells a terminal how far it is, and a program nothing', async () => {
      const line = desk.files.texts.get('calls.jsonl')!.split('\n')[1]!;
      desk.files.texts.set('many.jsonl', `${line}\n`.repeat(2500));
      const told: string[] = [];
      const progress = {
        at: (text: string) => void told.push(text),
        begun: () => undefined,
        done: () => void told.push('done'),
      };

      await desk.json('replay draft.yaml --calls many.jsonl', { progress });
      await desk.run('replay draft.yaml --calls many.jsonl', { progress });

      expect(told.filter((text) => text !== 'done')).toEqual([
        '1,000 calls read',
        '2,000 calls read',
        '1,000 calls decided',
        '2,000 calls decided',
      ]);
      expect(told.at(-1)).toBe('done');
    });
  });
});
