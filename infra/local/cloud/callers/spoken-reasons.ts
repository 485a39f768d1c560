import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** A reason for calling, as people say it to Alexa. */
export interface SpokenReason {
  readonly id: string;
  readonly name: string;
  /** All that she takes for it, in lower case. */
  readonly words: readonly string[];
}

const valueSchema = z.object({
  id: z.string().optional(),
  name: z.object({ value: z.string(), synonyms: z.array(z.string()).default([]) }),
});
const modelSchema = z.object({
  interactionModel: z.object({
    languageModel: z.object({
      invocationName: z.string(),
      types: z.array(z.object({ name: z.string(), values: z.array(valueSchema) })).default([]),
    }),
  }),
});

export interface SpokenModel {
  readonly invocationName: string;
  readonly reasons: readonly SpokenReason[];
}

/** What is said to the skill in a language, from its interaction model. Rejects when that cannot be read. */
export async function readSpokenModel(modelsFolder: string, locale: string): Promise<SpokenModel> {
  const text = await readFile(join(modelsFolder, `${locale}.json`), 'utf8');
  const { invocationName, types } = modelSchema.parse(JSON.parse(text)).interactionModel.languageModel;
  const values = types.find(({ name }) => name === 'REASON')?.values ?? [];
  return {
    invocationName,
    reasons: values.flatMap(({ id, name: { value, synonyms } }) =>
      id === undefined ? [] : [{ id, name: value, words: [value, ...synonyms].map((each) => each.toLowerCase()) }],
    ),
  };
}
