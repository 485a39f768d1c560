import type { CallRecord } from '../../../../shared/domain/call-flow/call-record.ts';
import type { AttemptMade, Happening } from '../../../../shared/domain/call-flow/happening.ts';
import type { Outcome } from '../../../../shared/domain/call-flow/outcome.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { measuresOf, type CallSoFar } from '../../../../shared/observability/measures-of-record.ts';

const callStartedAt = epochMs(1_000_000);
const support: AttemptMade = { number: 1, kind: 'contactCenter', id: 'support' };
const about = { destinationKind: 'contactCenter', destinationId: 'support' };
const callerGone: Happening = { kind: 'legEnded', leg: 'LEG-A' };

function aRecord(changes: Partial<CallRecord>): CallRecord {
  return {
    transactionId: 't-1',
    sequence: 3,
    at: epochMs(1_004_200),
    event: 'ACTION_SUCCESSFUL',
    phase: 'connected',
    tookMs: 4,
    actions: [],
    happenings: [],
    callStartedAt,
    ...changes,
  };
}

/** Measures by name, without the breaches that are always counted. */
function measured(
  happenings: readonly Happening[],
  soFar: CallSoFar = { answered: false },
  event = 'HANGUP',
): object[] {
  const measures = measuresOf(aRecord({ happenings, event }), soFar);
  return measures.filter(({ name }) => name !== 'InvariantBreaches');
}

function ended(outcome: Outcome, attempt = support): Happening {
  return { kind: 'attemptEnded', attempt, outcome };
}

describe('measures of a record', () => {
  it.each(['NEW_INBOUND_CALL', 'NEW_OUTBOUND_CALL'])('count a call when it begins, with %s', (event) => {
    expect(measured([], { answered: false }, event)).toEqual([{ name: 'Calls', value: 1 }]);
  });

  it('count no call when one goes on, and no breach where there is none', () => {
    expect(measuresOf(aRecord({}), { answered: false })).toEqual([{ name: 'InvariantBreaches', value: 0 }]);
  });

  it('count breaches', () => {
    const breached: Happening = { kind: 'breached', rule: 'tooManyActions' };

    expect(measuresOf(aRecord({ happenings: [breached, breached] }), { answered: true })).toEqual([
      { name: 'InvariantBreaches', value: 2 },
    ]);
  });

  it('count the first answer for its destination and for the call, and how long it took', () => {
    expect(measured([ended('answered')])).toEqual([
      { name: 'AttemptsAnswered', value: 1, ...about },
      { name: 'CallsAnswered', value: 1 },
      { name: 'TimeToAnswer', value: 4200, ...about },
    ]);
  });

  it('count a later answer, after a transfer, for its destination only', () => {
    expect(measured([ended('answered')], { answered: true })).toEqual([
      { name: 'AttemptsAnswered', value: 1, ...about },
    ]);
  });

  it('count no time before the call began, when two clocks differ', () => {
    const record = aRecord({ at: epochMs(999_000), happenings: [ended('answered')] });

    expect(measuresOf(record, { answered: false })).toContainEqual({ name: 'TimeToAnswer', value: 0, ...about });
  });

  it.each(['message', 'voicemail'] as const)('take no %s for a person who answers', (kind) => {
    expect(measured([ended('answered', { number: 1, kind, id: 'x' })])).toEqual([
      { name: 'AttemptsAnswered', value: 1, destinationKind: kind, destinationId: 'x' },
    ]);
  });

  it.each(['notAnswered', 'declined', 'unreachable', 'misconfigured'] as const)(
    'count an attempt that is %s as failed',
    (outcome) => {
      expect(measured([ended(outcome)])).toEqual([{ name: 'AttemptsFailed', value: 1, ...about }]);
    },
  );

  it('do not count it against a destination that the caller left', () => {
    expect(measured([ended('callerLeft'), callerGone])).toEqual([{ name: 'CallsUnanswered', value: 1 }]);
  });

  it('count a call that nobody answered when the caller is gone, and not when the other side is', () => {
    expect(measured([callerGone])).toEqual([{ name: 'CallsUnanswered', value: 1 }]);
    expect(measured([callerGone], { answered: true })).toEqual([]);
    expect(measured([{ kind: 'legEnded', leg: 'LEG-B' }])).toEqual([]);
    expect(measured([{ kind: 'apologised' }])).toEqual([]);
  });

  it.each([
    { context: 'sent', names: ['AttemptsMade', 'ContextSent'] },
    { context: 'refused', names: ['AttemptsMade', 'ContextRefused'] },
    { context: 'notSent', names: ['AttemptsMade'] },
    { context: undefined, names: ['AttemptsMade'] },
  ] as const)('count an attempt and its context, $context', ({ context, names }) => {
    const began: Happening = { kind: 'attemptBegan', attempt: support, ...(context === undefined ? {} : { context }) };

    expect(measured([began])).toEqual(names.map((name) => ({ name, value: 1, ...about })));
  });

  it('count a fallback where there was no table to decide by, and nowhere else', () => {
    const routed: Happening = { kind: 'routed', entry: 'phone', ruleId: 'default-destination', destinations: [] };

    expect(measured([routed])).toEqual([{ name: 'FallbackUsed', value: 1 }]);
    expect(measured([{ ...routed, ruleId: 'default' }])).toEqual([]);
  });

  it.each([
    {
      case: 'somebody looked',
      deliveries: [{ to: 'desk', at: callStartedAt }],
      answered: true,
      name: 'ContextDelivered',
    },
    { case: 'somebody answered and did not look', deliveries: [], answered: true, name: 'ContextNotDelivered' },
    { case: 'nobody answered', deliveries: [], answered: false, name: 'CallsUnanswered' },
  ])('tell from the receipt whether the context was delivered: $case', ({ deliveries, answered, name }) => {
    const receipt = { transactionId: 't-1', deliveries };

    expect(measured([callerGone], { answered, receipt })).toEqual([{ name, value: 1 }]);
  });

  it('tell from the receipt when the other side’s leg is the last to end', () => {
    const receipt = { transactionId: 't-1', deliveries: [] };
    const calleeGone = { kind: 'legEnded', leg: 'LEG-B' } as const;

    expect(measured([calleeGone], { answered: true, receipt })).toEqual([{ name: 'ContextNotDelivered', value: 1 }]);
  });

  it('count voicemails and commands that were refused', () => {
    const attempt: AttemptMade = { number: 2, kind: 'voicemail', id: 'after-hours' };

    expect(measured([{ kind: 'voicemailLeft', attempt }])).toEqual([
      { name: 'VoicemailsLeft', value: 1, destinationKind: 'voicemail', destinationId: 'after-hours' },
    ]);
    expect(measured([{ kind: 'commandRefused', because: 'forged' }])).toEqual([{ name: 'CommandsRefused', value: 1 }]);
  });
});
