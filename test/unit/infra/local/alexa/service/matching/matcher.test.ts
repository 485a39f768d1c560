import {
  loadInteractionModel,
  parseInteractionModel,
} from '../../../../../../../infra/local/alexa/service/interaction-model-file.ts';
import type { Intent } from '../../../../../../../infra/local/alexa/service/intent.ts';
import { english } from '../../../../../../../infra/local/alexa/service/language/english.ts';
import { Matcher } from '../../../../../../../infra/local/alexa/service/matching/matcher.ts';
import { slotReader } from '../../../../../../../infra/local/alexa/service/matching/slot-reader.ts';

const skillId = 'amzn1.ask.skill.00000000-1111-4222-8333-444444444444';

const model = await loadInteractionModel(
  new URL('../../../../../../fixtures/alexa-models/en-US.json', import.meta.url).pathname,
);
const matcher = new Matcher(model, slotReader(model, skillId, english), english);

function valuesOf(intent: Intent | undefined): Record<string, string | undefined> {
  return Object.fromEntries(Object.values(intent?.slots ?? {}).map(({ name, value }) => [name, value]));
}

const colours = {
  name: 'COLOUR',
  values: [{ id: 'r', name: { value: 'red' } }, { name: { value: 'dark red' } }, { name: { value: 'sea green' } }],
};

/** A skill of intents in the order given, each with its samples; slots are named after their type. */
function matcherOf(intents: Readonly<Record<string, readonly string[]>>): Matcher {
  const slots = [
    { name: 'colour', type: 'COLOUR' },
    { name: 'other', type: 'COLOUR' },
    { name: 'person', type: 'AMAZON.FirstName' },
    { name: 'number', type: 'AMAZON.NUMBER' },
  ];
  const languageModel = {
    invocationName: 'paint shop',
    intents: Object.entries(intents).map(([name, samples]) => ({ name, samples, slots })),
    types: [colours],
  };
  const model = parseInteractionModel(JSON.stringify({ interactionModel: { languageModel } }), 'en-US.json');
  return new Matcher(model, slotReader(model, skillId, english), english);
}

describe('which of several samples is meant', () => {
  it.each([
    {
      case: 'the one with more words in common',
      intents: { A: ['mix {person}'], B: ['mix the {colour}'] },
      said: 'mix the blue',
      name: 'B',
    },
    {
      case: 'a known value of two words before a word in common with an unknown one',
      intents: { A: ['mix sea {colour}'], B: ['mix {colour}'] },
      said: 'mix sea green',
      name: 'B',
    },
    {
      case: 'then the one whose values are in the list',
      intents: { A: ['mix {colour} with {other}'], B: ['mix {person} with {other}'] },
      said: 'mix jane with red',
      name: 'B',
    },
    {
      case: 'a known value before any words',
      intents: { A: ['mix {person}'], B: ['mix {colour}'] },
      said: 'mix dark red',
      name: 'B',
    },
    {
      case: 'then the one with fewer slots',
      intents: { A: ['mix {person} {colour}'], B: ['mix {person}'] },
      said: 'mix jane red',
      name: 'B',
    },
    {
      case: 'then the first of the model',
      intents: { A: ['mix {colour}'], B: ['mix {colour}'] },
      said: 'mix red',
      name: 'A',
    },
    {
      case: 'a stock phrase before a sample of slots',
      intents: { A: ['{number}', 'never {person}'], 'AMAZON.CancelIntent': [] },
      said: 'never mind',
      name: 'AMAZON.CancelIntent',
    },
    {
      case: 'a bare slot whose value is known',
      intents: { A: ['{colour}'], B: ['mix {colour}'] },
      said: 'dark red',
      name: 'A',
    },
  ])('$case', ({ intents, said, name }) => {
    expect(matcherOf(intents).match(said)?.name).toBe(name);
  });

  it('shares words among slots so that the values are in their lists', () => {
    expect(valuesOf(matcherOf({ A: ['mix {person} {colour}'] }).match('mix jane ann dark red'))).toMatchObject({
      person: 'jane ann',
      colour: 'dark red',
    });
  });

  it('finds the name that it knows, though any other would do', () => {
    const languageModel = {
      invocationName: 'paint shop',
      intents: [
        {
          name: 'A',
          samples: ['mix for {first} {last}'],
          slots: ['first', 'last'].map((name) => ({ name, type: 'AMAZON.FirstName' })),
        },
      ],
      types: [{ name: 'AMAZON.FirstName', values: [{ name: { value: 'smith' } }] }],
    };
    const model = parseInteractionModel(JSON.stringify({ interactionModel: { languageModel } }), 'en-US.json');
    const matcher = new Matcher(model, slotReader(model, skillId, english), english);

    expect(valuesOf(matcher.match('mix for jane ann smith'))).toEqual({ first: 'jane ann', last: 'smith' });
  });

  it('makes up a steady id of 32 hex digits for a value without one', () => {
    const match = (): unknown =>
      matcherOf({ A: ['mix {colour}'] }).match('mix dark red')?.slots?.['colour']?.resolutions
        ?.resolutionsPerAuthority[0]?.values;

    expect(match()).toEqual([{ value: { name: 'dark red', id: expect.stringMatching(/^[0-9a-f]{32}$/) } }]);
    expect(match()).toEqual(match());
  });
});

