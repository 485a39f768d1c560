import fc from 'fast-check';
import type { Menu } from '../../../../../shared/domain/routing/menu-of.ts';
import { menuWords } from '../../../../../shared/domain/call-speech/menu-words.ts';

function menuOf(...names: readonly string[]): Menu {
  return { options: names.map((name, index) => ({ reasonId: `reason-${index}`, name })) };
}

describe('menu words', () => {
  it.each([
    {
      locale: 'en-US',
      names: ['a lost or stolen card', 'your bill'],
      text: 'What is your call about? For a lost or stolen card, press 1. For your bill, press 2.',
      again: 'Sorry, we did not get your choice.',
    },
    {
      locale: 'fr-CA',
      names: ['une carte perdue ou volée', 'votre facture'],
      text: 'Quelle est la raison de votre appel? Pour une carte perdue ou volée, faites le 1. Pour votre facture, faites le 2.',
      again: "Désolé, nous n'avons pas compris votre choix.",
    },
    {
      locale: 'es-US',
      names: ['una tarjeta perdida', 'su factura'],
      text: '¿Cuál es el motivo de su llamada? Para una tarjeta perdida, oprima el 1. Para su factura, oprima el 2.',
      again: 'Lo sentimos, no entendimos su elección.',
    },
  ])('offer a key for each reason, in $locale', ({ locale, names, text, again }) => {
    const words = menuWords(menuOf(...names), locale);

    expect(words.first).toMatchObject({ text, languageCode: locale });
    expect(words.again).toMatchObject({ text: again, languageCode: locale });
  });

  it('leave the greeting to its own locale', () => {
    const greeting = { words: 'Welcome to Example Bank.', locale: 'en-US' };

    expect(menuWords({ ...menuOf('votre facture'), greeting }, 'fr-CA').first.text).not.toContain('Welcome');
  });

  it('cut names that are too long for all to be heard at the end of a word, and leave the short ones whole', () => {
    const long = 'an endless matter '.repeat(100);

    const { text } = menuWords(menuOf(long, 'your bill', long), 'en-US').first;

    expect(text).toMatch(
      /For an endless(?: \w+)* (?:an|endless|matter), press 1\. For your bill, press 2\. For an endless/,
    );
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text.length).toBeGreaterThan(950);
  });

  it('leave a long name no more room than the others do, and cut no character in two', () => {
    const others = Array.from({ length: 8 }, () => 'y'.repeat(80));

    for (const long of ['x'.repeat(2000), '😀'.repeat(1000), `x${'😀'.repeat(1000)}`]) {
      const { text } = menuWords(menuOf(...others, long), 'en-US').first;

      expect(text.length).toBeLessThanOrEqual(1000);
      expect(text.length).toBeGreaterThan(990);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('take line feeds and control characters out of names', () => {
    expect(menuWords(menuOf(' your\n\tbill\u0000 '), 'en-US').first.text).toBe(
      'What is your call about? For your bill, press 1.',
    );
  });

  it('have 1 to 1,000 characters and every key, whatever the names are', () => {
    const names = fc.array(fc.string({ unit: 'binary', maxLength: 1200 }), { maxLength: 9 });
    const locales = fc.constantFrom('en-US', 'en-CA', 'fr-CA', 'es-US', 'ja-JP', undefined);

    fc.assert(
      fc.property(names, locales, (given, locale) => {
        const { first, again } = menuWords(menuOf(...given), locale);

        expect(first.text.length).toBeGreaterThan(0);
        expect(first.text.length).toBeLessThanOrEqual(1000);
        expect(first.text.isWellFormed()).toBe(true);
        expect(again.text.length).toBeLessThanOrEqual(1000);
        expect(given.filter((_, index) => !first.text.includes(` ${index + 1}.`))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
