import * as z from 'zod';
import { e164Schema } from '../shared/contracts/call-context.ts';
import { ingresses } from '../shared/domain/call-context.ts';
import {
  afterwardsOffers,
  callerKeyCommands,
  callerKeyDigits,
  recordingPolicies,
} from '../shared/domain/routing/call-service.ts';
import type { Adviser } from './advisers.ts';
import { attemptSchema, meetingAttemptSchema } from './attempt-schema.ts';
import { leftOut, recordings, type CallFacts, type CallState } from './call-state.ts';

const facts = z.object({
  entry: z.enum(ingresses),
  contextId: z.string().exactOptional(),
  tableVersion: z.int().exactOptional(),
  ruleId: z.string(),
  callerId: e164Schema,
  locale: z.string().exactOptional(),
  reasonId: z.string().exactOptional(),
  service: z
    .object({
      recording: z.enum(recordingPolicies).exactOptional(),
      afterwards: z.enum(afterwardsOffers).exactOptional(),
      keys: z.partialRecord(z.enum(callerKeyDigits), z.enum(callerKeyCommands)).exactOptional(),
    })
    .exactOptional(),
  commandIds: z.array(z.string()).exactOptional(),
  answered: z.literal(true).exactOptional(),
}) satisfies z.ZodType<CallFacts>;

const meeting = z.object({ meetingId: z.string(), attendeeId: z.string() });
const adviser = z.object({
  id: z.string(),
  isThere: z.boolean(),
  at: z.number().exactOptional(),
}) satisfies z.ZodType<Adviser>;
const advisers = z.array(adviser).exactOptional();
const following = {
  facts,
  attemptNumber: z.int().nonnegative(),
  remaining: z.array(attemptSchema),
  recording: z.enum(recordings),
};

/** A call's state, whatever it was put together from. */
export const callStateSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('new') }),
  z.object({ phase: z.literal('callingBack'), contextId: z.string().exactOptional() }),
  z.object({ phase: z.literal('choosing'), ...following, options: z.array(z.string()).max(9) }),
  z.object({ phase: z.enum(['confirming', 'consenting']), ...following }),
  z.object({
    phase: z.literal('trying'),
    ...following,
    current: attemptSchema,
    without: z.array(z.enum(leftOut)).exactOptional(),
    meeting: meeting.exactOptional(),
  }),
  z.object({
    phase: z.literal('waiting'),
    ...following,
    current: meetingAttemptSchema,
    meeting,
    rounds: z.int().nonnegative(),
    advisers,
  }),
  z.object({
    phase: z.literal('connected'),
    ...following,
    current: attemptSchema,
    meeting: meeting.exactOptional(),
    advisers,
  }),
  z.object({
    phase: z.literal('rejoining'),
    ...following,
    current: attemptSchema,
    meeting,
    rounds: z.int().nonnegative(),
    advisers,
  }),
  z.object({ phase: z.literal('leaving'), ...following, meeting: meeting.exactOptional() }),
  z.object({
    phase: z.literal('offering'),
    facts,
    attemptNumber: z.int().nonnegative(),
    recording: z.enum(recordings),
  }),
  z.object({ phase: z.literal('surveying'), facts }),
  z.object({ phase: z.literal('parting'), facts }),
  z.object({ phase: z.literal('apologising'), facts: facts.exactOptional() }),
  z.object({ phase: z.literal('ended'), facts: facts.exactOptional() }),
]) satisfies z.ZodType<CallState>;
