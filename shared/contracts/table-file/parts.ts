import * as z from 'zod';
import { suggestion } from './nearest-name.ts';

/** An object that takes no other keys, and names the nearest known one when somebody writes another. */
export function fileObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => `"${key}" is not known here${suggestion(key, known)}`).join('; ');
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
  .max(200, 'must have 200 characters at most');

/** 1 to 32 characters: reasons, rules, schedules, contact centres, branches, phones, meetings. */
export const idSchema = z
  .string({ error: textMessage })
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must start with a letter and have 1 to 32 characters a-z, 0-9 and "-"');

/** E.164. */
export const numberSchema = z
  .string({ error: textMessage })
  .regex(/^\+[1-9]\d{1,14}$/, 'must be a telephone number in E.164, in quotes: "+12065550100"');

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
