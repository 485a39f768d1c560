import * as z from 'zod';
import { fileObject, idSchema, listOf, numberSchema } from './parts.ts';

/** Half the circumference of the Earth: nothing is farther. */
const farthestKilometers = 20_038;

/** One entry for each kind of attempt, by the name it has in the file. */
export const attemptShape = {
  /** A contact centre's id. */
  contactCenter: idSchema.exactOptional(),
  nearestBranch: fileObject({
    /** One that branches offer. Default: any branch will do. */
    service: idSchema.exactOptional(),
    /** Kilometres. */
    within: z
      .number({ error: 'must be a distance in kilometres' })
      .positive('must be more than 0 kilometres')
      .max(farthestKilometers, 'must be a distance on Earth, in kilometres'),
    /** How many branches to try, nearest first: 1 to 10, 1 by default. */
    upTo: z.int('must be a whole number').min(1, 'must be 1 to 10').max(10, 'must be 1 to 10').default(1),
  }).exactOptional(),
  /** A branch's id. */
  branch: idSchema.exactOptional(),
  phone: fileObject({ id: idSchema, number: numberSchema }).exactOptional(),
  /** A meeting's name: 2 to 32 characters. */
  meeting: idSchema.min(2, 'must have 2 characters at least').exactOptional(),
} as const;

export const attemptKinds = Object.keys(attemptShape) as (keyof typeof attemptShape)[];

export const attemptSchema = fileObject({
  ...attemptShape,
  /** Ring time in seconds: 1 to 120, 30 by default (CallTimeoutSeconds of CallAndBridge). */
  timeout: z
    .int('must be whole seconds, 1 to 120')
    .min(1, 'must be 1 to 120 seconds')
    .max(120, 'must be 1 to 120 seconds')
    .exactOptional(),
})
  .refine((attempt) => attemptKinds.filter((kind) => attempt[kind] !== undefined).length === 1, {
    error: `must have exactly one of ${attemptKinds.join(', ')}`,
  })
  .refine((attempt) => attempt.meeting === undefined || attempt.timeout === undefined, {
    path: ['timeout'],
    error: 'does not belong to a meeting, which does not ring: leave it out',
  });
export type FileAttempt = z.infer<typeof attemptSchema>;

export const attemptsSchema = listOf(attemptSchema);
