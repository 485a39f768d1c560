import { readResponse, spokenText } from '../../../../../../infra/local/alexa/service/response.ts';
import { ssmlProblem } from '../../../../../../infra/local/alexa/service/ssml.ts';
import { says } from '../../../../../support/alexa-at-home.ts';

const problemOf = (answer: unknown): string => {
  const reading = readResponse(answer);
  return reading.kind === 'invalid' ? reading.problem : '';
};

describe('the response of a skill', () => {
  it('is taken when it keeps the rules', () => {
    expect(readResponse(says('Hello.', { card: { type: 'Simple', title: 'Hello', content: 'There' } })).kind).toBe(
      'valid',
    );
  });

  it.each([
    { case: 'nothing at all', answer: undefined, says: 'the response' },
    { case: 'no version', answer: { response: {} }, says: 'version' },
    { case: 'no response', answer: { version: '1.0' }, says: 'response' },
    { case: 'speech that is too long', answer: says('a'.repeat(8001)), says: '8001 characters are more than 8000' },
    {
      case: 'a response that is too large',
      answer: says('', { card: { type: 'LinkAccount', more: 'a'.repeat(130_000) } }),
      says: 'more than 122880',
    },
    {
      case: 'shouldEndSession that is not a boolean',
      answer: says('', { shouldEndSession: 'yes' }),
      says: 'shouldEndSession',
    },
    {
      case: 'a consent card without permissions',
      answer: says('', { card: { type: 'AskForPermissionsConsent', permissions: [] } }),
      says: 'card.permissions',
    },
    { case: 'a card of an unknown type', answer: says('', { card: { type: 'Big' } }), says: 'card' },
    {
      case: 'broken SSML in a reprompt',
      answer: says('', { reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>a & b</speak>' } } }),
      says: 'Invalid SSML',
    },
  ])('is refused for $case', ({ answer, says: expected }) => {
    expect(problemOf(answer)).toContain(expected);
  });

  it.each([
    { ssml: '<speak>a & b</speak>', says: 'a bare & at character 9' },
    { ssml: '<speak>a < b</speak>', says: 'a bare <' },
    { ssml: '<speak><p>a</speak>', says: '</speak> does not close <p>' },
    { ssml: '<speak><shout>a</shout></speak>', says: '<shout> is not a tag' },
    { ssml: 'hello', says: 'between <speak> and </speak>' },
    { ssml: '<speak>a</speak><speak>b</speak>', says: 'something follows </speak>' },
    { ssml: '<speak>&nbsp;</speak>', says: '&nbsp; is not an entity' },
    { ssml: `<speak>${'<audio src="soundbank://a"/>'.repeat(6)}</speak>`, says: '6 audio tags' },
    { ssml: '<speak><audio src="https://a/?b&c"/></speak>', says: 'a bare & in <audio>' },
  ])('has a problem in $ssml', ({ ssml, says: expected }) => {
    expect(ssmlProblem(ssml)).toContain(expected);
  });

  it('is heard without its tags', () => {
    const ssml =
      '<speak>Jane &amp; <sub alias="aluminum">Al</sub>.<break time="1s"/> <say-as interpret-as="digits">12</say-as>&#33;</speak>';

    expect(ssmlProblem(ssml)).toBeUndefined();
    expect(spokenText({ type: 'SSML', ssml })).toBe('Jane & aluminum. 12!');
  });
});
