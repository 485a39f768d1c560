import { countCalls, type CountedCall } from '../../../../../console/routing-api/figures/call-figures.ts';
import { figuresResponseSchema, type FiguresResponse } from '../../../../../shared/contracts/figures-api.ts';
import type { CallRecord } from '../../../../../shared/domain/call-flow/call-record.ts';
import type { AttemptMade, Happening } from '../../../../../shared/domain/call-flow/happening.ts';
import { summarise } from '../../../../../shared/domain/call-flow/summarise.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { callRecordOf } from '../../../../support/call-record-builder.ts';

const hour = 60 * 60 * 1000;
const from = epochMs(Date.parse('2026-11-18T00:00:00Z'));
const aDay = { from, to: epochMs(from + 24 * hour) };
const desk: AttemptMade = { number: 1, kind: 'contactCenter', id: 'desk' };
const tacoma: AttemptMade = { number: 2, kind: 'branch', id: 'tacoma' };
const ended: Happening = { kind: 'legEnded', leg: 'LEG-A' };

/** A call that began so many minutes after midnight, and of which this came to pass, a second after the other. */
function callAfter(minutes: number, happenings: readonly Happening[], deliveries?: number): CountedCall {
  const callStartedAt = epochMs(from + minutes * 60_000);
  const records = happenings.map((happening, index): CallRecord =>
    callRecordOf({ callStartedAt, sequence: index + 1, happenings: [happening] }),
  );
  const receipt = {
    transactionId: 'call',
    deliveries: Array.from({ length: deliveries ?? 0 }, () => ({ to: 'crm', at: callStartedAt })),
  };
  return { startedAt: callStartedAt, story: summarise(records, deliveries === undefined ? undefined : receipt) };
}

const answeredAfter = (seconds: number, minutes = 0): CountedCall =>
  callAfter(minutes, [
    ...Array.from({ length: seconds - 1 }, (): Happening => ({ kind: 'attemptBegan', attempt: desk })),
    { kind: 'attemptEnded', attempt: desk, outcome: 'answered' },
    ended,
  ]);

/** The answer, as the contract has it. */
function figuresOf(calls: readonly CountedCall[], time = aDay): FiguresResponse {
  const answer = {
    from: new Date(time.from).toISOString(),
    to: new Date(time.to).toISOString(),
    more: false,
    ...countCalls(calls, time),
  };
  return figuresResponseSchema.parse(answer);
}

describe('figures of calls', () => {
  it.each([
    { span: hour, step: 5 * 60_000 },
    { span: 24 * hour, step: 15 * 60_000 },
    { span: 7 * 24 * hour, step: 3 * hour },
    { span: 31 * 24 * hour, step: 12 * hour },
  ])('have equal steps from the first to the last, 100 at most: $span ms', ({ span, step }) => {
    const { stepMs, steps } = figuresOf([], { from, to: epochMs(from + span) });

    expect(stepMs).toBe(step);
    expect(steps).toHaveLength(span / step);
    expect(steps.at(-1)?.from).toBe(new Date(from + span - step).toISOString());
    expect(steps.every(({ calls }) => calls === 0)).toBe(true);
  });

  it('count each call in the step that it began in', () => {
    const { calls, steps } = figuresOf([0, 14, 15, 24 * 60 - 1].map((minutes) => answeredAfter(2, minutes)));

    expect(calls).toBe(4);
    expect([steps[0], steps[1], steps.at(-1)].map((step) => step?.calls)).toEqual([2, 1, 1]);
  });

  it('tell how calls ended', () => {
    const unanswered = callAfter(1, [{ kind: 'apologised' }, ended]);

    const { steps } = figuresOf([answeredAfter(2), unanswered, unanswered, callAfter(2, [ended])]);

    expect(steps[0]?.endings).toEqual({ answered: 1, unanswered: 2, callerLeft: 1 });
  });

  it('tell how long callers waited: half of them, and 95 of 100', () => {
    const { steps } = figuresOf(Array.from({ length: 20 }, (_, index) => answeredAfter(index + 1)));

    expect(steps[0]?.timeToAnswerMs).toEqual({ p50: 10_000, p95: 19_000 });
    expect(steps[1]).not.toHaveProperty('timeToAnswerMs');
  });

  it('tell whose context went along, who looked at it, and who met the default destination', () => {
    const sent: Happening = { kind: 'attemptBegan', attempt: desk, context: 'sent' };
    const fallback: Happening = {
      kind: 'routed',
      entry: 'phone',
      ruleId: 'default-destination',
      destinations: ['phone:default-destination'],
    };

    const { steps } = figuresOf([callAfter(0, [sent], 1), callAfter(0, [sent], 0), callAfter(0, [fallback])]);

    expect(steps[0]).toMatchObject({ calls: 3, contextSent: 2, contextDelivered: 1, fallbackUsed: 1 });
  });

  it('tell of each destination what came of it, most often tried first', () => {
    const overflow = callAfter(0, [
      { kind: 'attemptBegan', attempt: desk },
      { kind: 'attemptEnded', attempt: desk, outcome: 'notAnswered' },
      { kind: 'attemptBegan', attempt: tacoma },
      { kind: 'attemptEnded', attempt: tacoma, outcome: 'answered' },
    ]);

    const { destinations } = figuresOf([overflow, callAfter(0, [{ kind: 'attemptBegan', attempt: desk }])]);

    expect(destinations).toEqual([
      { destination: 'contactCenter:desk', attempts: 2, outcomes: { notAnswered: 1 } },
      { destination: 'branch:tacoma', attempts: 1, outcomes: { answered: 1 } },
    ]);
  });

  it('count a call whose records cannot be read, without saying what came of it', () => {
    const { calls, steps } = figuresOf([{ startedAt: from }]);

    expect(calls).toBe(1);
    expect(steps[0]).toMatchObject({ calls: 1, endings: {} });
  });
});
