import * as z from 'zod';
import {
  afterwardsOffers,
  callerKeyCommands,
  callerKeyDigits,
  recordingPolicies,
  type CallService,
} from '../../domain/routing/call-service.ts';

/** What callers are granted, as it is stored: the domain's own, in JSON. */
export const storedCallServiceSchema = z.object({
  recording: z.enum(recordingPolicies).exactOptional(),
  afterwards: z.enum(afterwardsOffers).exactOptional(),
  keys: z.partialRecord(z.enum(callerKeyDigits), z.enum(callerKeyCommands)).exactOptional(),
}) satisfies z.ZodType<CallService>;
