import * as z from 'zod';
import { e164Schema } from '../shared/contracts/call-context.ts';
import type { TransactionAttributes } from '../shared/contracts/sma-event.ts';
import { attemptSchema } from './attempt-schema.ts';
import { meetingOf, type CallFacts, type CallState } from './call-state.ts';

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

const attributesSchema = z.object({
  phase: z.enum(['new', 'trying', 'connected', 'parting', 'apologising', 'ended']),
  contextId: z.string().exactOptional(),
  table: z.coerce.number().int().exactOptional(),
  rule: z.string().exactOptional(),
  callerId: e164Schema.exactOptional(),
  locale: z.string().exactOptional(),
  attempt: z.coerce.number().int().exactOptional(),
  current: json.pipe(attemptSchema).exactOptional(),
  remaining: json.pipe(z.array(attemptSchema)).exactOptional(),
  meeting: json.pipe(z.object({ meetingId: z.string(), attendeeId: z.string() })).exactOptional(),
});

/**
 * The state as TransactionAttributes: text only, 10 keys at most, always all of them, so that it reads the same
 * whether AWS merges or replaces (transaction-attributes and update-trans-attributes contradict each other).
 * A key that no longer applies is sent as empty text, for under merging it would stay.
 */
export function writeState(state: CallState): TransactionAttributes {
  const facts = 'facts' in state ? state.facts : undefined;
  const meeting = meetingOf(state);
  const trying = state.phase === 'trying' ? state : undefined;
  return {
    phase: state.phase,
    contextId: facts?.contextId ?? '',
    table: facts?.tableVersion?.toString() ?? '',
    rule: facts?.ruleId ?? '',
    callerId: facts?.callerId ?? '',
    locale: facts?.locale ?? '',
    attempt: trying?.attemptNumber.toString() ?? '',
    current: trying === undefined ? '' : JSON.stringify(trying.current),
    remaining: trying === undefined ? '' : JSON.stringify(trying.remaining),
    meeting: meeting === undefined ? '' : JSON.stringify(meeting),
  };
}

/** Reads what `writeState` wrote; anything else is a call that nothing is known of. */
export function readState(attributes: TransactionAttributes | null | undefined): CallState {
  const present = Object.fromEntries(Object.entries(attributes ?? {}).filter(([, value]) => value !== ''));
  const read = attributesSchema.safeParse(present);
  if (!read.success) return { phase: 'new' };
  const { phase, meeting, current, attempt, remaining = [] } = read.data;
  const facts = readFacts(read.data);
  const inMeeting = meeting === undefined ? {} : { meeting };
  switch (phase) {
    case 'trying':
      if (facts === undefined || current === undefined || attempt === undefined) return { phase: 'new' };
      return { phase, facts, attemptNumber: attempt, current, remaining, ...inMeeting };
    case 'connected':
      return facts === undefined ? { phase: 'new' } : { phase, facts, ...inMeeting };
    case 'parting':
      return facts === undefined ? { phase: 'new' } : { phase, facts };
    case 'apologising':
      return { phase, ...(facts === undefined ? {} : { facts }) };
    default:
      return { phase };
  }
}

function readFacts({
  contextId,
  table,
  rule,
  callerId,
  locale,
}: z.infer<typeof attributesSchema>): CallFacts | undefined {
  if (rule === undefined || callerId === undefined) return undefined;
  return {
    ruleId: rule,
    callerId,
    ...(contextId === undefined ? {} : { contextId }),
    ...(table === undefined ? {} : { tableVersion: table }),
    ...(locale === undefined ? {} : { locale }),
  };
}
