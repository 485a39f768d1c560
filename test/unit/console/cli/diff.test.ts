import { bankFile, type Desk } from './cli-fixture.ts';
import { recorded, tryingDesk } from './trying-fixture.ts';

describe('trying a table', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = tryingDesk();
  });

  describe('diff', () => {
    it('names the callers who are sent elsewhere, and how many of the recorded calls they are', async () => {
      desk.files.texts.set('calls.jsonl', await recorded(desk, 'visitor.json', 'lost.yaml', 'lost.yaml'));

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

    it('says what callers of unknown locale are taken to speak, when that is another', async () => {
      desk.files.texts.set('french.yaml', `locale: fr-CA\n${bankFile}`);

      const printed = await desk.run('diff bank.yaml french.yaml');

      expect(printed.text).toContain('  callers of whom no locale is known are taken to speak: en-US → fr-CA\n');
      expect(printed.text).toMatch(/\n {4}for instance: .*phone/);
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
});
