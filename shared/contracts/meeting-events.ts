import * as z from 'zod';
import type { AdviserNewsCommand, AdviserNewsName } from '../domain/call-flow/call-command.ts';

/** How EventBridge says what it is: rules of the default bus go by it (Amazon Chime SDK developer guide, using-events). */
export const meetingStateChange = { source: 'aws.chime', detailType: 'Chime Meeting State Change' } as const;

/** What those who come and go are told by; a dropped connection is told instead of leaving, never beside it. */
export const attendeeEventTypes = ['chime:AttendeeJoined', 'chime:AttendeeLeft', 'chime:AttendeeDropped'] as const;

/** What ExternalMeetingId begins with in meetings that are opened for a call, and in no others of the account. */
export const meetingOfCallPrefix = 'skill-call-bridge:';

/** The pattern of an EventBridge rule for those who come and go in meetings of calls, on the default bus. */
export const adviserNewsPattern = {
  source: [meetingStateChange.source],
  'detail-type': [meetingStateChange.detailType],
  detail: { eventType: attendeeEventTypes, externalMeetingId: [{ prefix: meetingOfCallPrefix }] },
} as const;

/** The ExternalMeetingId of a meeting that is opened for a call: 2 to 64 characters are allowed, and this is 54. */
export function meetingNameOf(transactionId: string): string {
  return `${meetingOfCallPrefix}${transactionId}`;
}

/** The ExternalUserId of the caller's own place in it; whoever else is there has another. */
export function callersNameOf(transactionId: string, attemptNumber: number): string {
  return `${transactionId}-${attemptNumber}`;
}

/** Somebody who is not the caller came into, or left, or dropped out of, a meeting that was opened for a call. */
export interface AdviserNews extends AdviserNewsCommand {
  readonly transactionId: string;
  readonly meetingId: string;
  readonly attendeeId: string;
}

const newsOf: Readonly<Record<(typeof attendeeEventTypes)[number], AdviserNewsName>> = {
  'chime:AttendeeJoined': 'adviserJoined',
  'chime:AttendeeLeft': 'adviserLeft',
  'chime:AttendeeDropped': 'adviserDropped',
};

const eventSchema = z.object({
  source: z.literal(meetingStateChange.source),
  'detail-type': z.literal(meetingStateChange.detailType),
  detail: z.object({
    eventType: z.enum(attendeeEventTypes),
    meetingId: z.string().regex(/^[\w-]{2,64}$/),
    attendeeId: z.string().regex(/^[\w-]{2,64}$/),
    /** Epoch milliseconds. Events may come in another order than what they tell of (mtgs-sdk-notifications). */
    timestamp: z.int().nonnegative().optional().catch(undefined),
    externalMeetingId: z.string(),
    externalUserId: z.string(),
  }),
});

/** Undefined where the event is no news of an adviser: another meeting, the caller, or something else that happened. */
export function readAdviserNews(event: unknown): AdviserNews | undefined {
  const read = eventSchema.safeParse(event);
  if (!read.success) return undefined;
  const { eventType, timestamp, meetingId, attendeeId, externalMeetingId, externalUserId } = read.data.detail;
  if (!externalMeetingId.startsWith(meetingOfCallPrefix)) return undefined;
  const transactionId = externalMeetingId.slice(meetingOfCallPrefix.length);
  if (!/^[\da-f-]{36}$/i.test(transactionId) || externalUserId.startsWith(`${transactionId}-`)) return undefined;
  return {
    transactionId,
    command: newsOf[eventType],
    meetingId,
    attendeeId,
    ...(timestamp === undefined ? {} : { happenedAt: String(timestamp) }),
  };
}
