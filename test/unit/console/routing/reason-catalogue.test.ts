import { readFileSync } from 'node:fs';
import {
  interactionModelText,
  readInteractionModel,
  type InteractionModel,
} from '../../../../console/routing/reason-catalogue/interaction-model.ts';
import { slotValues } from '../../../../console/routing/reason-catalogue/slot-values.ts';
import { withReasons } from '../../../../console/routing/reason-catalogue/with-reasons.ts';
import type { Reason } from '../../../../shared/domain/routing/table.ts';
import { tableOf } from './compile-fixture.ts';

const repository = new URL('../../../../', import.meta.url);
const skillModel = 'skill/skill-package/interactionModels/custom/en-US.json';

function fileText(path: string): string {
  return readFileSync(new URL(path, repository), 'utf8');
}

function modelOf(text: string): InteractionModel {
  const reading = readInteractionModel(text);
  if (reading.kind === 'unreadable') throw new Error(reading.problem);
  return reading.model;
}

const billing: Reason = {
  id: 'billing',
  name: { default: 'a bill', fr: 'une facture' },
  synonyms: { default: ['my bill', 'A bill', 'my bill.'], fr: ['ma facture'], 'fr-CA': ['mon compte'] },
};

describe('the catalogue of reasons', () => {
  it.each([
    { locale: 'en-US', value: 'a bill', synonyms: ['my bill'] },
    { locale: 'fr-FR', value: 'une facture', synonyms: ['ma facture'] },
    { locale: 'fr-CA', value: 'une facture', synonyms: ['mon compte'] },
  ])('says in $locale what callers there say, each once', ({ locale, value, synonyms }) => {
    expect(slotValues([billing], locale)).toEqual([{ id: 'billing', name: { value, synonyms } }]);
  });

  it('has nothing to say for a reason beside its name where there are no synonyms for the locale', () => {
    const reason = { ...billing, synonyms: { es: ['factura'] } };

    expect(slotValues([reason], 'en-US')).toEqual([{ id: 'billing', name: { value: 'a bill', synonyms: [] } }]);
  });

  it('replaces the reasons of an interaction model, and touches nothing else', () => {
    const model = modelOf(
      '{"interactionModel":{"version":"1","languageModel":{"types":[{"name":"A","values":[]},{"name":"REASON","values":[{"id":"old"}]},{"name":"B"}],"invocationName":"x"}},"z":1}',
    );

    const written = withReasons(model, [billing], 'en-US');

    expect(JSON.stringify(written)).toBe(
      '{"interactionModel":{"version":"1","languageModel":{"types":[{"name":"A","values":[]},{"name":"REASON","values":[{"id":"billing","name":{"value":"a bill","synonyms":["my bill"]}}]},{"name":"B"}],"invocationName":"x"}},"z":1}',
    );
  });

  it('adds reasons to a model that has none', () => {
    const model = modelOf('{"interactionModel":{"languageModel":{"invocationName":"x"}}}');

    const { types } = withReasons(model, [billing], 'en-US').interactionModel.languageModel;

    expect(types).toEqual([{ name: 'REASON', values: slotValues([billing], 'en-US') }]);
  });

  it.each([
    { text: '{', problem: /^is not JSON: / },
    { text: '[]', problem: /^is not an interaction model/ },
    { text: '{"languageModel":{}}', problem: /needs interactionModel\.languageModel$/ },
    { text: '{"interactionModel":{"languageModel":{"types":[1]}}}', problem: /^is not an interaction model/ },
  ])('does not write into $text', ({ text, problem }) => {
    expect(readInteractionModel(text)).toEqual({ kind: 'unreadable', problem: expect.stringMatching(problem) });
  });
});

describe('the interaction model of Example Bank', () => {
  it('has the reasons of its routing table; if not, write them: npm run routes -- reasons', () => {
    const { reasons } = tableOf(fileText('infra/local/demo/example-bank/routing-table.yaml'));
    const text = fileText(skillModel);

    expect(interactionModelText(withReasons(modelOf(text), reasons, 'en-US'))).toBe(text);
  });
});
