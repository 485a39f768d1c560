import type { FindingAnswer } from '../../../../../shared/contracts/tables-api.ts';
import { pathOfFinding } from '../../../../../console/web/routing/findings/file-path.ts';
import { countWords, findingsByRule, inOrder, placeOf } from '../../../../../console/web/routing/findings/places.ts';
import { simulatorLink } from '../../../../../console/web/routing/findings/simulator-link.ts';
import { countLines, findingsByLine, spanOfLine } from '../../../../../console/web/routing/text/line-findings.ts';

function finding(part: Partial<FindingAnswer>): FindingAnswer {
  return { severity: 'warning', code: 'rule-shadowed', message: 'never takes a call', path: '', ...part };
}

describe('where findings are shown', () => {
  it('reads paths as findings write them', () => {
    expect(pathOfFinding('rules[2].when.reason[0]')).toEqual(['rules', 2, 'when', 'reason', 0]);
    expect(pathOfFinding('')).toEqual([]);
  });

  it('is the rule, the thing with that id, the branches or the text', () => {
    const ids = ['cards', 'bills'];

    expect(placeOf(finding({ path: 'rules[1].attempts[0]' }), ids, true)).toEqual({ part: 'rules', item: 1 });
    expect(placeOf(finding({ path: 'schedules.office.weekly' }), ids, true)).toEqual({
      part: 'schedules',
      item: 'office',
    });
    expect(placeOf(finding({ path: 'callerId' }), ids, true)).toEqual({ part: 'rules' });
    expect(placeOf(finding({ path: '', rule: 'bills' }), ids, true)).toEqual({ part: 'rules', item: 1 });
    expect(placeOf(finding({ path: '[3].name', file: 'branches.csv' }), ids, true)).toEqual({ part: 'branches' });
    expect(placeOf(finding({ path: 'rules[1]' }), ids, false)).toEqual({ part: 'text' });
  });

  it('gathers those of one rule by path or by name', () => {
    const byPath = finding({ path: 'rules[0].when' });
    const byName = finding({ rule: 'cards' });
    const ofDefault = finding({ path: 'default.attempts' });

    const byRule = findingsByRule([byPath, byName, ofDefault, finding({ path: 'menu' })], ['cards']);

    expect([...byRule]).toEqual([
      [0, [byPath, byName]],
      ['default', [ofDefault]],
    ]);
  });

  it('puts those without a rule first, then the worst', () => {
    const [note, ofRule, error] = [
      finding({ severity: 'note', path: 'reasons.x' }),
      finding({ severity: 'error', path: 'rules[0]' }),
      finding({ severity: 'error', path: 'menu' }),
    ];

    expect(inOrder([note, ofRule, error])).toEqual([error, note, ofRule]);
    expect(countWords([note, ofRule, error])).toBe('2 errors, 1 note');
  });

  it('leads to the simulator with the caller that shows it, whatever the letters', () => {
    const witness = { context: { reason: 'löst-💳' }, at: '2026-11-21T20:00:00Z', seed: 'a' };

    const link = simulatorLink('bank', witness);

    const caller = new URLSearchParams(link.split('#')[1]).get('caller')!;
    expect(link).toMatch(/^\/simulator\/bank\?of=draft#caller=[\w-]+$/);
    expect(JSON.parse(Buffer.from(caller, 'base64url').toString())).toEqual(witness);
  });

  it('finds lines of the text', () => {
    const here = finding({ line: 2 });

    expect([...findingsByLine([here, finding({}), finding({ line: 1, file: 'branches.csv' })])]).toEqual([[2, [here]]]);
    expect(spanOfLine('one\ntwo\nthree', 2)).toEqual({ start: 4, end: 7 });
    expect(spanOfLine('one', 9)).toEqual({ start: 3, end: 3 });
    expect(countLines('one\ntwo\n')).toBe(3);
  });
});
