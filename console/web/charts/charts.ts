import type { FiguresResponse } from '../../../shared/contracts/figures-api.ts';
import { callEndings } from '../../../shared/domain/call-flow/call-story.ts';
import { endingWords } from '../calls/words.ts';
import { durationWords } from '../ui/duration.ts';
import { shareWords } from './share-words.ts';

/** One row of a chart over time. */
export interface ChartSeries {
  readonly name: string;
  /** One for each step; null: there is nothing to tell. */
  readonly values: readonly (number | null)[];
}

/** What a chart shows, whoever draws it. */
export interface ChartModel {
  readonly id: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly sentence: string;
  /** `stack`: each series stands on the one before. */
  readonly kind: 'stack' | 'lines';
  readonly unit: 'calls' | 'milliseconds';
  /** When each step begins, in milliseconds since 1970. */
  readonly steps: readonly number[];
  readonly stepMs: number;
  readonly series: readonly ChartSeries[];
}

/** How calls ended, how long callers waited, who knew why they called, and whether there was a table at all. */
export function chartsOf(figures: FiguresResponse): readonly ChartModel[] {
  return [endingsChart(figures), answersChart(figures), contextChart(figures), fallbackChart(figures)];
}

type Step = FiguresResponse['steps'][number];

function endingsChart(figures: FiguresResponse): ChartModel {
  const { steps, calls, more } = figures;
  const began = more ? 'are counted, the latest of this time' : 'began in this time';
  const totals = callEndings
    .map((ending) => ({ ending, count: sum(steps, ({ endings }) => endings[ending] ?? 0) }))
    .filter(({ count }) => count > 0);
  const parts = totals.toSorted((a, b) => b.count - a.count).slice(0, 3);
  const list = parts.map(({ ending, count }) => `${shareWords(count, calls)} ${endingWords[ending]}`).join(', ');
  return {
    ...over(figures),
    id: 'endings',
    title: 'Calls by ending',
    sentence: calls === 0 ? 'No call began in this time.' : `${counted(calls)} ${began}: ${list}.`,
    kind: 'stack',
    unit: 'calls',
    series: totals.map(({ ending }) => ({
      name: endingWords[ending],
      values: steps.map(({ endings }) => endings[ending] ?? 0),
    })),
  };
}

function answersChart(figures: FiguresResponse): ChartModel {
  const { steps } = figures;
  const answered = steps.flatMap(({ timeToAnswerMs }) => (timeToAnswerMs === undefined ? [] : [timeToAnswerMs]));
  const slowest = Math.max(0, ...answered.map(({ p95 }) => p95));
  const halves = answered.map(({ p50 }) => p50);
  return {
    ...over(figures),
    id: 'time-to-answer',
    title: 'Time to answer',
    // Shares of shares are none: what is said is what the steps say, not what all calls together would.
    sentence:
      answered.length === 0
        ? 'Nobody was answered in this time.'
        : `From the beginning of a call until somebody answers. Depending on the time, half of the callers waited ${rangeWords(halves)} at most; at the slowest, 5 of 100 waited longer than ${durationWords(slowest)}.`,
    kind: 'lines',
    unit: 'milliseconds',
    series: [
      { name: 'half within (p50)', values: steps.map(({ timeToAnswerMs }) => timeToAnswerMs?.p50 ?? null) },
      { name: '95 of 100 within (p95)', values: steps.map(({ timeToAnswerMs }) => timeToAnswerMs?.p95 ?? null) },
    ],
  };
}

function contextChart(figures: FiguresResponse): ChartModel {
  const { steps, calls } = figures;
  const sent = sum(steps, ({ contextSent }) => contextSent);
  const delivered = sum(steps, ({ contextDelivered }) => contextDelivered);
  return {
    ...over(figures),
    id: 'context',
    title: 'Context sent and looked at',
    sentence:
      sent === 0
        ? `The context was sent along with none of ${counted(calls)}.`
        : `The context was sent along with ${shareWords(sent, calls)} of ${counted(calls)}, and looked at in ${shareWords(delivered, sent)} of these.`,
    kind: 'lines',
    unit: 'calls',
    series: [
      { name: 'calls', values: steps.map(({ calls }) => calls) },
      { name: 'context sent', values: steps.map(({ contextSent }) => contextSent) },
      { name: 'context looked at', values: steps.map(({ contextDelivered }) => contextDelivered) },
    ],
  };
}

function fallbackChart(figures: FiguresResponse): ChartModel {
  const { steps, calls } = figures;
  const used = sum(steps, ({ fallbackUsed }) => fallbackUsed);
  return {
    ...over(figures),
    id: 'fallback',
    title: 'Fallback used',
    sentence:
      used === 0
        ? `There was a table to decide by for all of ${counted(calls)}.`
        : `${shareWords(used, calls)} of ${counted(calls)} went to the default destination, because there was no table to decide by.`,
    kind: 'stack',
    unit: 'calls',
    series: [{ name: 'fallback used', values: steps.map(({ fallbackUsed }) => fallbackUsed) }],
  };
}

function over({ steps, stepMs }: FiguresResponse): Pick<ChartModel, 'steps' | 'stepMs'> {
  return { steps: steps.map(({ from }) => Date.parse(from)), stepMs };
}

function sum(steps: readonly Step[], count: (step: Step) => number): number {
  return steps.reduce((total, step) => total + count(step), 0);
}

function counted(calls: number): string {
  return calls === 1 ? '1 call' : `${calls.toLocaleString('en')} calls`;
}

function rangeWords(values: readonly number[]): string {
  const [least, most] = [durationWords(Math.min(...values)), durationWords(Math.max(...values))];
  return least === most ? least : `${least} to ${most}`;
}
