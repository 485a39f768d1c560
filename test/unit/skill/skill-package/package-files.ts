import { readFileSync } from 'node:fs';
import { skillManifestSchema } from '../../../../infra/skill-package/manifest.ts';
import { skillLocales, type SkillLocale } from '../../../../shared/contracts/skill-locales.ts';
import { parseInteractionModel } from '../../../../infra/local/alexa/service/interaction-model-file.ts';
import type {
  InteractionModel,
  ModelIntent,
  ModelSlot,
} from '../../../../infra/local/alexa/service/interaction-model.ts';
import { languageOf } from '../../../../infra/local/alexa/service/language/language-of.ts';
import { Matcher } from '../../../../infra/local/alexa/service/matching/matcher.ts';
import { slotReader } from '../../../../infra/local/alexa/service/matching/slot-reader.ts';

export type { SkillLocale };

const repository = new URL('../../../../', import.meta.url);

export function fileText(path: string): string {
  return readFileSync(new URL(path, repository), 'utf8');
}

export const modelFile = (locale: SkillLocale): string => `skill/skill-package/interactionModels/custom/${locale}.json`;

export const { manifest } = skillManifestSchema.parse(JSON.parse(fileText('skill/skill-package/skill.json')));

/** One locale of the package, as the local Alexa loads it. */
export interface Locale {
  readonly locale: SkillLocale;
  readonly model: InteractionModel;
  readonly intents: readonly ModelIntent[];
}

export const locales: readonly Locale[] = skillLocales.map((locale) => {
  const model = parseInteractionModel(fileText(modelFile(locale)), modelFile(locale));
  return { locale, model, intents: model.languageModel.intents };
});

/** What the local Alexa understands in that locale. */
export function matcherOf({ locale, model }: Locale): Matcher {
  const language = languageOf(locale)!;
  return new Matcher(model, slotReader(model, 'amzn1.ask.skill.test', language), language);
}

/** All words for each value of a slot type of the model, by the value's id. */
export function wordsByValue({ model }: Locale, type: string): ReadonlyMap<string, readonly string[]> {
  const values = model.languageModel.types.find(({ name }) => name === type)?.values ?? [];
  return new Map(values.map(({ id, name }) => [id ?? name.value, [name.value, ...(name.synonyms ?? [])]] as const));
}

/** A few things to say for a slot. */
export function wordsFor(locale: Locale, { name, type }: ModelSlot): readonly string[] {
  if (type === 'AMAZON.NUMBER') return name === 'postalCode' ? ['98109'] : ['20417', '2 0 4 1 7'];
  const words = [...wordsByValue(locale, type).values()].flat();
  return words.length <= 12 ? words : words.filter((_, index) => index % 5 === 0);
}

/** A sample with words in the place of its slots: the first words for each, then the second, and so on. */
export function saidBySample(locale: Locale, sample: string, slots: readonly ModelSlot[]): string[] {
  const named = slots
    .filter(({ name }) => sample.includes(`{${name}}`))
    .map((slot) => [slot.name, wordsFor(locale, slot)] as const);
  const rounds = Math.max(1, ...named.map(([, words]) => words.length));
  return Array.from({ length: rounds }, (_, round) =>
    named.reduce((said, [name, words]) => said.replace(`{${name}}`, words[round % words.length]!), sample),
  );
}
