import type { CallRecordAnswer, CallResponse } from '../../../shared/contracts/calls-api.ts';
import { durationWords } from '../ui/duration.ts';
import { eventWords } from './ladder/event-words.ts';
import {
  callerLane,
  contextsLane,
  lambdaLane,
  lanesOf,
  laneOfAttempt,
  pstnLane,
  type Lane,
  type LaneId,
} from './ladder/lanes.ts';
import { stepOf, type Step } from './ladder/steps.ts';

/** A row of the ladder. */
export interface Rung extends Step {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Since the call began, in milliseconds; 0 or more: PSTN Audio's clock and the function's are two. */
  readonly offsetMs: number;
}

export interface Ladder {
  readonly lanes: readonly Lane[];
  /** In time; of what is told of one invocation: what it was told, what it decided, what it answered, what that set going. */
  readonly rungs: readonly Rung[];
  /** What records do not tell, in sentences. */
  readonly unknown: readonly string[];
}

type Told = Pick<CallResponse, 'records' | 'deliveries' | 'summary'>;

/** What happened to a call, from its records. */
export function ladderOf({ records, deliveries = [], summary }: Told): Ladder {
  const entry = summary?.entry;
  const lanes = lanesOf(records, { entry, isContextRead: deliveries.length > 0 });
  const [first] = records;
  if (first === undefined)
    return { lanes, rungs: [], unknown: ['There are no records of this call: what happened is not known.'] };
  const startedAt = Date.parse(first.callStartedAt);
  const tried: Tried = { beganAt: new Map(), last: undefined };
  const told = records.flatMap((record, index) => [
    ...missingBefore(record, records[index - 1]),
    ...stepsOf(record, tried),
  ]);
  const looks = deliveries.map(({ to, at }) => ({
    at: Date.parse(at),
    from: contextsLane,
    to: contextsLane,
    words: `${to} looked at the context`,
    tone: 'good' as const,
  }));
  const begin = { at: startedAt, from: callerLane, to: pstnLane, words: 'The call begins' };
  const rungs = inTime([begin, ...told, ...looks], startedAt);
  return { lanes, rungs, unknown: unknownOf({ records, entry }) };
}

/** Who was tried so far. */
interface Tried {
  readonly beganAt: Map<LaneId, number>;
  last: LaneId | undefined;
}

function stepsOf(record: CallRecordAnswer, tried: Tried): readonly TimedStep[] {
  const answeredAt = Date.parse(record.at);
  const toldAt = answeredAt - record.tookMs;
  const placed = record.happenings.map((happening) => {
    const lane = 'attempt' in happening ? laneOfAttempt(happening.attempt) : undefined;
    const since = lane === undefined ? undefined : tried.beganAt.get(lane);
    const placedStep = stepOf(happening, {
      // What begins and ends in one invocation has no times of its own.
      rangMs: since === undefined || since > toldAt ? undefined : toldAt - since,
      otherSide: tried.last,
    });
    if (happening.kind === 'attemptBegan' && lane !== undefined) note(tried, lane, answeredAt);
    return placedStep;
  });
  const of = (place: 'cause' | 'thought' | 'effect', at: number): TimedStep[] =>
    placed.filter((each) => each.place === place).map(({ step }) => ({ ...step, at }));
  const actions = record.actions.length === 0 ? 'nothing to do' : record.actions.join(', ');
  return [
    ...of('cause', toldAt),
    { at: toldAt, from: pstnLane, to: lambdaLane, words: eventWords(record.event), detail: record.event },
    ...of('thought', answeredAt),
    {
      at: answeredAt,
      from: lambdaLane,
      to: pstnLane,
      words: `Answers after ${durationWords(record.tookMs)}`,
      detail: actions,
    },
    ...of('effect', answeredAt),
  ];
}

/** Whom the caller can be put through to is the other side; a look-up is asked, and a message is said. */
function note(tried: Tried, lane: LaneId, at: number): void {
  tried.beganAt.set(lane, at);
  if (!lane.startsWith('lookUp:') && !lane.startsWith('message:')) tried.last = lane;
}

interface TimedStep extends Step {
  readonly at: number;
}

/** Sequences count invocations: where one is left out, something happened that nobody wrote down. */
function missingBefore(record: CallRecordAnswer, before: CallRecordAnswer | undefined): readonly TimedStep[] {
  const missing = before === undefined ? 0 : record.sequence - before.sequence - 1;
  if (before === undefined || missing <= 0) return [];
  const words = missing === 1 ? 'One record is missing here' : `${missing} records are missing here`;
  return [{ at: Date.parse(before.at), from: lambdaLane, to: lambdaLane, words, tone: 'warning' }];
}

/** Steps of one time stay in the order in which they are told; none comes before the one that it follows from. */
function inTime(steps: readonly TimedStep[], startedAt: number): readonly Rung[] {
  let latest = startedAt;
  const looks: TimedStep[] = [];
  const ordered: TimedStep[] = [];
  for (const step of steps) {
    if (step.from === contextsLane) looks.push(step);
    else {
      latest = Math.max(latest, step.at);
      ordered.push({ ...step, at: latest });
    }
  }
  return [...ordered, ...looks]
    .sort((a, b) => a.at - b.at)
    .map((step) => ({ ...step, offsetMs: Math.max(0, step.at - startedAt) }));
}

function unknownOf({
  records,
  entry,
}: {
  readonly records: readonly CallRecordAnswer[];
  readonly entry: string | undefined;
}): readonly string[] {
  const first = records[0]?.sequence ?? 1;
  return [
    ...(first > 1 ? [`The first ${first - 1 === 1 ? 'record is' : `${first - 1} records are`} missing.`] : []),
    ...(entry?.startsWith('alexa') === true
      ? ['Records begin when the call reaches PSTN Audio. What was said to Alexa before is not in them.']
      : []),
  ];
}

/** "+1.2 s". */
export function offsetWords(offsetMs: number): string {
  return `+${durationWords(offsetMs)}`;
}
