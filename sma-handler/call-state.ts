import * as z from 'zod';
import type { TransactionAttributes } from '../shared/contracts/sma-event.ts';
import { e164Schema } from '../shared/contracts/call-context.ts';
import type { E164 } from '../shared/domain/phone-number.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';
import { headerProfiles } from '../shared/domain/routing/table.ts';

/** The caller's place in a meeting that was made for this call. No token: that is a secret. */
export interface MeetingPlace {
  readonly meetingId: string;
  readonly attendeeId: string;
}

/** What stays the same for the whole call. Ids and settings, nothing personal. */
export interface CallFacts {
  readonly contextId?: string;
  readonly tableVersion?: number;
  readonly ruleId: string;
  readonly callerId: E164;
  readonly locale?: string;
}

/** Where a call stands; the drawing is in call-flow.ts. */
export type CallState =
  /** Nothing has been decided, or what had been was lost on the way. */
  | { readonly phase: 'new' }
  | {
      readonly phase: 'trying';
      readonly facts: CallFacts;
      readonly attemptNumber: number;
      readonly current: Attempt;
      readonly remaining: readonly Attempt[];
      readonly meeting?: MeetingPlace;
    }
  | { readonly phase: 'connected'; readonly facts: CallFacts; readonly meeting?: MeetingPlace }
  | { readonly phase: 'apologising'; readonly facts?: CallFacts }
  | { readonly phase: 'ended' };

/** The meeting that was made for the call, while it is there. */
export function meetingOf(state: CallState): MeetingPlace | undefined {
  return 'meeting' in state ? state.meeting : undefined;
}

const timeoutSeconds = z.int().min(1).max(120);
const attemptSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('contactCenter'),
    id: z.string(),
    voiceConnectorArn: z.string(),
    user: z.string(),
    headerProfile: z.enum(headerProfiles),
    timeoutSeconds,
  }),
  z.object({ kind: z.literal('branch'), id: z.string(), number: e164Schema, timeoutSeconds }),
  z.object({ kind: z.literal('phone'), id: z.string(), number: e164Schema, timeoutSeconds }),
  z.object({ kind: z.literal('meeting'), id: z.string() }),
]) satisfies z.ZodType<Attempt>;

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

const attributesSchema = z.object({
  phase: z.enum(['new', 'trying', 'connected', 'apologising', 'ended']),
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
