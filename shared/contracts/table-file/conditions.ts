import * as z from 'zod';
import { ingresses } from '../../domain/call-context.ts';
import { fileObject, idSchema, listOf, textSchema } from './parts.ts';
import { suggestion } from './nearest-name.ts';

/** One entry for each kind of condition, by the name it has in `when`. */
export const conditionShape = {
  /** Ids from `reasons`, or "other" for what fits none of them. */
  reason: listOf(idSchema).exactOptional(),
  entry: listOf(
    z.enum(ingresses, { error: (issue) => `must be a way in${suggestion(String(issue.input), ingresses)}` }),
  ).exactOptional(),
  locale: listOf(textSchema.regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'must be a locale such as en-US')).exactOptional(),
  /** Two-letter states, in capitals or not. */
  state: listOf(textSchema).exactOptional(),
  /** The first characters of postal codes. */
  postalPrefix: listOf(textSchema).exactOptional(),
  /** By attribute name, the values that fit. */
  attribute: z.record(textSchema, listOf(textSchema), { error: 'must be a map: {tier: [gold]}' }).exactOptional(),
  /** By schedule id. */
  schedule: z
    .record(idSchema, z.enum(['open', 'closed'], { error: 'must be open or closed' }), {
      error: 'must be a map: {office-hours: open}',
    })
    .exactOptional(),
} as const;

export const whenSchema = fileObject(conditionShape);
export type FileConditions = z.infer<typeof whenSchema>;
