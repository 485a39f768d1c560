import * as z from 'zod';

/** Set on everything by the app itself. */
const ownKeys = ['name', 'environment'];

/** What every service that is used here takes in a tag (AWS general reference, tag naming limits). */
const tagText = /^[\p{L}\p{N} _.:/=+\-@]*$/u;

const keySchema = z
  .string()
  .min(1, 'must not be empty')
  .max(128, 'must have 128 characters at most')
  .regex(tagText, 'may have letters, digits, blanks and _ . : / = + - @ only')
  .refine((key) => !key.toLowerCase().startsWith('aws:'), 'must not begin with "aws:", which AWS keeps to itself')
  .refine((key) => !ownKeys.includes(key), 'is set by the deployment itself: take another');

/** Of all that is deployed, beside `name` and `environment`. */
export const tagsSchema = z
  .record(
    keySchema,
    z
      .string('must be text: put it in quotes')
      .max(256, 'must have 256 characters at most')
      .regex(tagText, 'may have letters, digits, blanks and _ . : / = + - @ only'),
    { error: ({ code }) => (code === 'invalid_type' ? 'must be a map from tags to their values' : undefined) },
  )
  // 50 on a resource (AWS general reference), of which some are AWS's own and ours.
  .refine((tags) => Object.keys(tags).length <= 40, 'has more than 40 tags: take some out');
