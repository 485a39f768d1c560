import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const modelSchema = z.object({
  interactionModel: z.object({ languageModel: z.object({ invocationName: z.string() }) }),
});

/** How to open a skill, by language. */
const openings: Readonly<Record<string, string>> = { en: 'open', fr: 'ouvre', es: 'abre' };

/** The locales that a skill has a model for, sorted. Rejects with the system's error when there is no such folder. */
export async function skillLocales(modelsFolder: string): Promise<string[]> {
  const files = await readdir(modelsFolder);
  return files.flatMap((file) => /^([a-z]{2}-[A-Z]{2})\.json$/u.exec(file)?.[1] ?? []).toSorted();
}

/** What to say first: "open example bank". Rejects when the model cannot be read. */
export async function openingWords(modelsFolder: string, locale: string): Promise<string> {
  const model = modelSchema.parse(JSON.parse(await readFile(join(modelsFolder, `${locale}.json`), 'utf8')));
  return `${openings[locale.slice(0, 2)] ?? 'open'} ${model.interactionModel.languageModel.invocationName}`;
}
