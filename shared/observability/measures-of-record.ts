import { assertNever } from '../domain/assert-never.ts';
import { isAnswer } from '../domain/call-flow/answer.ts';
import { beginsCall } from '../domain/call-flow/beginning.ts';
import type { CallRecord, DeliveryReceipt } from '../domain/call-flow/call-record.ts';
import type { AttemptMade, Happening } from '../domain/call-flow/happening.ts';
import { defaultDestination } from '../domain/routing/plan.ts';
import type { Measure, MetricName } from './metrics.ts';

/** What a record does not tell, for it is about one invocation only. */
export interface CallSoFar {
  /** Somebody had answered before this invocation. */
  readonly answered: boolean;
  /** Of a call that has ended, and whose context went along. */
  readonly receipt?: DeliveryReceipt;
}

/**
 * What is counted of one invocation. A call counts once: when it begins; when somebody answers it first, or when the caller is gone and nobody had.
 * An answer that comes after a transfer or another try counts for its destination, not for the call. A fallback is used when there is no
 * table to decide by: that a later attempt of a plan is answered is what plans are for, and the failed ones count for their destinations.
 * Breaches are counted when there are none, too: an alarm must have data.
 */
export function measuresOf(record: CallRecord, { answered, receipt }: CallSoFar): readonly Measure[] {
  const answer = record.happenings.findIndex(isAnswer);
  return [
    ...beginning(record),
    ...record.happenings.flatMap((happening, index) => [
      ...ofHappening(happening),
      ...(index === answer && !answered ? ofFirstAnswer(happening, record) : []),
    ]),
    ...ending(record, { answered: answered || answer >= 0, ...(receipt === undefined ? {} : { receipt }) }),
    count('InvariantBreaches', record.happenings.filter(({ kind }) => kind === 'breached').length),
  ];
}

function beginning(record: CallRecord): readonly Measure[] {
  return beginsCall(record) ? [count('Calls')] : [];
}

function ofHappening(happening: Happening): readonly Measure[] {
  switch (happening.kind) {
    case 'routed':
      return happening.ruleId === defaultDestination ? [count('FallbackUsed')] : [];
    case 'attemptBegan':
      return [of('AttemptsMade', happening.attempt), ...ofContext(happening)];
    case 'attemptEnded':
      return ofOutcome(happening);
    case 'voicemailLeft':
      return [of('VoicemailsLeft', happening.attempt)];
    case 'commandRefused':
      return [count('CommandsRefused')];
    case 'menuAsked':
    case 'menuAnswered':
    case 'callbackAsked':
    case 'callbackAnswered':
    case 'recordingAsked':
    case 'recordingAnswered':
    case 'recordingStarted':
    case 'recordingFailed':
    case 'recordingPaused':
    case 'recordingResumed':
    case 'legEnded':
    case 'anotherTryOffered':
    case 'anotherTryAnswered':
    case 'surveyAsked':
    case 'surveyAnswered':
    case 'commanded':
    case 'apologised':
    // Counted together, at the end.
    case 'breached':
      return [];
    default:
      return assertNever(happening);
  }
}

function ofContext({ attempt, context }: Extract<Happening, { kind: 'attemptBegan' }>): readonly Measure[] {
  switch (context) {
    case 'sent':
      return [of('ContextSent', attempt)];
    case 'refused':
      return [of('ContextRefused', attempt)];
    case 'notSent':
    case undefined:
      return [];
    default:
      return assertNever(context);
  }
}

/** A caller who leaves is no fault of the destination's. */
function ofOutcome({ attempt, outcome }: Extract<Happening, { kind: 'attemptEnded' }>): readonly Measure[] {
  switch (outcome) {
    case 'answered':
      return [of('AttemptsAnswered', attempt)];
    case 'callerLeft':
      return [];
    case 'notAnswered':
    case 'declined':
    case 'unreachable':
    case 'misconfigured':
      return [of('AttemptsFailed', attempt)];
    default:
      return assertNever(outcome);
  }
}

function ofFirstAnswer(happening: Happening, { at, callStartedAt }: CallRecord): readonly Measure[] {
  if (happening.kind !== 'attemptEnded') return [];
  // PSTN Audio's clock and the function's are two.
  const milliseconds = Math.max(0, at - callStartedAt);
  return [count('CallsAnswered'), { ...of('TimeToAnswer', happening.attempt), value: milliseconds }];
}

/** The caller's leg ends once; other events may come after it. */
function ending({ happenings }: CallRecord, { answered, receipt }: CallSoFar): readonly Measure[] {
  const callerLeft = happenings.some((happening) => happening.kind === 'legEnded' && happening.leg === 'LEG-A');
  return [...(callerLeft && !answered ? [count('CallsUnanswered')] : []), ...ofReceipt(receipt, answered)];
}

/** Where nobody answered, nobody had a reason to look. */
function ofReceipt(receipt: DeliveryReceipt | undefined, answered: boolean): readonly Measure[] {
  if (receipt === undefined) return [];
  if (receipt.deliveries.length > 0) return [count('ContextDelivered')];
  return answered ? [count('ContextNotDelivered')] : [];
}

function count(name: MetricName, value = 1): Measure {
  return { name, value };
}

function of(name: MetricName, { kind, id }: AttemptMade): Measure {
  return { name, value: 1, destinationKind: kind, destinationId: id };
}
