import * as z from 'zod';
import { suggestion } from './nearest-name.ts';

/**
 * An object that takes no other keys, and names the nearest known one when somebody writes another. `family`: keys of
 * all the objects that may stand in its place, when there are several.
 */
export function fileObject<Shape extends z.ZodRawShape>(
  shape: Shape,
  family: readonly string[] = Object.keys(shape),
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys
          .map((key) =>
            family.includes(key)
              ? `does not stand beside ${known.join(' and ')}: give one or the other`
              : `"${key}" is not known here${suggestion(key, family)}`,
          )
          .join('; ');
      return issue.input === undefined
        ? `is missing: give it ${known.join(', ')}`
        : `must be an object with ${known.join(', ')}`;
    },
  });
}

/** Text that YAML may have read as something else: +12065550100 without quotes is a number to it. */
function textMessage(issue: { readonly input?: unknown }): string {
  return issue.input === undefined ? 'is missing' : 'must be text: put it in quotes';
}

/** Lines that people read: names, synonyms, values. */
export const textSchema = z
  .string({ error: textMessage })
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must have 200 characters at most')
  .refine((text) => !/\p{Cc}/u.test(text), 'must not have control characters, tabs or line breaks')
  // It could be written to no file and read again.
  .refine(
    (text) => !/[\uFFFD\p{Cs}]/u.test(text),
    'must not have "\uFFFD": the text was read as something else than UTF-8 before it came here, so write it again',
  );

export const idPattern = /^[a-z][a-z0-9-]{0,31}$/;

/** 1 to 32 characters: reasons, rules, schedules, contact centres, branches, phones, meetings. */
export const idSchema = z
  .string({ error: textMessage })
  .regex(idPattern, 'must start with a letter and have 1 to 32 characters a-z, 0-9 and "-"');

/** E.164. */
export const numberSchema = z
  .string({ error: textMessage })
  .regex(/^\+[1-9]\d{1,14}$/, { error: ({ input }) => numberMessage(String(input)) });

/** The usual ways to get a number wrong, with what to do about each. */
function numberMessage(text: string): string {
  const rule = 'must be a telephone number in E.164: "+12065550100"';
  if (/^\+?\d(?:[.,]\d+)?e\+?\d+$/i.test(text))
    return `${rule}; a spreadsheet has rounded this one: format its column as text, and write the number again`;
  const bare = text.replaceAll(/[\s().\-/]/g, '');
  if (/^\+[1-9]\d{1,14}$/.test(bare)) return `${rule}; without blanks and other signs: "${bare}"`;
  return /^\d+$/.test(bare) ? `${rule}; this one has no "+" and country code in front` : rule;
}

/** The first digits of E.164 numbers. */
export const numberPrefixSchema = z
  .string({ error: textMessage })
  .regex(/^\+[1-9]\d{0,14}$/, 'must be how numbers begin in E.164, in quotes: "+1" or "+1900"');

/** A list with something in it. */
export function listOf<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z
    .array(item, { error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a list: put it in [ ]') })
    .min(1, 'must not be an empty list');
}

/** A map from ids to something; may be left out. */
export function mapOf<Value extends z.ZodType>(value: Value): z.ZodDefault<z.ZodRecord<typeof idSchema, Value>> {
  return z
    .record(idSchema, value, {
      error: (issue) => (issue.code === 'invalid_type' ? 'must be a map from ids to their definitions' : undefined),
    })
    .default({});
}
