import { enUs } from '../../../../skill/speech/en-us.ts';
import { ssml, type Ssml } from '../../../../skill/speech/ssml.ts';
import { wordsFor } from '../../../../skill/speech/words-by-locale.ts';
import type { Words } from '../../../../skill/speech/words.ts';

describe('words', () => {
  it.each(['en-US', 'en-CA', 'de-DE', 'toString', undefined])('are there for %s', (locale) => {
    expect(wordsFor(locale)).toBe(enUs);
  });

  it('of a locale that lacks a sentence do not compile', () => {
    // @ts-expect-error everything but the goodbye is missing
    const incomplete: Words = { goodbye: ssml`Tschüss.` };

    expect(incomplete.goodbye.ssml).toBe('Tschüss.');
  });

  it('are sentences that Alexa can parse and read within its limits', () => {
    const all = sentences(enUs);

    expect(all.length).toBeGreaterThan(15);
    expect(all.filter(({ ssml }) => ssml.trim() === '' || ssml.length > 8000 || /[<>&]/.test(ssml))).toEqual([]);
  });

  it.each(['lost-card', 'billing', 'branch-visit', 'mortgage'])(
    'announce a call about %s in one sentence, whatever the caller said',
    (id) => {
      expect(enUs.calling({ reason: { id, words: 'blah' } }).ssml).toMatch(
        /^Calling Example Bank support about [\w ]+\.$/,
      );
    },
  );

  it('announce a call about nothing in particular', () => {
    expect(enUs.calling({ reason: { id: 'other' } }).ssml).toBe('Calling Example Bank support now.');
  });

  it('never read an account number back, but for two digits of a long one', () => {
    const reason = { id: 'billing' };

    expect(enUs.calling({ reason, accountId: '987654' }).ssml.replaceAll(/\D/g, '')).toBe('54');
    expect(enUs.calling({ reason, accountId: '98765' }).ssml).not.toMatch(/\d/);
  });
});

describe('ssml', () => {
  it('escapes what comes from outside, and takes its own and other SSML as it stands', () => {
    expect(ssml`<p>${`a & <b> "c" 'd'`}</p>${ssml`<break/>`}`.ssml).toBe(
      '<p>a &amp; &lt;b&gt; &quot;c&quot; &apos;d&apos;</p><break/>',
    );
  });

  it('drops control characters, which no escape makes legal', () => {
    expect(ssml`${'a\u0000b\nc'}`.ssml).toBe('a b c');
  });
});

function sentences(value: unknown): Ssml[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'ssml' in value ? [value as Ssml] : Object.values(value).flatMap(sentences);
}
