import * as z from 'zod';
import { callsResponseSchema } from './calls-api.ts';

/** What the console API answers to the agent's desk. All times are ISO 8601 in UTC; newer releases may add fields. */
const time = z.iso.datetime();

/**
 * Of `GET /call-contexts/{id}/calls`: calls of this context, and of others of the same caller that have not expired, latest first.
 * Contexts last an hour: nobody is known for longer.
 */
export const callsOfContextResponseSchema = z.object({
  calls: z.array(
    z.object({
      ...callsResponseSchema.shape.calls.element.shape,
      /** Of this very context; else of another one of the same caller. */
      sameContext: z.boolean(),
    }),
  ),
});
export type CallsOfContextResponse = z.infer<typeof callsOfContextResponseSchema>;

/**
 * Of `GET /calls/live`, the data of an event `calls`: all calls under way, and the latest 50 of the last hour that have ended. The event's
 * id stands for all of it: sent again as Last-Event-ID, it gets an event when something has changed, and a comment until then.
 */
export const liveCallsSchema = z.object({
  /** Of the answer: what "waiting since" is held against. */
  now: time,
  calls: z.array(
    z.object({
      ...callsResponseSchema.shape.calls.element.shape,
      /** The key to the caller's context, for whoever may read contexts. */
      contextId: z.string().exactOptional(),
      /** How the reason begins, in 10 characters at most, while nothing more is known: the id of the context tells it. */
      reasonHint: z.string().exactOptional(),
      /** Whom it rings, or who talks to the caller: "branch:tacoma". */
      destination: z.string().exactOptional(),
      /** The meeting that the caller waits in, or talks in. */
      meetingId: z.string().exactOptional(),
    }),
  ),
});
export type LiveCalls = z.infer<typeof liveCallsSchema>;
export type LiveCall = LiveCalls['calls'][number];
export const liveCallsEvent = 'calls';

/** Of `POST /calls/{transactionId}/attendees`: what amazon-chime-sdk-js joins with, as the Chime SDK Meetings API gives it. */
export const joinCallResponseSchema = z.object({
  meeting: z.looseObject({
    MeetingId: z.string(),
    MediaRegion: z.string().exactOptional(),
    MediaPlacement: z.looseObject({ AudioHostUrl: z.string().exactOptional() }).exactOptional(),
  }),
  attendee: z.looseObject({ AttendeeId: z.string(), ExternalUserId: z.string(), JoinToken: z.string() }),
});
export type JoinCallResponse = z.infer<typeof joinCallResponseSchema>;
