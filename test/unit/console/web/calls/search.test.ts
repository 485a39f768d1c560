import {
  choicesOf,
  readSearch,
  sought,
  spanOf,
  spanProblem,
  transactionIdIn,
  writeSearch,
  type CallSearch,
  type ListedCall,
} from '../../../../../console/web/calls/search.ts';

const startedAt = '2026-11-18T15:00:00.000Z';
const now = Date.parse(startedAt);

function call(transactionId: string, changes: Partial<NonNullable<ListedCall['summary']>>): ListedCall {
  return {
    transactionId,
    startedAt,
    summary: {
      startedAt,
      ending: 'answered',
      fallbackUsed: false,
      attempts: [],
      contextSent: false,
      breaches: 0,
      slowestMs: 12,
      ...changes,
    },
  };
}

const lostCard = call('lost-card', {
  ruleId: 'lost-card',
  reasonId: 'lost-card',
  attempts: [{ number: 1, kind: 'branch', id: 'tacoma' }],
});
const billing = call('billing', { ruleId: 'billing', ending: 'callerLeft' });
const unrecorded: ListedCall = { transactionId: 'unrecorded', startedAt };
const calls = [lostCard, billing, unrecorded];

const idsOf = (search: Omit<CallSearch, 'preset'>): string[] =>
  sought(calls, { preset: 'day', ...search }).map(({ transactionId }) => transactionId);

describe('a search for calls', () => {
  it('stands in the address, and is read from it again', () => {
    const search: CallSearch = {
      preset: 'own',
      from: '2026-11-17T00:00:00.000Z',
      to: '2026-11-18T00:00:00.000Z',
      ending: 'answered',
      destination: 'branch:tacoma',
      rule: 'lost-card',
      reason: 'lost-card',
    };

    expect(readSearch(new URLSearchParams(writeSearch(search).toString()))).toEqual(search);
  });

  it('is for the last day where the address says nothing that means something', () => {
    expect(readSearch(new URLSearchParams('span=year&ending=well&from=noon&rule='))).toEqual({ preset: 'day' });
  });

  it('finds by how a call ended, to whom it came, its rule and its reason', () => {
    expect(idsOf({})).toEqual(['lost-card', 'billing', 'unrecorded']);
    expect(idsOf({ ending: 'callerLeft' })).toEqual(['billing']);
    expect(idsOf({ destination: 'branch:tacoma' })).toEqual(['lost-card']);
    expect(idsOf({ rule: 'billing' })).toEqual(['billing']);
    expect(idsOf({ reason: 'lost-card', ending: 'callerLeft' })).toEqual([]);
  });

  it('offers what is in the calls, and what is sought already', () => {
    expect(choicesOf(calls, { preset: 'day', rule: 'a-rule-of-old' })).toEqual({
      destinations: ['branch:tacoma'],
      rules: ['a-rule-of-old', 'billing', 'lost-card'],
      reasons: ['lost-card'],
    });
  });

  it('finds the same list again for whoever comes back to the address', () => {
    const search = readSearch(new URLSearchParams('span=hour&until=2026-11-17T12:00:00Z'));

    expect(spanOf(search, now)).toEqual({ from: '2026-11-17T11:00:00.000Z', to: '2026-11-17T12:00:00.000Z' });
  });

  it('looks as far back as is asked for', () => {
    expect(spanOf({ preset: 'hour' }, now)).toEqual({ from: '2026-11-18T14:00:00.000Z', to: startedAt });
  });

  it.each([
    ['the wrong way round', '2026-11-18T00:00:00Z', '2026-11-17T00:00:00Z', 'must be after “From”'],
    ['too far apart', '2026-10-01T00:00:00Z', '2026-11-17T00:00:00Z', 'must be 31 days after “From” at most'],
  ])('takes no times that are %s, and says so', (_how, from, to, problem) => {
    const search = { preset: 'own', from, to } as const;

    expect(spanOf(search, now)).toBeUndefined();
    expect(spanProblem(search)).toBe(problem);
  });

  it('finds the id of a call in whatever was pasted', () => {
    const id = '6f1c1d2e-0000-4000-8000-00000000000a';

    expect(transactionIdIn(`  {"transactionId":"${id.toUpperCase()}"}`)).toBe(id);
    expect(transactionIdIn('tacoma')).toBeUndefined();
  });
});
