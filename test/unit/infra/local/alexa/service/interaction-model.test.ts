import { readFileSync } from 'node:fs';
import {
  InteractionModelError,
  loadInteractionModel,
  parseInteractionModel,
} from '../../../../../../infra/local/alexa/service/interaction-model-file.ts';

const good = readFileSync(new URL('../../../../../fixtures/alexa-models/en-US.json', import.meta.url), 'utf8');

function problemsAfter(find: string, replaceBy: string): string {
  if (!good.includes(find)) throw new Error(`the model has no ${find}`);
  try {
    parseInteractionModel(good.replace(find, replaceBy), 'en-US.json');
  } catch (error) {
    if (error instanceof InteractionModelError) return error.message;
    throw error;
  }
  return '';
}

describe('an interaction model', () => {
  it('is read as it stands', () => {
    expect(parseInteractionModel(good, 'en-US.json').languageModel.invocationName).toBe('corner library');
  });

  it.each([
    {
      case: 'an undeclared slot type',
      find: '"type": "ITEM", "samples"',
      by: '"type": "THING", "samples"',
      says: 'intents.0.slots.0.type: item is THING, which languageModel.types does not declare',
    },
    {
      case: 'a built-in type that is not known here',
      find: '"type": "AMAZON.SearchQuery"',
      by: '"type": "AMAZON.DURATION"',
      says: 'query is AMAZON.DURATION, which the local Alexa does not understand',
    },
    {
      case: 'a sample with an undeclared slot',
      find: '"reserve {item}"',
      by: '"reserve {thing}"',
      says: 'intents.0.samples.1: the sample names {thing}, but ReserveIntent declares no such slot',
    },
    {
      case: 'a sample with punctuation',
      find: '"renew my books"',
      by: '"renew, please"',
      says: 'has a character that samples may not have',
    },
    {
      case: 'a search query alone',
      find: '"find {query}"',
      by: '"{query}"',
      says: '{query} is an AMAZON.SearchQuery, which needs words around it',
    },
    {
      case: 'a missing prompt',
      find: '"id": "Elicit.Renew.card"',
      by: '"id": "Elicit.Renew.cart"',
      says: 'dialog.intents.1.slots.0.prompts.elicitation: there is no prompt with the id Elicit.Renew.card',
    },
    {
      case: 'an elicitation without a prompt',
      find: '{ "elicitation": "Elicit.Renew.card" }',
      by: '{}',
      says: 'elicitationRequired is true, so a prompt is needed here',
    },
    {
      case: 'a dialog for no intent',
      find: '"name": "RenewIntent",\n          "delegationStrategy"',
      by: '"name": "ReturnIntent",\n          "delegationStrategy"',
      says: 'there is no intent ReturnIntent',
    },
    {
      case: 'a slot of two types',
      find: '"type": "ITEM",\n',
      by: '"type": "AMAZON.NUMBER",\n',
      says: 'item is ITEM in languageModel, not AMAZON.NUMBER',
    },
    {
      case: 'an intent given twice',
      find: '"name": "FindIntent"',
      by: '"name": "RenewIntent"',
      says: 'RenewIntent is there twice',
    },
    {
      case: 'a field that is misspelt',
      find: '"invocationName"',
      by: '"invocation"',
      says: 'en-US.json at interactionModel.languageModel',
    },
    { case: 'a broken file', find: '{', by: '', says: 'en-US.json: is not JSON' },
  ])('is refused for $case, with file and place', ({ find, by, says }) => {
    expect(problemsAfter(find, by)).toContain(says);
  });

  it('that is not there is named', async () => {
    await expect(loadInteractionModel('/nowhere/fr-CA.json')).rejects.toThrow('/nowhere/fr-CA.json: cannot be read');
  });
});
