import {
  interactionModelText,
  readInteractionModel,
} from '../../../../console/routing/reason-catalogue/interaction-model.ts';
import { withReasons } from '../../../../console/routing/reason-catalogue/with-reasons.ts';
import { invocationNameProblem } from '../../../../infra/skill-package/invocation-name.ts';
import { plainWords } from '../../../../shared/domain/routing/plain-words.ts';
import { dynamicEntities } from '../../../../skill/catalogue/dynamic-entities.ts';
import { accountKinds } from '../../../../skill/conversation/conversation-state.ts';
import { tableOf } from '../../console/routing/compile-fixture.ts';
import { fileText, locales, modelFile, wordsByValue } from './package-files.ts';

const { reasons } = tableOf(fileText('infra/local/demo/example-bank/routing-table.yaml'));

describe.each(locales)('the interaction model for $locale', (locale) => {
  const { model, intents } = locale;
  const slots = intents.flatMap(({ slots = [] }) => slots);

  it('has an invocation name that Alexa takes', () => {
    expect(invocationNameProblem(model.languageModel.invocationName)).toBeUndefined();
  });

  it('has the reasons of the routing table; if not, write them: npm run routes -- reasons', () => {
    const text = fileText(modelFile(locale.locale));
    const reading = readInteractionModel(text);

    expect(reading.kind === 'read' && interactionModelText(withReasons(reading.model, reasons, locale.locale))).toBe(
      text,
    );
  });

  it('has the kinds of account that the skill knows', () => {
    expect([...wordsByValue(locale, 'ACCOUNT_KIND').keys()]).toEqual(accountKinds);
  });

  it.each(model.languageModel.types.map(({ name }) => name))('gives each way of saying a %s to one only', (type) => {
    const words = [...wordsByValue(locale, type).values()].flat().map(plainWords);

    expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([]);
  });

  it('has forty ways and more to ask for a call', () => {
    const call = intents.find(({ name }) => name === 'CallIntent');

    expect(call?.samples?.length).toBeGreaterThanOrEqual(40);
  });

  it('has no sample of two intents, and none twice', () => {
    const samples = intents.flatMap(({ samples = [] }) => samples);

    expect(samples.filter((each, index) => samples.indexOf(each) !== index)).toEqual([]);
    for (const { samples = [] } of slots) expect(new Set(samples).size).toBe(samples.length);
  });

  it('has an answer of its own for every slot, bare and in a sentence', () => {
    for (const { name, samples = [] } of slots) {
      expect(samples[0]).toBe(`{${name}}`);
      expect(samples.length).toBeGreaterThan(3);
      expect(samples.every((sample) => sample.includes(`{${name}}`))).toBe(true);
    }
  });

  it('lets the skill ask for every slot, and Alexa for none; that a call is confirmed makes it a dialog', () => {
    const asked = model.dialog?.intents.map(({ name, slots }) => ({ name, slots: slots.map((slot) => slot.name) }));
    const declared = intents.filter(({ slots = [] }) => slots.length > 0);

    expect(asked).toEqual(declared.map(({ name, slots }) => ({ name, slots: slots?.map((slot) => slot.name) })));
    const { intents: dialogs = [], delegationStrategy } = model.dialog ?? {};
    expect(
      dialogs.flatMap(({ slots }) => slots.filter((slot) => slot.elicitationRequired || slot.confirmationRequired)),
    ).toEqual([]);
    expect([delegationStrategy, ...dialogs.map((intent) => intent.delegationStrategy)]).not.toContain('ALWAYS');
    expect(dialogs.every(({ confirmationRequired }) => confirmationRequired)).toBe(true);
  });

  it('stays within the limits of an interaction model', () => {
    const words = model.languageModel.types.flatMap(({ name }) => [...wordsByValue(locale, name).values()].flat());
    const samples = [...intents, ...slots].flatMap((each) => each.samples ?? []);

    expect(Math.max(...words.map((each) => each.length))).toBeLessThanOrEqual(140);
    expect(Math.max(...samples.map((each) => each.length))).toBeLessThanOrEqual(200);
    expect(fileText(modelFile(locale.locale)).length).toBeLessThan(1_500_000);
  });

  it('has no more reasons and synonyms than a session can be told anew', () => {
    const told = dynamicEntities(reasons, locale.locale)?.types?.[0]?.values;

    expect(told).toEqual(model.languageModel.types.find(({ name }) => name === 'REASON')?.values);
  });
});

describe('the interaction models', () => {
  it('have the same intents, slots and kinds in every locale', () => {
    const shapes = locales.map(({ intents, model }) => ({
      intents: intents.map(({ name, slots = [] }) => [name, slots.map((slot) => slot.name)]),
      ids: model.languageModel.types
        .filter(({ name }) => name !== 'POSTAL_CODE')
        .map(({ name, values }) => [name, values.map(({ id }) => id)]),
      dialog: model.dialog?.intents.map(({ name }) => name),
    }));

    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });

  it.each(locales)('take postal codes as people in $locale have them', ({ locale, intents }) => {
    const types = intents.flatMap(({ slots = [] }) => slots).filter(({ name }) => name === 'postalCode');

    const expected = locale.endsWith('-US') ? 'AMAZON.NUMBER' : 'POSTAL_CODE';
    expect(new Set(types.map(({ type }) => type))).toEqual(new Set([expected]));
  });
});
