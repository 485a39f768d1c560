import type { FiguresResponse } from '../../../../../shared/contracts/figures-api.ts';
import { chartsOf, type ChartModel } from '../../../../../console/web/charts/charts.ts';
import { outcomesSentence } from '../../../../../console/web/charts/outcomes.ts';
import { percentWords, shareWords } from '../../../../../console/web/charts/share-words.ts';
import { aloneIn, columnsOf } from '../../../../../console/web/charts/stacked.ts';

const hourMs = 60 * 60 * 1000;
const from = '2026-11-18T15:00:00.000Z';
const nothing = { calls: 0, endings: {}, contextSent: 0, contextDelivered: 0, fallbackUsed: 0 } as const;
const figures: FiguresResponse = {
  from,
  to: '2026-11-18T17:00:00.000Z',
  stepMs: hourMs,
  calls: 4,
  more: false,
  steps: [
    {
      from,
      calls: 3,
      endings: { answered: 2, callerLeft: 1 },
      timeToAnswerMs: { p50: 8000, p95: 20_000 },
      contextSent: 2,
      contextDelivered: 1,
      fallbackUsed: 1,
    },
    { ...nothing, from: '2026-11-18T16:00:00.000Z', calls: 1, endings: { callerLeft: 1 } },
  ],
  destinations: [
    { destination: 'branch:tacoma', attempts: 3, outcomes: { answered: 2, notAnswered: 1 } },
    { destination: 'contactCenter:desk', attempts: 1, outcomes: { unreachable: 1 } },
  ],
};
const quiet: FiguresResponse = { ...figures, calls: 0, steps: [{ ...nothing, from }], destinations: [] };

function chart(id: string, of = figures): ChartModel {
  return chartsOf(of).find((each) => each.id === id)!;
}

describe('charts of calls', () => {
  it('show how calls ended, leaving out what never happened', () => {
    expect(chart('endings')).toMatchObject({
      sentence: '4 calls began in this time: 2 (50 %) answered, 2 (50 %) caller hung up.',
      steps: [Date.parse(from), Date.parse(from) + hourMs],
      series: [
        { name: 'answered', values: [2, 0] },
        { name: 'caller hung up', values: [1, 1] },
      ],
    });
  });

  it('do not pass the latest calls off as all of them', () => {
    expect(chart('endings', { ...figures, more: true }).sentence).toMatch(
      /^4 calls are counted, the latest of this time: /,
    );
  });

  it('mark what no line goes through', () => {
    expect(aloneIn([1, null, 2, 3, null, 4])).toEqual([0, 5]);
  });

  it('show nothing, rather than no time, where nobody was answered', () => {
    const { series, sentence } = chart('time-to-answer');

    expect(series.map(({ values }) => values)).toEqual([
      [8000, null],
      [20_000, null],
    ]);
    expect(sentence).toContain('half of the callers waited 8 s at most');
    expect(sentence).toContain('longer than 20 s');
  });

  it('hold looks at the context against the calls that it was sent along with', () => {
    expect(chart('context').sentence).toBe(
      'The context was sent along with 2 (50 %) of 4 calls, and looked at in 1 (50 %) of these.',
    );
  });

  it('tell how many calls had no table to decide by', () => {
    expect(chart('fallback').sentence).toBe(
      '1 (25 %) of 4 calls went to the default destination, because there was no table to decide by.',
    );
  });

  it('say in words that there was nothing', () => {
    expect(chartsOf(quiet).map(({ sentence }) => sentence)).toEqual([
      'No call began in this time.',
      'Nobody was answered in this time.',
      'The context was sent along with none of 0 calls.',
      'There was a table to decide by for all of 0 calls.',
    ]);
    expect(outcomesSentence([])).toBe('Nobody was tried in this time.');
  });

  it('stack one series upon the other, the whole stack behind', () => {
    const [, all, first] = columnsOf(chart('endings'));

    expect(all).toEqual([3, 1]);
    expect(first).toEqual([2, 0]);
  });

  it('leave lines as they are', () => {
    const [times, half] = columnsOf(chart('time-to-answer'));

    expect(times).toEqual([Date.parse(from) / 1000, Date.parse(from) / 1000 + 3600]);
    expect(half).toEqual([8000, null]);
  });
});

describe('what came of trying destinations', () => {
  it('is told of the one that was tried most, and of those that could not be reached', () => {
    expect(outcomesSentence(figures.destinations)).toBe(
      'Branch tacoma was tried most often (3 times) and answered 67 % of them; 1 more was tried. 1 of all could not be reached, or were wrongly set up, at least once.',
    );
  });

  it.each([
    [0, 10, '0'],
    [1, 1000, '1 (< 1 %)'],
    [999, 1000, '999 (> 99 %)'],
    [1000, 1000, '1,000 (100 %)'],
    [3, 0, '3'],
  ])('as a share: %d of %d is %s', (part, whole, words) => {
    expect(shareWords(part, whole)).toBe(words);
  });

  it('is 0 % of nothing', () => {
    expect(percentWords(0, 0)).toBe('0 %');
  });
});
