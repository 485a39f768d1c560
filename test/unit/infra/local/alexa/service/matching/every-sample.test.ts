import { readdirSync } from 'node:fs';
import { loadInteractionModel } from '../../../../../../../infra/local/alexa/service/interaction-model-file.ts';
import type {
  InteractionModel,
  ModelIntent,
  ModelSlot,
} from '../../../../../../../infra/local/alexa/service/interaction-model.ts';
import { languageOf } from '../../../../../../../infra/local/alexa/service/language/language-of.ts';
import { Matcher } from '../../../../../../../infra/local/alexa/service/matching/matcher.ts';
import { slotReader } from '../../../../../../../infra/local/alexa/service/matching/slot-reader.ts';

const folders = {
  'a small library': '../../../../../../fixtures/alexa-models/',
  'the skill package': '../../../../../../../skill/skill-package/interactionModels/custom/',
};
const files = Object.entries(folders).flatMap(([of, folder]) => {
  const path = new URL(folder, import.meta.url).pathname;
  return readdirSync(path).map((name) => ({ of, locale: name.replace('.json', ''), path: path + name }));
});

const freeWords = 'mango';

/** Something to say for a slot, all that its list has. */
function sayings(model: InteractionModel, type: string): readonly string[] {
  const listed = model.languageModel.types.find(({ name }) => name === type)?.values;
  if (listed !== undefined) return listed.flatMap(({ name }) => [name.value, ...(name.synonyms ?? [])]);
  return /NUMBER|Phone/.test(type) ? ['4321'] : [freeWords];
}

/** As many values as each sample is said with; the next sample goes on with the next ones, so that in the end all are said. */
const valuesPerSample = 6;

function* spoken(
  model: InteractionModel,
  intent: ModelIntent,
  samples: readonly string[],
): Generator<{ said: string; slots: readonly string[] }> {
  for (const [index, sample] of samples.entries()) {
    const slots = [...sample.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const values = slots.map((slot) => sayings(model, intent.slots!.find(({ name }) => name === slot)!.type));
    const times = Math.min(valuesPerSample, Math.max(1, ...values.map(({ length }) => length)));
    for (let turn = index * valuesPerSample; turn < index * valuesPerSample + times; turn += 1) {
      const said = slots.reduce(
        (text, slot, at) => text.replace(`{${slot}}`, values[at]![turn % values[at]!.length]!),
        sample,
      );
      yield { said, slots };
    }
  }
}

describe.each(files)('every sample of $of in $locale', ({ locale, path }) => {
  let model: InteractionModel;
  let matcher: Matcher;
  beforeAll(async () => {
    model = await loadInteractionModel(path);
    const language = languageOf(locale)!;
    matcher = new Matcher(model, slotReader(model, 'amzn1.ask.skill.x', language), language);
  });

  it('is understood as its own intent, with all its slots', () => {
    const misunderstood = model.languageModel.intents.flatMap((intent) =>
      [...spoken(model, intent, intent.samples ?? [])].flatMap(({ said, slots }) => {
        const found = matcher.match(said);
        const isFilled = slots.every((slot) => found?.slots?.[slot]?.value !== undefined);
        return found?.name === intent.name && isFilled ? [] : [`"${said}" is ${found?.name}, not ${intent.name}`];
      }),
    );

    expect(misunderstood).toEqual([]);
  });

  it('that answers a question about a slot fills that slot', () => {
    const misunderstood = model.languageModel.intents.flatMap((intent) =>
      (intent.slots ?? []).flatMap((slot) =>
        [...spoken(model, intent, slot.samples ?? [])].flatMap(({ said, slots }) => {
          const readings = matcher.readAnswer(intent, slot, said) ?? new Map();
          return slots.every((name) => readings.has(name) || isFreeAlone(said, slot))
            ? []
            : [`"${said}" for ${slot.name}`];
        }),
      ),
    );

    expect(misunderstood).toEqual([]);
  });
});

/** Words that nothing is known of are no answer by themselves, but the last resort of a dialog. */
function isFreeAlone(said: string, { type }: ModelSlot): boolean {
  return said === freeWords && type.startsWith('AMAZON.');
}
