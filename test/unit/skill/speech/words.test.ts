import { plainTextOf, ssmlProblem } from '../../../../infra/local/alexa/service/ssml.ts';
import { wordsFor } from '../../../../skill/speech/words-by-locale.ts';
import { skillLocales, type SkillLocale } from '../../../../shared/contracts/skill-locales.ts';
import { cards, names, sayings, type Saying } from './all-that-is-said.ts';

const plain = ({ ssml }: Saying): string => plainTextOf(ssml);
const everything = (locale: SkillLocale): string[] => {
  const words = wordsFor(locale, names);
  return [...sayings(words).map(plain), ...cards(words).flatMap(({ title, content }) => [title, content])];
};

describe.each(skillLocales)('what is said in %s', (locale) => {
  const words = wordsFor(locale, names);
  const said = sayings(words);

  it('is SSML that Alexa can speak, within her limits', () => {
    const problems = said.flatMap(({ key, ssml }) => {
      const problem = ssmlProblem(`<speak>${ssml}</speak>`);
      return problem === undefined && ssml.trim() !== '' && ssml.length < 600 ? [] : [`${key}: ${problem}`];
    });

    expect(said.length).toBeGreaterThan(80);
    expect(problems).toEqual([]);
    expect(said.filter(({ ssml }) => /<(?!\/?say-as\b)/.test(ssml))).toEqual([]);
  });

  it('has no seam: no double blank or comma, no blank before a comma or full stop, and ends as a sentence does', () => {
    expect(everything(locale).filter((text) => / {2}|,,| [,.]|\.\.|,\.|undefined|\[object/.test(text))).toEqual([]);
    expect(said.map(plain).filter((text) => !/[.?]$/.test(text))).toEqual([]);
  });

  it('ends with a question or an invitation where an answer is waited for', () => {
    const invitation = /\b(?:say|tell me|dites|dire|répondez|répétez|diga|decir|repita|repítalo)\b/i;
    const lastSentence = (text: string): string => text.split(/(?<=[.?]) /).at(-1) ?? '';

    const asked = said.filter(({ isAsked }) => isAsked).map(plain);

    expect(asked.filter((text) => !text.endsWith('?') && !invitation.test(lastSentence(text)))).toEqual([]);
  });

  it('asks nothing where no answer is waited for', () => {
    expect(
      said
        .filter(({ isAsked }) => !isAsked)
        .map(plain)
        .filter((text) => text.includes('?')),
    ).toEqual([]);
  });

  it('asks in other words when no answer comes, and without leaning on what was said before', () => {
    const speeches = new Map(
      said.filter(({ key }) => key.endsWith('speech')).map((saying) => [saying.key, plain(saying)]),
    );
    const reprompts = said.filter(({ key }) => key.endsWith('reprompt'));

    expect(reprompts.length).toBe(speeches.size);
    for (const reprompt of reprompts) {
      const speech = speeches.get(reprompt.key.replace('reprompt', 'speech')) ?? '';
      expect(speech).not.toContain(plain(reprompt));
      expect(plain(reprompt)).not.toContain(speech);
    }
  });

  it('says the business by its name and the number by its digits, wherever nothing else is left', () => {
    const dialled = '<say-as interpret-as="telephone">2065550100</say-as>';
    const { numberMissing, numberNotRung, callNotStarted, noDevice, giveUp, somethingWentWrong } = words;
    const leftAlone = [
      ...Object.values(numberMissing),
      ...Object.values(numberNotRung),
      callNotStarted.notAvailableHere,
      callNotStarted.refused,
      callNotStarted.notCapable,
      callNotStarted.unavailable,
      noDevice,
      giveUp,
      somethingWentWrong,
    ];

    expect(leftAlone.filter(({ ssml }) => !ssml.includes(dialled) || !ssml.includes('Example Bank'))).toEqual([]);
    expect(numberMissing.permissionMissing.ssml).toMatch(/Alexa/);
    expect(cards(words).filter(({ content }) => !content.includes('206-555-0100'))).toEqual([]);
  });

  it('tells in the help that there is no way from here to emergency services', () => {
    expect(words.help.speech.ssml).toMatch(/emergency|urgence|emergencia/);
    expect(words.help.speech.ssml).toContain('<say-as interpret-as="digits">911</say-as>');
  });

  it('names no business but the one that it is for', () => {
    const others = wordsFor(locale, { ...names, business: 'Smith & Sons <b>' });

    const texts = sayings(others);

    expect(texts.filter(({ ssml }) => /example bank/i.test(ssml))).toEqual([]);
    expect(texts.filter(({ ssml }) => ssmlProblem(`<speak>${ssml}</speak>`) !== undefined)).toEqual([]);
    expect(plainTextOf(others.welcome.speech.ssml)).toContain('Smith & Sons <b>');
  });
});

describe('the languages', () => {
  const withoutBusiness = (text: string): string => text.replaceAll('Example Bank', '');

  it.each(['fr-CA', 'es-US'] as const)('leave no English in %s', (locale) => {
    const english =
      /(?<![\p{L}-])(?:the|you|your|call|calling|account|please|and|is|are|phone|say|with|number|about|for|not|can|can't|would|should|bill|card|press|support|branch|sorry)(?![\p{L}-])/iu;

    expect(
      everything(locale)
        .map(withoutBusiness)
        .filter((text) => english.test(text)),
    ).toEqual([]);
  });

  it('say vous in French, and usted in Spanish', () => {
    expect(
      everything('fr-CA').filter((text) => /(?<![\p{L}-])(?:tu|te|toi|ton|ta|tes)(?![\p{L}-])/iu.test(text)),
    ).toEqual([]);
    expect(
      everything('es-US').filter((text) =>
        /(?<!\p{L})(?:tú|tu|tus|te|ti|contigo|puedes|quieres|di|dime)(?!\p{L})/iu.test(text),
      ),
    ).toEqual([]);
  });

  it('put nothing before the business in French that would have to be elided', () => {
    expect(everything('fr-CA').filter((text) => /\b(?:de|que|le|la|se|ne|je|me) Example/i.test(text))).toEqual([]);
  });

  it('open each Spanish question', () => {
    const unopened = everything('es-US').filter((text) => text.split('?').length !== text.split('¿').length);

    expect(unopened).toEqual([]);
  });

  it('ask Canadians for a postal code, and Americans for a ZIP code', () => {
    const asked = (locale: SkillLocale): string => {
      const { askPostalCode, askPostalCodeAgain } = wordsFor(locale, names);
      return sayings({ ...wordsFor(locale, names), askPostalCode, askPostalCodeAgain }, [])
        .filter(({ key }) => key.startsWith('askPostalCode'))
        .map(plain)
        .join(' ');
    };

    expect(asked('en-US')).toMatch(/ZIP code/);
    expect(asked('en-US')).not.toMatch(/postal/);
    expect(everything('en-CA').join(' ')).not.toMatch(/ZIP/);
    expect(asked('en-CA')).toMatch(/postal code.*first three characters/);
    expect(asked('fr-CA')).toMatch(/code postal.*trois premiers caractères/);
    expect(asked('es-US')).toMatch(/código postal.*cinco dígitos/);
  });
});
