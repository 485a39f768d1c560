import { speakSchema } from '../../../../../shared/contracts/sma-response.ts';
import { pollyVoices } from '../../../../../infra/local/pstn-audio/media/speech/polly-voices.ts';
import { speak } from '../../../../../sma-handler/actions/speak.ts';
import { sayingNames, type LocaleWords } from '../../../../../shared/domain/call-speech/sayings.ts';
import { say, wordsIn } from '../../../../../shared/domain/call-speech/words.ts';

const locales = ['en-US', 'en-CA', 'fr-CA', 'es-US'];
const questions = ['callbackQuestion', 'anotherTryQuestion', 'recordingQuestion'] as const;

describe('spoken words', () => {
  it.each(locales)('are there in %s, whole sentences that Speak takes', (locale) => {
    const all = sayingNames.map((name) => say(name, locale));

    expect(all.filter((words) => !speakSchema.safeParse(speak(words)).success)).toEqual([]);
    expect(all.filter(({ text }) => !/^[¿\p{Lu}1].*[.?]$/u.test(text) || /[<>&"]|\s{2}/.test(text))).toEqual([]);
  });

  it.each(locales)('name the keys of each question in %s', (locale) => {
    for (const question of questions) expect(say(question, locale).text).toMatch(/\b1\b/);
    expect(say('recordingQuestion', locale).text).toMatch(/\b1\b.*\b2\b/);
    expect(say('surveyQuestion', locale).text).toMatch(/\b1\b.*\b5\b/);
  });

  it.each(locales)('keep the caller waiting for a moment only before the first ring, in %s', (locale) => {
    expect(say('oneMoment', locale).text.length).toBeLessThanOrEqual(30);
  });

  it.each(locales)('ask no second question when one is asked again, in %s', (locale) => {
    for (const again of [
      'callbackAgain',
      'recordingAgain',
      'anotherTryAgain',
      'surveyAgain',
      'notUnderstood',
    ] as const) {
      expect(say(again, locale).text).not.toMatch(/\?|press|faites|oprima/i);
    }
  });

  it('are not the same in two languages', () => {
    for (const name of sayingNames) {
      const languages = ['en-US', 'fr-CA', 'es-US'].map((locale) => say(name, locale).text);

      expect(new Set(languages).size).toBe(3);
    }
  });

  it.each([
    { locale: 'en-US', text: 'Goodbye.', languageCode: 'en-US', voiceId: 'Joanna' },
    // Polly has no Canadian English.
    { locale: 'en-CA', text: 'Goodbye.', languageCode: 'en-US', voiceId: 'Joanna' },
    { locale: 'fr-CA', text: 'Au revoir.', languageCode: 'fr-CA', voiceId: 'Gabrielle' },
    { locale: 'es-US', text: 'Adiós.', languageCode: 'es-US', voiceId: 'Lupe' },
    { locale: 'en-GB', text: 'Goodbye.', languageCode: 'en-GB', voiceId: 'Amy' },
    { locale: 'fr-FR', text: 'Au revoir.', languageCode: 'fr-FR', voiceId: 'Lea' },
    { locale: 'es-MX', text: 'Adiós.', languageCode: 'es-MX', voiceId: 'Mia' },
    { locale: 'de-DE', text: 'Goodbye.', languageCode: 'en-US', voiceId: 'Joanna' },
    { locale: 'toString', text: 'Goodbye.', languageCode: 'en-US', voiceId: 'Joanna' },
    { locale: '', text: 'Goodbye.', languageCode: 'en-US', voiceId: 'Joanna' },
    { locale: undefined, text: 'Goodbye.', languageCode: 'en-US', voiceId: 'Joanna' },
  ])('say goodbye to a caller of $locale in their language, or else in English', ({ locale, ...words }) => {
    expect(say('goodbye', locale)).toEqual(words);
  });

  it.each([...locales, 'en-GB', 'en-AU', 'en-IN', 'es-MX', 'es-ES', 'fr-FR', 'de-DE', 'it-IT', 'pt-BR', 'ja-JP'])(
    'have a neural voice of Polly for %s',
    (locale) => {
      const { languageCode, voiceId } = wordsIn({ words: 'x', locale });

      expect(pollyVoices.get(voiceId)).toMatchObject({
        language: languageCode,
        engines: expect.arrayContaining(['neural']),
      });
    },
  );

  it('of the table are said as they are, in a voice of their own locale', () => {
    expect(wordsIn({ words: 'Guten Tag.', locale: 'de-DE' })).toEqual({
      text: 'Guten Tag.',
      languageCode: 'de-DE',
      voiceId: 'Vicki',
    });
  });

  it('of a locale that lacks a sentence do not compile', () => {
    // @ts-expect-error all sentences but one are missing
    const incomplete: LocaleWords['sayings'] = { goodbye: 'Tschüss.' };

    expect(incomplete.goodbye).toBe('Tschüss.');
  });
});
