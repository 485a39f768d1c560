import { ssml } from '../../../../skill/speech/ssml.ts';
import { skillLocaleOf, wordsFor } from '../../../../skill/speech/words-by-locale.ts';
import { skillLocales, type SkillLocale } from '../../../../shared/contracts/skill-locales.ts';
import type { SpokenNames, Words } from '../../../../skill/speech/words.ts';
import { names } from './all-that-is-said.ts';

describe('the words for a locale', () => {
  it.each<[string | undefined, SkillLocale]>([
    ['en-US', 'en-US'],
    ['en-CA', 'en-CA'],
    ['fr-CA', 'fr-CA'],
    ['es-US', 'es-US'],
    ['en-GB', 'en-US'],
    ['fr-FR', 'fr-CA'],
    ['es', 'es-US'],
    ['de-DE', 'en-US'],
    ['toString', 'en-US'],
    ['', 'en-US'],
    [undefined, 'en-US'],
    [null as unknown as undefined, 'en-US'],
    [{} as unknown as string, 'en-US'],
  ])('of %s are those of %s', (locale, nearest) => {
    expect(skillLocaleOf(locale)).toBe(nearest);
    expect(wordsFor(locale, names)).toBe(wordsFor(nearest, names));
  });

  it('are made once for the same names, and anew for others', () => {
    const others: SpokenNames = { ...names, business: 'Other Bank' };

    expect(wordsFor('es-US', { ...names })).toBe(wordsFor('es-US', names));
    expect(wordsFor('es-US', others).welcome.speech.ssml).toContain('Other Bank');
    expect(wordsFor('es-US', names).welcome.speech.ssml).not.toContain('Other Bank');
  });

  it('differ from one locale to the next', () => {
    const asked = skillLocales.map((locale) => wordsFor(locale, names).askPostalCode.speech.ssml);

    expect(new Set(asked).size).toBe(skillLocales.length);
  });

  it('do not compile where a sentence or a locale is missing', () => {
    // @ts-expect-error everything but the goodbye is missing
    const sentences: Words = { goodbye: ssml`Tschüss.` };
    // @ts-expect-error Spanish is missing
    const locales: Record<SkillLocale, string> = { 'en-US': '', 'en-CA': '', 'fr-CA': '' };

    expect([sentences, locales]).toHaveLength(2);
  });
});
