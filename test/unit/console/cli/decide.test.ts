import type { Desk } from './cli-fixture.ts';
import { recorded, tryingDesk, visitor, withHours } from './trying-fixture.ts';

describe('trying a table', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = tryingDesk();
  });

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
      const line = await recorded(desk, 'visitor.json');
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
});
