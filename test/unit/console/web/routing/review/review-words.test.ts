import { noCalls } from '../../../../../../console/routing-api/review/last-week.ts';
import type { ReviewResponse } from '../../../../../../shared/contracts/tables-api.ts';
import {
  begunFromWords,
  lastWeekWarnings,
  lastWeekWords,
  shareWords,
} from '../../../../../../console/web/routing/review/review-words.ts';

function week(counts: Partial<ReviewResponse['lastWeek']>): ReviewResponse['lastWeek'] {
  return { ...noCalls, ...counts };
}

describe('the share of last week’s calls, in words', () => {
  it.each([
    [{}, ['Nobody called in the last seven days, so there are no calls to compare.']],
    [
      { calls: 100, unchanged: 100 },
      ['Of 100 calls of the last seven days, none that can be told would go another way.'],
    ],
    [
      { calls: 1, changed: 1 },
      ['Of 1 call of the last seven days, 1 would go another way, all of those that can be told.'],
    ],
    [
      { calls: 2000, more: true, changed: 2, unchanged: 1900, untellable: 98 },
      [
        'Of the latest 2,000 calls of the last seven days, 2 would go another way, less than 1 % of those that can be told.',
        'Of 98 it cannot be told: it depends on where the callers were, on their number or on what else no record keeps. They are not counted.',
      ],
    ],
    [
      { calls: 1000, changed: 999, unchanged: 1 },
      ['Of 1,000 calls of the last seven days, 999 would go another way, more than 99 % of those that can be told.'],
    ],
    [
      { calls: 5, untellable: 5 },
      [
        'Whether 5 calls of the last seven days would go another way cannot be told: it depends on where the callers were, on their number or on what else no record keeps.',
      ],
    ],
  ])('says no more than is known: %j', (counts, words) => {
    expect(lastWeekWords(week(counts))).toEqual(words);
  });

  it('warns of callers who would reach nobody, or no rule', () => {
    const counts = { newlyNobody: { calls: 1, transactionIds: ['a'] }, newlyDefault: { calls: 2, transactionIds: [] } };

    expect(lastWeekWarnings(week(counts))).toEqual([
      '1 call would reach nobody.',
      '2 calls would fit no rule any more, and go to the default.',
    ]);
  });

  it('says nothing of a change whose calls cannot be told', () => {
    expect([undefined, 0, 1, 2000].map(shareWords)).toEqual([
      undefined,
      'no call of last week',
      '1 call of last week',
      '2,000 calls of last week',
    ]);
  });
});

describe('what a draft was begun from, in words', () => {
  const inForce = { version: 2, at: '2026-11-18T14:00:00Z', by: 'oscar', because: 'it was time', basedOn: 1 };

  it('says whose version would be taken back', () => {
    const words = begunFromWords(1, inForce);

    expect(words).toBe(
      'The draft was begun from version 1; version 2, published by oscar, is in force and would be taken back where they differ.',
    );
  });

  it('says nothing where it is the version in force, or there is none', () => {
    expect([begunFromWords(2, inForce), begunFromWords(0, undefined)]).toEqual([undefined, undefined]);
  });
});
