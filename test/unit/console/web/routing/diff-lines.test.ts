import fc from 'fast-check';
import { diffLines } from '../../../../../console/web/routing/text-changes/diff-lines.ts';

describe('the changed lines of a text', () => {
  it('stand with three lines around them, and say how many are left out', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`);
    const before = lines.join('\n');
    const after = lines.with(9, 'another').toSpliced(19, 0, 'new').join('\n');

    const shown = diffLines(before, after).map((line) =>
      line.kind === 'skipped' ? `… ${line.count}` : `${line.line} ${line.kind} ${line.text}`,
    );

    expect(shown).toEqual([
      '… 6',
      '7 same line 7',
      '8 same line 8',
      '9 same line 9',
      '10 removed line 10',
      '10 added another',
      '11 same line 11',
      '12 same line 12',
      '13 same line 13',
      '… 3',
      '17 same line 17',
      '18 same line 18',
      '19 same line 19',
      '20 added new',
      '21 same line 20',
    ]);
  });

  it('make the new text of the old one', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);

        const changes = lines.filter(({ kind }) => kind === 'added' || kind === 'removed');
        expect(changes.length === 0).toBe(before === after);
        const delta = changes.reduce((sum, { kind }) => sum + (kind === 'added' ? 1 : -1), 0);
        expect(delta).toBe(after.split('\n').length - before.split('\n').length);
        for (const line of lines)
          if (line.kind === 'added' || line.kind === 'same') expect(after.split('\n')[line.line - 1]).toBe(line.text);
        for (const line of lines)
          if (line.kind === 'removed') expect(before.split('\n')[line.line - 1]).toBe(line.text);
      }),
    );
  });

  it('are all of them where texts have nothing in common, however long they are', () => {
    const [before, after] = ['a', 'b'].map((letter) => Array.from({ length: 3000 }, (_, at) => letter + at).join('\n'));

    expect(diffLines(before ?? '', after ?? '')).toHaveLength(6000);
  });
});
