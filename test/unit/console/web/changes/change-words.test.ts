import { linkOf, matching, type ListedChange } from '../../../../../console/web/changes/change-words.ts';

const published: ListedChange = {
  at: '2026-11-21T12:00:00Z',
  kind: 'published',
  by: 'olivia',
  subject: 'bank',
  version: 4,
  because: 'Holiday hours',
};
const moved: ListedChange = {
  at: '2026-11-21T11:00:00Z',
  kind: 'callCommanded',
  by: 'andy',
  subject: 'a/b',
  detail: 'transfer',
};

describe('Changes', () => {
  it.each([
    [{ kind: 'all', text: '' }, [published, moved]],
    [{ kind: 'published', text: '' }, [published]],
    [{ kind: 'all', text: ' HOLIDAY ' }, [published]],
    [{ kind: 'all', text: 'transfer' }, [moved]],
    [{ kind: 'published', text: 'andy' }, []],
  ] as const)('are found by %j', (filter, found) => {
    expect(matching([published, moved], filter)).toEqual(found);
  });

  it('lead to what was changed', () => {
    expect(linkOf(published)).toBe('/routing/bank/history');
    expect(linkOf(moved)).toBe('/calls/a%2Fb');
    expect(linkOf({ kind: 'contextRead', subject: 'c1' })).toBe('/desk?context=c1');
  });
});
