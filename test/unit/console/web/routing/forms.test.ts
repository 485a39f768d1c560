import { routingTableFileSchema } from '../../../../../shared/contracts/routing-table-file.ts';
import { findingIssues } from '../../../../../console/web/routing/findings/finding-issues.ts';
import { errorInList, errorsOf, issuesOf } from '../../../../../console/web/routing/forms/part-issues.ts';
import { sameJson } from '../../../../../console/web/routing/forms/same-json.ts';
import { UnfinishedStore } from '../../../../../console/web/routing/forms/unfinished-store.ts';
import { withoutAbsent } from '../../../../../console/web/routing/forms/without-absent.ts';
import { synonymsByLocale, synonymsOf } from '../../../../../console/web/routing/menu/synonyms.ts';

const ruleSchema = routingTableFileSchema.shape.rules.unwrap().element;

describe('what is wrong with what is typed', () => {
  it('is said at its field, whatever the names of attributes', () => {
    const rule = {
      id: 'cards',
      when: { attribute: { 'account.tier': [] }, country: ['USA'] },
      attempts: [{ contactCenter: 'support', timeout: 500 }],
    };

    const errors = errorsOf(issuesOf(ruleSchema, rule));

    expect(errors.below('attempts', 0).at('timeout')).toBe('must be 1 to 120 seconds');
    expect(errors.below('when').at('country', 0)).toMatch(/two letters/);
    expect(errors.at('when', 'attribute', 'account.tier')).toBeDefined();
    expect(errors.at('id')).toBeUndefined();
  });

  it('is what was found about the table, too, where the form says nothing of the place itself', () => {
    const found = findingIssues(
      [
        { severity: 'error', code: 'a', path: 'rules[3].when.reason[1]', message: 'is not a reason' },
        { severity: 'warning', code: 'b', path: 'rules[3].attempts[0].nearestBranch.within', message: 'is far' },
        { severity: 'note', code: 'c', path: 'rules[3].when.attribute.account.tier', message: 'is known' },
        { severity: 'error', code: 'd', path: 'rules[31].id', message: 'of another rule' },
        { severity: 'error', code: 'e', path: 'rules[3].id', file: 'branches.csv', message: 'of another file' },
      ],
      ['rules', 3],
    );

    const errors = errorsOf({ ...found.errors, ...issuesOf(ruleSchema, { id: '', attempts: [] }) }, found.notes);

    expect(errorInList(errors.below('when', 'reason'), ['card', 'nonsense'])).toBe('is not a reason');
    expect(errors.below('attempts', 0).noteAt('nearestBranch', 'within')).toBe('Warning: is far');
    expect(errors.noteAt('when', 'attribute', 'account.tier')).toBe('Note: is known');
    expect(found.errors).toEqual({ 'when.reason.1': 'is not a reason' });
    expect(errors.at('id')).toBeDefined();
  });

  it('is nothing for a rule that fields have been taken out of', () => {
    const typed = { id: 'cards', when: undefined, attempts: [{ contactCenter: 'support', timeout: undefined }] };

    expect(issuesOf(ruleSchema, withoutAbsent(typed))).toEqual({});
    expect(issuesOf(ruleSchema, typed)).not.toEqual({});
  });
});

describe('whether two values say the same', () => {
  it('does not go by the order of keys, but by that of lists', () => {
    expect(sameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameJson([], {})).toBe(false);
  });
});

describe('what is typed and not valid yet', () => {
  function browserStore(): Storage & { readonly texts: Map<string, string> } {
    const texts = new Map<string, string>();
    return {
      texts,
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, value: string) => void texts.set(key, value),
      removeItem: (key: string) => void texts.delete(key),
    } as unknown as Storage & { readonly texts: Map<string, string> };
  }

  it('is there again when the page is loaded anew, for its table only', () => {
    const browser = browserStore();
    new UnfinishedStore('bank', browser).keep('rule cards', { id: 'Cards!' });

    expect(new UnfinishedStore('bank', browser).get('rule cards')).toEqual({ id: 'Cards!' });
    expect(new UnfinishedStore('other', browser).get('rule cards')).toBeUndefined();
  });

  it('is forgotten when it is done, and nothing is left behind', () => {
    const browser = browserStore();
    const store = new UnfinishedStore('bank', browser);
    store.keep('rule cards', {});

    store.forget('rule cards');

    expect(browser.texts.size).toBe(0);
  });

  it('is told of when a form is begun and done, not at every key', () => {
    const store = new UnfinishedStore('bank', browserStore());
    let told = 0;
    const stop = store.subscribe(() => (told += 1));

    store.keep('rule cards', { id: 'a' });
    store.keep('rule cards', { id: 'ab' });
    store.forget('rule cards');
    stop();
    store.keep('rule cards', {});

    expect(told).toBe(2);
  });

  it('lasts as long as the page where the browser keeps nothing, or something else', () => {
    const full = { getItem: () => 'no JSON', removeItem: () => undefined, setItem: () => fail() };
    const store = new UnfinishedStore('bank', full);

    store.keep('rule cards', { id: 'a' });

    expect(store.get('rule cards')).toEqual({ id: 'a' });
  });

  function fail(): never {
    throw new Error('QuotaExceededError');
  }
});

describe('what callers say for a reason', () => {
  it('is a list where it is the same for every locale, and lists by locale else', () => {
    expect(synonymsOf({ default: ['my bill'] })).toEqual(['my bill']);
    expect(synonymsOf({ default: [], 'fr-CA': ['ma facture'] })).toEqual({ 'fr-CA': ['ma facture'] });
    expect(synonymsOf({ default: [] })).toBeUndefined();
    expect(synonymsByLocale(['my bill'])).toEqual({ default: ['my bill'] });
  });
});
