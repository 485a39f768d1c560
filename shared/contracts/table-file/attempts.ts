import * as z from 'zod';
import { policyActions, type PolicyOutcome } from '../../domain/routing/attempt-policy.ts';
import { localizedTextSchema } from './localized.ts';
import { fileObject, idSchema, listOf, numberSchema } from './parts.ts';

/** Half the circumference of the Earth: nothing is farther. */
const farthestKilometers = 20_038;

/**
 * Ring time in seconds: 1 to 120, 30 by default (CallTimeoutSeconds of CallAndBridge). Of a meeting: how long an adviser is
 * waited for, 60 by default.
 */
const timeoutSchema = z
  .int('must be whole seconds, 1 to 120')
  .min(1, 'must be 1 to 120 seconds')
  .max(120, 'must be 1 to 120 seconds');

/** What to do when nobody answers, and so on; what is left out keeps its usual action. */
const policyActionSchema = z
  .enum(policyActions, { error: `must be one of ${policyActions.join(', ')}` })
  .exactOptional();
const onOutcomeSchema = fileObject({
  notAnswered: policyActionSchema,
  declined: policyActionSchema,
  unreachable: policyActionSchema,
  misconfigured: policyActionSchema,
} satisfies Record<PolicyOutcome, unknown>);

const upToSchema = z.int('must be a whole number').min(1, 'must be 1 to 10').max(10, 'must be 1 to 10').default(1);

const kilometersSchema = z
  .number({ error: 'must be a distance in kilometres' })
  .positive('must be more than 0 kilometres')
  .max(farthestKilometers, 'must be a distance on Earth, in kilometres');

/** Kinds that can be one of several to choose from. */
const simpleShape = {
  /** A contact centre's id. */
  contactCenter: idSchema.exactOptional(),
  /** A branch's id. */
  branch: idSchema.exactOptional(),
  phone: fileObject({ id: idSchema, number: numberSchema }).exactOptional(),
  /** A meeting's name: 2 to 32 characters. */
  meeting: idSchema.min(2, 'must have 2 characters at least').exactOptional(),
  /** The id of one of `lookUps`: an operator's service that says where to go. */
  lookUp: idSchema.exactOptional(),
  /** Words, after which the next attempt follows, or the end. */
  message: fileObject({ id: idSchema, words: localizedTextSchema }).exactOptional(),
  voicemail: fileObject({
    id: idSchema,
    /** Said before the tone. */
    words: localizedTextSchema,
    /** How long the caller may speak: 1 to 600 s, 120 by default. */
    maximum: z
      .int('must be whole seconds')
      .min(1, 'must be 1 to 600 seconds')
      .max(600, 'must be 1 to 600 seconds')
      .default(120),
  }).exactOptional(),
} as const;

export const simpleAttemptKinds = Object.keys(simpleShape) as (keyof typeof simpleShape)[];

const weightedAttemptSchema = exactlyOneOf(
  simpleAttemptKinds,
  fileObject({
    ...simpleShape,
    /** A choice is made in proportion to the weights: 1 to 10,000. */
    weight: z.int('must be a whole number').min(1, 'must be 1 to 10,000').max(10_000, 'must be 1 to 10,000'),
    timeout: timeoutSchema.exactOptional(),
    onOutcome: onOutcomeSchema.exactOptional(),
  }),
);
export type FileWeightedAttempt = z.infer<typeof weightedAttemptSchema>;

/** One entry for each kind of attempt, by the name it has in the file. */
export const attemptShape = {
  ...simpleShape,
  nearestBranch: fileObject({
    /** One that branches offer. Default: any branch will do. */
    service: idSchema.exactOptional(),
    /** Kilometres. */
    within: kilometersSchema,
    /** How many branches to try, nearest first: 1 to 10, 1 by default. */
    upTo: upToSchema,
    /** Branches at most this many kilometres farther than the nearest share its callers, by capacity. Default: none. */
    spread: kilometersSchema.exactOptional(),
  }).exactOptional(),
  choice: fileObject({
    /** How many of them to try, one after the other: 1 to 10, 1 by default. */
    upTo: upToSchema,
    from: listOf(weightedAttemptSchema)
      .min(2, 'must have two attempts at least')
      .max(50, 'must have 50 attempts at most'),
  }).exactOptional(),
} as const;

export const attemptKinds = Object.keys(attemptShape) as (keyof typeof attemptShape)[];

/** Kinds that wait for nobody, and those whose members say for themselves how long. */
const timeless = ['message', 'voicemail', 'choice'] as const;

export const attemptSchema = exactlyOneOf(
  attemptKinds,
  fileObject({
    ...attemptShape,
    timeout: timeoutSchema.exactOptional(),
    onOutcome: onOutcomeSchema.exactOptional(),
  }),
)
  .superRefine((attempt, context) => {
    const kind = timeless.find((each) => attempt[each] !== undefined);
    if (kind !== undefined && attempt.timeout !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['timeout'],
        message: `does not belong to a ${kind}, which waits for nobody: leave it out`,
      });
  })
  .superRefine((attempt, context) => {
    const kind = (['message', 'choice'] as const).find((each) => attempt[each] !== undefined);
    if (kind !== undefined && attempt.onOutcome !== undefined)
      context.addIssue({ code: 'custom', path: ['onOutcome'], message: `does not belong to a ${kind}: leave it out` });
  });
export type FileAttempt = z.infer<typeof attemptSchema>;

/** In order; nobody waits for more than 20. */
export const attemptsSchema = listOf(attemptSchema).max(20, 'must be 20 attempts at most');

/** The one of these kinds that an attempt is; JSON Schema says it with `oneOf`, by the metadata. */
function exactlyOneOf<Schema extends z.ZodObject>(kinds: readonly string[], schema: Schema): Schema {
  return schema
    .refine(
      (attempt) => kinds.filter((kind) => (attempt as Record<string, unknown>)[kind] !== undefined).length === 1,
      {
        error: `must have exactly one of ${kinds.join(', ')}`,
      },
    )
    .meta({ exactlyOneOf: kinds });
}
