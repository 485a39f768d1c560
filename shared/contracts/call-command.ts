import * as z from 'zod';
import { adviserNewsNames, callCommandNames, type CallCommand } from '../domain/call-flow/call-command.ts';

const destinationSchema = z
  .string()
  .regex(/^(?:contactCenter|branch|phone|meeting):[a-z][a-z0-9-]{0,31}$/, 'must be a kind and an id: "branch:tacoma"');

const meetingIdSchema = z.string().regex(/^[\w-]{2,64}$/, 'must be the id of a meeting');
const attendeeIdSchema = z.string().regex(/^[\w-]{2,64}$/, 'must be the id of an attendee');
const happenedAtSchema = z.string().regex(/^\d{1,15}$/, 'must be milliseconds since 1970, as text');

export const callCommandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('transfer'), destination: destinationSchema }),
  z.strictObject({
    command: z.enum(adviserNewsNames),
    meetingId: meetingIdSchema.exactOptional(),
    attendeeId: attendeeIdSchema.exactOptional(),
    happenedAt: happenedAtSchema.exactOptional(),
  }),
  z.strictObject({ command: z.enum(['hangUp', 'mute', 'unmute']) }),
]) satisfies z.ZodType<CallCommand>;

/**
 * The Arguments of UpdateSipMediaApplicationCall (0 to 20 pairs of text; Amazon Chime SDK developer guide, update-sip-call): the command,
 * and proof that the console sent it for this very call. Without it whoever may call the API may have calls dialled.
 */
export const callCommandArgumentsSchema = z.object({
  command: z.enum(callCommandNames),
  destination: destinationSchema.optional(),
  meetingId: meetingIdSchema.optional(),
  attendeeId: attendeeIdSchema.optional(),
  happenedAt: happenedAtSchema.optional(),
  /** Different for each command: one that is delivered again is done once. */
  commandId: z.string().min(8).max(64),
  /** Epoch milliseconds, as text. */
  issuedAt: z.string().regex(/^\d{13}$/),
  /** Key id, ".", HMAC in base64url. */
  signature: z.string().max(200),
});
export type CallCommandArguments = z.infer<typeof callCommandArgumentsSchema>;
