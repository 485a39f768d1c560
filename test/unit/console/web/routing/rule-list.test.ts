import {
  added,
  duplicated,
  freeId,
  indexAfterDrop,
  movedTo,
  removed,
} from '../../../../../console/web/routing/rules/rule-edits.ts';
import { noKeyedRules, withKeys } from '../../../../../console/web/routing/rules/rule-keys.ts';
import { everyRule, fits } from '../../../../../console/web/routing/rules/rule-search.ts';

const attempts = [{ contactCenter: 'support' }];
const rules = ['cards', 'bills', 'visits'].map((id) => ({ id, attempts }));

describe('the list of rules', () => {
  it('gives a copy an id of its own, right behind the rule', () => {
    const edit = duplicated([...rules, { id: 'cards-2', attempts }], 0);

    expect(edit).toEqual({
      edits: [{ op: 'insert', path: ['rules'], at: 1, value: { id: 'cards-3', attempts } }],
      words: 'duplicated cards',
    });
  });

  it('keeps ids short enough when it numbers them', () => {
    const long = 'a'.repeat(32);

    expect(freeId(long, [long])).toBe(`${'a'.repeat(30)}-2`);
  });

  it('adds, deletes and moves, with words for what may be undone', () => {
    expect(added(rules, 3, attempts)).toMatchObject({ edits: [{ op: 'insert', at: 3 }], words: 'added new-rule' });
    expect(removed(rules, 1)).toEqual({ edits: [{ op: 'remove', path: ['rules', 1] }], words: 'deleted bills' });
    expect(movedTo(rules, 2, 0)?.words).toBe('moved visits up');
    expect(movedTo(rules, 2, 3)).toBeUndefined();
  });

  it('counts a drop as the place that the rule has afterwards', () => {
    expect(indexAfterDrop(0, 2, 'before')).toBe(1);
    expect(indexAfterDrop(0, 2, 'after')).toBe(2);
    expect(indexAfterDrop(2, 0, 'before')).toBe(0);
    expect(indexAfterDrop(2, 0, 'after')).toBe(1);
  });

  it('knows a rule again that is moved, edited or renamed', () => {
    const first = withKeys(noKeyedRules, rules);
    const [cards, bills, visits] = first.keys;

    const moved = withKeys(first, [rules[2]!, rules[0]!, rules[1]!]);
    const edited = withKeys(first, [rules[0]!, { ...rules[1]!, recording: 'ask' as const }, rules[2]!]);
    const renamed = withKeys(first, [rules[0]!, { ...rules[1]!, id: 'bill' }, rules[2]!]);
    const deleted = withKeys(first, [rules[0]!, rules[2]!]);

    expect(moved.keys).toEqual([visits, cards, bills]);
    expect(edited.keys).toEqual(first.keys);
    expect(renamed.keys).toEqual(first.keys);
    expect(deleted.keys).toEqual([cards, visits]);
  });

  it('gives a new rule a key that none had before', () => {
    const first = withKeys(noKeyedRules, rules);

    const next = withKeys(first, [...rules, { id: 'new-rule', attempts }]);

    expect(new Set(next.keys).size).toBe(4);
    expect(next.keys.slice(0, 3)).toEqual(first.keys);
  });

  it('finds rules by words of their sentence, in any case, and those with findings', () => {
    const rule = { id: 'cards', when: { reason: ['lost-card'] }, attempts };

    expect(fits(rule, { ...everyRule, words: 'SUPPORT lost' }, [])).toBe(true);
    expect(fits(rule, { ...everyRule, words: 'support branch' }, [])).toBe(false);
    expect(fits(rule, { words: '', onlyWithFindings: true }, [])).toBe(false);
  });
});
