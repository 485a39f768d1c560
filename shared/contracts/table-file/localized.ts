import * as z from 'zod';
import { localePattern } from './conditions.ts';
import { listOf } from './parts.ts';

/** What is said to people, 500 characters at most. */
const wordsSchema = z
  .string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'must be text: put it in quotes') })
  .trim()
  .min(1, 'must not be empty')
  .max(500, 'must have 500 characters at most')
  .refine((text) => /^[\P{Cc}\t\n]*$/u.test(text), 'must not have control characters');

const localeKeySchema = z.union([
  z.literal('default'),
  z.string().regex(localePattern, 'must be a locale such as en-US, a language such as en, or default'),
]);

/** One text for everybody, or texts by locale or language, with `default` for everybody else. */
export const localizedTextSchema = z.union(
  [
    wordsSchema,
    z
      .record(localeKeySchema, wordsSchema)
      .refine((texts) => texts['default'] !== undefined, 'needs default, for callers of any other language'),
  ],
  { error: 'must be text of 500 characters at most, or texts by locale with default: {default: "…", fr-CA: "…"}' },
);
export type FileLocalizedText = z.infer<typeof localizedTextSchema>;

/** What callers say: for every locale, or by locale. */
export const synonymsSchema = z.union([listOf(wordsSchema), z.record(localeKeySchema, listOf(wordsSchema))], {
  error: 'must be a list of what callers say, or lists by locale: {en-US: ["my bill"], fr-CA: ["ma facture"]}',
});
export type FileSynonyms = z.infer<typeof synonymsSchema>;
