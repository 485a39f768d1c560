import type { Desk } from './cli-fixture.ts';
import { recorded, tryingDesk, withHours } from './trying-fixture.ts';

describe('trying a table', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = tryingDesk();
  });

  describe('replay', () => {
    beforeEach(async () => {
      const lines = await recorded(desk, 'visitor.json', 'lost.yaml', 'lost.yaml');
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
