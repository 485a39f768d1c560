import * as z from 'zod';

/** How the event says what it is: rules of the bus go by it. */
export const adviserWantedEvent = { source: 'skill-call-bridge', detailType: 'Adviser Wanted' } as const;

/** The detail of the event "Adviser Wanted": a caller waits in a meeting. Identifiers only; newer releases may add to it. */
export const adviserInvitationSchema = z.object({
  transactionId: z.string(),
  /** The destination's id in the routing table. */
  destinationId: z.string(),
  meetingId: z.string(),
  /** By it the console API tells who waits, and why. */
  contextId: z.string().exactOptional(),
  /** BCP 47. */
  locale: z.string().exactOptional(),
  /** How long the caller is let wait, in seconds. */
  waitsSeconds: z.number().positive(),
});
export type AdviserInvitationDetail = z.infer<typeof adviserInvitationSchema>;
