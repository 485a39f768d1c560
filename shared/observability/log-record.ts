import { assertNever } from '../domain/assert-never.ts';
import type { CallRecord } from '../domain/call-flow/call-record.ts';
import type { AttemptMade, Happening } from '../domain/call-flow/happening.ts';
import { listedInField, type LogFields } from './log-fields.ts';
import type { Logger } from './logger.ts';

/**
 * One line for the invocation, and one for each thing that came to pass in it, all with the transaction's id and the sequence: whoever looks
 * for a call in the logs finds its story. What was breached is a warning.
 */
export function logRecord(logger: Logger, record: CallRecord): void {
  const call = { transactionId: record.transactionId, sequence: record.sequence };
  for (const happening of record.happenings) {
    const fields = { ...call, ...fieldsOf(happening) };
    const event = `call-${kebabCase(happening.kind)}`;
    if (happening.kind === 'breached') logger.warn(event, fields);
    else logger.info(event, fields);
  }
  logger.info('invocation-answered', {
    ...call,
    invocationEventType: record.event,
    phase: record.phase,
    actions: listedInField(record.actions),
    milliseconds: record.tookMs,
  });
}

/** What a log line may tell of it. */
function fieldsOf(happening: Happening): LogFields {
  switch (happening.kind) {
    case 'routed': {
      const { entry, ruleId, tableVersion, reasonId, locale, passedOver, destinations } = happening;
      return { entry, ruleId, tableVersion, reasonId, locale, passedOver, destinations: listedInField(destinations) };
    }
    case 'menuAnswered':
      return { reasonId: happening.reasonId };
    case 'callbackAnswered':
    case 'recordingAnswered':
    case 'anotherTryAnswered':
      return { answer: happening.yes ? 'yes' : 'no' };
    case 'attemptBegan':
      return { ...ofAttempt(happening.attempt), contextSending: happening.context };
    case 'attemptEnded':
      return { ...ofAttempt(happening.attempt), outcome: happening.outcome, errorType: happening.errorType };
    case 'voicemailLeft':
      return ofAttempt(happening.attempt);
    case 'legEnded':
      return { leg: happening.leg, status: happening.sipResponseCode };
    case 'surveyAnswered':
      return { answer: happening.mark?.toString() };
    case 'commanded':
      return { command: happening.command, commandedBy: happening.from, destinationId: happening.destination };
    case 'commandRefused':
      return { code: happening.because };
    case 'breached':
      return { breach: happening.rule };
    case 'menuAsked':
    case 'callbackAsked':
    case 'recordingAsked':
    case 'recordingStarted':
    case 'recordingFailed':
    case 'recordingPaused':
    case 'recordingResumed':
    case 'anotherTryOffered':
    case 'surveyAsked':
    case 'apologised':
      return {};
    default:
      return assertNever(happening);
  }
}

function ofAttempt({ number, kind, id }: AttemptMade): LogFields {
  return { attemptNumber: number, destinationKind: kind, destinationId: id };
}

function kebabCase(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
