import { readFileSync } from 'node:fs';
import { english } from '../../../../infra/local/alexa/service/language/english.ts';
import { french } from '../../../../infra/local/alexa/service/language/french.ts';
import { spanish } from '../../../../infra/local/alexa/service/language/spanish.ts';
import {
  englishExamples,
  frenchExamples,
  spanishExamples,
  type SpokenExamples,
} from '../../../../skill/speech/examples.ts';
import { wordsFor } from '../../../../skill/speech/words-by-locale.ts';
import { names, sayings } from './all-that-is-said.ts';

interface Model {
  readonly interactionModel: {
    readonly languageModel: {
      readonly intents: readonly { readonly name: string; readonly samples?: readonly string[] }[];
      readonly types: readonly {
        readonly name: string;
        readonly values: readonly {
          readonly name: { readonly value: string; readonly synonyms?: readonly string[] };
        }[];
      }[];
    };
  };
}

const intents: Readonly<Record<keyof SpokenExamples, string>> = {
  callAboutBill: 'CallIntent',
  aboutBill: 'CallIntent',
  aboutLostCard: 'CallIntent',
  callSupport: 'CallIntent',
  callBack: 'CallBackIntent',
  noAccount: 'NoAccountIntent',
  skip: 'NoAccountIntent',
  help: 'AMAZON.HelpIntent',
  stop: 'AMAZON.StopIntent',
};

describe.each([
  { locale: 'en-US', examples: englishExamples, alexa: english },
  { locale: 'en-CA', examples: englishExamples, alexa: english },
  { locale: 'fr-CA', examples: frenchExamples, alexa: french },
  { locale: 'es-US', examples: spanishExamples, alexa: spanish },
] as const)('what callers are told to say in $locale', ({ locale, examples, alexa }) => {
  const file = new URL(`../../../../skill/skill-package/interactionModels/custom/${locale}.json`, import.meta.url);
  const { languageModel } = (JSON.parse(readFileSync(file, 'utf8')) as Model).interactionModel;
  const reasons = languageModel.types
    .filter(({ name }) => name === 'REASON')
    .flatMap(({ values }) => values.flatMap(({ name }) => [name.value, ...(name.synonyms ?? [])]));
  const stop = [...alexa.stockPhrases['AMAZON.StopIntent'], ...alexa.stockPhrases['AMAZON.CancelIntent']];

  it.each(Object.entries(intents) as [keyof SpokenExamples, string][])('%s is understood as %s', (key, intent) => {
    const samples = languageModel.intents.find(({ name }) => name === intent)?.samples ?? [];
    const understood = [
      ...samples.flatMap((sample) => reasons.map((reason) => sample.replace('{reason}', reason))),
      ...(intent === 'AMAZON.HelpIntent' ? alexa.stockPhrases[intent] : []),
      ...(intent === 'AMAZON.StopIntent' ? stop : []),
    ];

    expect(understood).toContain(examples[key].toLowerCase());
  });

  it('is told, each of them, somewhere', () => {
    const said = sayings(wordsFor(locale, names))
      .map(({ ssml }) => ssml.replaceAll('&apos;', "'"))
      .join('\n');

    expect(Object.values<string>({ ...examples }).filter((example) => !said.includes(example))).toEqual([]);
  });
});
