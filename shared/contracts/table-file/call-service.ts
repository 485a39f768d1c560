import * as z from 'zod';
import {
  afterwardsOffers,
  callerKeyCommands,
  recordingPolicies,
  type CallerKeyDigit,
} from '../../domain/routing/call-service.ts';
import { fileObject } from './parts.ts';

const keyCommandSchema = z
  .enum(callerKeyCommands, { error: `must be one of ${callerKeyCommands.join(', ')}` })
  .exactOptional();

/** What a rule, or the default, grants its callers beside the attempts. */
export const callServiceShape = {
  /** `always`: the conversation is recorded, and the caller is told before; `ask`: only when they press 1. */
  recording: z.enum(recordingPolicies, { error: `must be one of ${recordingPolicies.join(', ')}` }).exactOptional(),
  /** What the caller is offered when the other side hangs up first: to be connected again, or a question to answer. */
  afterwards: z.enum(afterwardsOffers, { error: `must be one of ${afterwardsOffers.join(', ')}` }).exactOptional(),
  /** What the caller can press while they talk: `*`, then one of these digits. */
  keys: fileObject({
    0: keyCommandSchema,
    1: keyCommandSchema,
    2: keyCommandSchema,
    3: keyCommandSchema,
    4: keyCommandSchema,
    5: keyCommandSchema,
    6: keyCommandSchema,
    7: keyCommandSchema,
    8: keyCommandSchema,
    9: keyCommandSchema,
  } satisfies Record<CallerKeyDigit, unknown>).exactOptional(),
} as const;
const callServiceSchema = z.object(callServiceShape);
export type FileCallService = z.infer<typeof callServiceSchema>;
