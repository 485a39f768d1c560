import * as z from 'zod';
import { ingresses } from '../domain/call-context.ts';
import type { CallRecord, DeliveryReceipt } from '../domain/call-flow/call-record.ts';
import { callEndings, hangers, type CallStory } from '../domain/call-flow/call-story.ts';
import type { EpochMs } from '../domain/time.ts';
import { callRecordSchema } from './call-record.ts';
import { attemptMadeSchema, contextSendingSchema, outcomeSchema } from './happening.ts';

/** What the console API answers about calls. All times are ISO 8601 in UTC; newer releases may add fields. */
const time = z.iso.datetime();
const milliseconds = z.number().nonnegative();

/** A call in short. */
export const callSummarySchema = z.object({
  startedAt: time,
  endedAt: time.exactOptional(),
  ending: z.enum(callEndings),
  hungUpBy: z.enum(hangers).exactOptional(),
  entry: z.enum(ingresses).exactOptional(),
  ruleId: z.string().exactOptional(),
  tableVersion: z.int().exactOptional(),
  reasonId: z.string().exactOptional(),
  locale: z.string().exactOptional(),
  fallbackUsed: z.boolean(),
  attempts: z.array(
    attemptMadeSchema.extend({
      beganAt: time.exactOptional(),
      rangMs: milliseconds.exactOptional(),
      outcome: outcomeSchema.exactOptional(),
      errorType: z.string().exactOptional(),
      context: contextSendingSchema.exactOptional(),
    }),
  ),
  answeredBy: z.string().exactOptional(),
  timeToAnswerMs: milliseconds.exactOptional(),
  contextSent: z.boolean(),
  contextDelivered: z.boolean().exactOptional(),
  voicemail: z.object({ bucket: z.string().exactOptional(), key: z.string().exactOptional() }).exactOptional(),
  mark: z.int().exactOptional(),
  breaches: z.int().nonnegative(),
  slowestMs: milliseconds,
});
export type CallSummaryAnswer = z.infer<typeof callSummarySchema>;

export const callRecordAnswerSchema = callRecordSchema.extend({ at: time, callStartedAt: time });
export type CallRecordAnswer = z.infer<typeof callRecordAnswerSchema>;

/** Of `GET /calls`. With a cursor there are more: give it with the same `from` and `to`. */
export const callsResponseSchema = z.object({
  from: time,
  to: time,
  /** Latest first; without a summary where records cannot be read. */
  calls: z.array(z.object({ transactionId: z.string(), startedAt: time, summary: callSummarySchema.exactOptional() })),
  cursor: z.string().exactOptional(),
});
export type CallsResponse = z.infer<typeof callsResponseSchema>;

/** Of `GET /calls/{transactionId}`. */
export const callResponseSchema = z.object({
  transactionId: z.string(),
  /** Absent where there is nothing but a receipt. */
  summary: callSummarySchema.exactOptional(),
  /** By sequence. */
  records: z.array(callRecordAnswerSchema),
  /** Who looked at the caller's context, and when; absent where nobody has asked yet, or there was none. */
  deliveries: z.array(z.object({ to: z.string(), at: time })).exactOptional(),
});
export type CallResponse = z.infer<typeof callResponseSchema>;

export function summaryAnswer({ startedAt, endedAt, attempts, ...story }: CallStory): CallSummaryAnswer {
  return {
    ...story,
    startedAt: iso(startedAt),
    ...(endedAt === undefined ? {} : { endedAt: iso(endedAt) }),
    attempts: attempts.map(({ beganAt, ...attempt }) => ({
      ...attempt,
      ...(beganAt === undefined ? {} : { beganAt: iso(beganAt) }),
    })),
  };
}

export function recordAnswer({ at, callStartedAt, ...record }: CallRecord): CallRecordAnswer {
  const { actions, happenings } = record;
  return {
    ...record,
    actions: [...actions],
    happenings: happenings.map(writable),
    at: iso(at),
    callStartedAt: iso(callStartedAt),
  };
}

export function deliveriesAnswer({ deliveries }: DeliveryReceipt): NonNullable<CallResponse['deliveries']> {
  return deliveries.map(({ to, at }) => ({ to, at: iso(at) }));
}

function writable(happening: CallRecord['happenings'][number]): CallRecordAnswer['happenings'][number] {
  return happening.kind === 'routed' ? { ...happening, destinations: [...happening.destinations] } : happening;
}

function iso(at: EpochMs): string {
  return new Date(at).toISOString();
}
