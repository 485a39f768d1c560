import type { FiguresResponse } from '../../../shared/contracts/figures-api.ts';
import type { CallEnding, CallStory } from '../../../shared/domain/call-flow/call-story.ts';
import type { Outcome } from '../../../shared/domain/call-flow/outcome.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { quantile } from './quantile.ts';
import { stepOf } from './steps.ts';

type Step = FiguresResponse['steps'][number];
type DestinationFigures = FiguresResponse['destinations'][number];

/** A call that began then; without a story where its records cannot be read. */
export interface CountedCall {
  readonly startedAt: EpochMs;
  readonly story?: CallStory;
}

/** Counts what came of calls, in equal steps of the time that they began in. @param calls all of them within that time. */
export function countCalls(
  calls: readonly CountedCall[],
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): Pick<FiguresResponse, 'stepMs' | 'calls' | 'steps' | 'destinations'> {
  const stepMs = stepOf(from, to);
  const inSteps = Array.from({ length: Math.ceil((to - from) / stepMs) }, (): CountedCall[] => []);
  for (const call of calls) inSteps[Math.floor((call.startedAt - from) / stepMs)]?.push(call);
  return {
    stepMs,
    calls: calls.length,
    steps: inSteps.map((each, index) => stepFigures(epochMs(from + index * stepMs), each)),
    destinations: destinationFigures(calls.flatMap(({ story }) => story?.attempts ?? [])),
  };
}

function stepFigures(from: EpochMs, calls: readonly CountedCall[]): Step {
  const stories = calls.flatMap(({ story }) => story ?? []);
  const endings: Partial<Record<CallEnding, number>> = {};
  for (const { ending } of stories) endings[ending] = (endings[ending] ?? 0) + 1;
  const times = stories.flatMap(({ timeToAnswerMs }) => timeToAnswerMs ?? []);
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  return {
    from: new Date(from).toISOString(),
    calls: calls.length,
    endings,
    ...(p50 === undefined || p95 === undefined ? {} : { timeToAnswerMs: { p50, p95 } }),
    contextSent: stories.filter(({ contextSent }) => contextSent).length,
    contextDelivered: stories.filter(({ contextDelivered }) => contextDelivered === true).length,
    fallbackUsed: stories.filter(({ fallbackUsed }) => fallbackUsed).length,
  };
}

function destinationFigures(attempts: readonly CallStory['attempts'][number][]): DestinationFigures[] {
  const figures = new Map<string, { attempts: number; outcomes: Partial<Record<Outcome, number>> }>();
  for (const { kind, id, outcome } of attempts) {
    const destination = `${kind}:${id}`;
    const counted = figures.get(destination) ?? { attempts: 0, outcomes: {} };
    counted.attempts += 1;
    // None: it is under way, or a look-up that named somebody.
    if (outcome !== undefined) counted.outcomes[outcome] = (counted.outcomes[outcome] ?? 0) + 1;
    figures.set(destination, counted);
  }
  return [...figures]
    .map(([destination, counted]) => ({ destination, ...counted }))
    .toSorted((a, b) => b.attempts - a.attempts || a.destination.localeCompare(b.destination));
}
