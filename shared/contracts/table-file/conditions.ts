import * as z from 'zod';
import { ingresses } from '../../domain/call-context.ts';
import { suggestion } from './nearest-name.ts';
import { fileObject, idSchema, listOf, numberPrefixSchema, textSchema } from './parts.ts';

export const localePattern = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

export const localeSchema = textSchema.regex(localePattern, 'must be a locale such as en-US, or a language such as en');

/** One that names a voice, as a language alone does not. */
export const fullLocaleSchema = textSchema.regex(
  /^[a-z]{2,3}-[A-Z]{2}$/,
  'must be a language with its region, such as en-US or fr-CA: it names a voice',
);

/** As a call context has them. */
const attributeNameSchema = textSchema.regex(
  /^[A-Za-z][\w.:-]{0,63}$/,
  'must start with a letter and have 1 to 64 letters, digits, "_", ".", ":" or "-"',
);

const number = z.number({ error: 'must be a number' });

/** Of the tests that have names. */
const testKeys = ['prefix', 'from', 'below', 'exists'];

/** What is asked of one attribute: a value, a list of values, or one of the tests by name. */
const attributeTestSchema = z.union(
  [
    textSchema,
    listOf(textSchema),
    fileObject({ prefix: listOf(textSchema) }, testKeys),
    fileObject({ from: number.exactOptional(), below: number.exactOptional() }, testKeys).refine(
      ({ from, below }) =>
        (from !== undefined || below !== undefined) && !(from !== undefined && below !== undefined && from >= below),
      // Without `abort` a form with strange keys and nothing of its own would count as the one that was meant.
      { error: 'must have from, below or both, and from less than below', abort: true },
    ),
    fileObject({ exists: z.boolean({ error: 'must be true or false' }) }, testKeys),
  ],
  {
    error:
      'must be a value, a list of values, {prefix: [a, b]}, {from: 0, below: 100} (numbers; below is not included) or {exists: true}',
  },
);
export type FileAttributeTest = z.infer<typeof attributeTestSchema>;

/** One entry for each kind of condition, by the name it has in `when`. */
export const conditionShape = {
  /** Ids from `reasons`, or "other" for what fits none of them. */
  reason: listOf(idSchema).exactOptional(),
  entry: listOf(
    z.enum(ingresses, { error: (issue) => `must be a way in${suggestion(String(issue.input), ingresses)}` }),
  ).exactOptional(),
  /** "en-US", or a language alone for all its regions. */
  locale: listOf(localeSchema).exactOptional(),
  /** ISO 3166-1: two letters, in capitals or not. */
  country: listOf(textSchema.regex(/^[A-Za-z]{2}$/, 'must be a country of two letters: US')).exactOptional(),
  /** States or regions as addresses write them: WA, in capitals or not. */
  state: listOf(textSchema).exactOptional(),
  /** The first characters of postal codes; blanks do not count. */
  postalPrefix: listOf(
    textSchema.regex(/^[A-Za-z0-9][A-Za-z0-9 -]*$/, 'must be how postal codes begin: "981" or "K1A"'),
  ).exactOptional(),
  /** How callers' own numbers begin. */
  callerPrefix: listOf(numberPrefixSchema).exactOptional(),
  /** By attribute name, what its value must be. */
  attribute: z
    .record(attributeNameSchema, attributeTestSchema, {
      error: (issue) => (issue.code === 'invalid_type' ? 'must be a map: {tier: [gold]}' : undefined),
    })
    .exactOptional(),
  /** By schedule id. */
  schedule: z
    .record(idSchema, z.enum(['open', 'closed'], { error: 'must be open or closed' }), {
      error: (issue) => (issue.code === 'invalid_type' ? 'must be a map: {office-hours: open}' : undefined),
    })
    .exactOptional(),
  /** Per cent of callers, by a stable lot: a caller of the share stays in it. */
  share: z
    .number({ error: 'must be a share in per cent: 10' })
    .gt(0, 'must be more than 0 per cent')
    .lt(100, 'must be less than 100 per cent: leave it out for everybody')
    .exactOptional(),
} as const;

export const whenSchema = fileObject(conditionShape);
export type FileConditions = z.infer<typeof whenSchema>;
