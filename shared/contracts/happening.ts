import * as z from 'zod';
import { ingresses } from '../domain/call-context.ts';
import { contextSendings, type AttemptMade, type Happening } from '../domain/call-flow/happening.ts';
import type { Outcome } from '../domain/call-flow/outcome.ts';
import { policyOutcomes } from '../domain/routing/attempt-policy.ts';
import type { AttemptKind } from '../domain/routing/plan.ts';

const attemptKinds = [
  'contactCenter',
  'branch',
  'phone',
  'meeting',
  'lookUp',
  'message',
  'voicemail',
] as const satisfies readonly AttemptKind[];
const outcomes = ['answered', ...policyOutcomes, 'callerLeft'] as const satisfies readonly Outcome[];

const text = z.string();

export const attemptMadeSchema = z.object({
  number: z.int().positive(),
  kind: z.enum(attemptKinds),
  id: text,
}) satisfies z.ZodType<AttemptMade>;
export const contextSendingSchema = z.enum(contextSendings);
export const outcomeSchema = z.enum(outcomes);

/** What came to pass in one invocation, as records keep it. */
export const happeningSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('routed'),
    entry: z.enum(ingresses),
    ruleId: text,
    tableVersion: z.int().exactOptional(),
    reasonId: text.exactOptional(),
    locale: text.exactOptional(),
    destinations: z.array(text),
    seed: text.exactOptional(),
    passedOver: text.exactOptional(),
  }),
  z.object({
    kind: z.enum([
      'menuAsked',
      'callbackAsked',
      'recordingAsked',
      'anotherTryOffered',
      'surveyAsked',
      'apologised',
      'recordingStarted',
      'recordingFailed',
      'recordingPaused',
      'recordingResumed',
    ]),
  }),
  z.object({ kind: z.literal('menuAnswered'), reasonId: text.exactOptional() }),
  z.object({ kind: z.enum(['callbackAnswered', 'recordingAnswered', 'anotherTryAnswered']), yes: z.boolean() }),
  z.object({
    kind: z.literal('attemptBegan'),
    attempt: attemptMadeSchema,
    context: contextSendingSchema.exactOptional(),
    meetingId: text.exactOptional(),
  }),
  z.object({
    kind: z.literal('attemptEnded'),
    attempt: attemptMadeSchema,
    outcome: outcomeSchema,
    errorType: text.exactOptional(),
  }),
  z.object({
    kind: z.literal('voicemailLeft'),
    attempt: attemptMadeSchema,
    bucket: text.exactOptional(),
    key: text.exactOptional(),
  }),
  z.object({ kind: z.literal('legEnded'), leg: z.enum(['LEG-A', 'LEG-B']), sipResponseCode: z.int().exactOptional() }),
  z.object({ kind: z.literal('surveyAnswered'), mark: z.int().exactOptional() }),
  z.object({
    kind: z.literal('commanded'),
    command: text,
    from: z.enum(['caller', 'operator']),
    destination: text.exactOptional(),
  }),
  z.object({ kind: z.literal('commandRefused'), because: text }),
  z.object({ kind: z.literal('breached'), rule: text }),
]) satisfies z.ZodType<Happening>;