describe('what an utterance means', () => {
  it.each([
    { said: 'reserve', name: 'ReserveIntent', slots: {} },
    { said: 'Reserve an atlas.', name: 'ReserveIntent', slots: { item: 'an atlas' } },
    {
      said: 'reserve twenty three copies of a book of maps',
      name: 'ReserveIntent',
      slots: { copies: '23', item: 'a book of maps' },
    },
    { said: 'reserve the novel for Jane', name: 'ReserveIntent', slots: { item: 'the novel', firstName: 'Jane' } },
    { said: 'put the novel on Jane’s list', name: 'ReserveIntent', slots: { item: 'the novel', firstName: 'Jane' } },
    { said: 'renew the books on card one two three four', name: 'RenewIntent', slots: { card: '1234' } },
    { said: 'find books about the sea', name: 'FindIntent', slots: { query: 'books about the sea' } },
    { said: 'help', name: 'AMAZON.HelpIntent', slots: {} },
    { said: 'how does the library work', name: 'AMAZON.HelpIntent', slots: {} },
    { said: 'never mind', name: 'AMAZON.CancelIntent', slots: {} },
  ])('"$said" is $name', ({ said, name, slots }) => {
    const intent = matcher.match(said);

    expect(intent?.name).toBe(name);
    expect(valuesOf(intent)).toMatchObject(slots);
  });

  it('sends every slot that the intent declares, the unfilled ones without a value', () => {
    const intent = matcher.match('reserve an atlas');

    expect(Object.keys(intent?.slots ?? {})).toEqual(['item', 'copies', 'firstName']);
    expect(intent?.slots?.['copies']).toEqual({ name: 'copies', confirmationStatus: 'NONE' });
  });

  it('resolves a synonym to the name and id of its value', () => {
    const resolutions = matcher.match('reserve a book of maps')?.slots?.['item']?.resolutions;

    expect(resolutions).toEqual({
      resolutionsPerAuthority: [
        {
          authority: `amzn1.er-authority.echo-sdk.${skillId}.ITEM`,
          status: { code: 'ER_SUCCESS_MATCH' },
          values: [{ value: { name: 'an atlas', id: 'atlas' } }],
        },
      ],
    });
  });

  it('delivers a value that is not in the list, as no match', () => {
    const slot = matcher.match('reserve purple monkeys')?.slots?.['item'];

    expect(slot?.value).toBe('purple monkeys');
    expect(slot?.resolutions?.resolutionsPerAuthority).toEqual([
      { authority: `amzn1.er-authority.echo-sdk.${skillId}.ITEM`, status: { code: 'ER_SUCCESS_NO_MATCH' } },
    ]);
  });

  it('gives built-in types no resolutions', () => {
    expect(matcher.match('reserve 2 copies of an atlas')?.slots?.['copies']).toEqual({
      name: 'copies',
      value: '2',
      confirmationStatus: 'NONE',
      slotValue: { type: 'Simple', value: '2' },
    });
  });

  it('does not take three digits for a four-digit number', () => {
    expect(matcher.match('renew the books on card one two three')).toBeUndefined();
  });

  it('understands nothing of other words', () => {
    expect(matcher.match('what is the weather')).toBeUndefined();
    expect(matcher.fallback()).toEqual({ name: 'AMAZON.FallbackIntent', confirmationStatus: 'NONE' });
  });
});
