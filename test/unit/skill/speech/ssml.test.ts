import { ssml } from '../../../../skill/speech/ssml.ts';

describe('ssml', () => {
  it('escapes what comes from outside, and takes its own and other SSML as it stands', () => {
    expect(ssml`<p>${`a & <b> "c" 'd'`}</p>${ssml`<break/>`}`.ssml).toBe(
      '<p>a &amp; &lt;b&gt; &quot;c&quot; &apos;d&apos;</p><break/>',
    );
  });

  it('takes no text for escaped already', () => {
    expect(ssml`${'&amp; &lt;'}`.ssml).toBe('&amp;amp; &amp;lt;');
  });

  it('drops control characters, which no escape makes legal', () => {
    expect(ssml`${'a\u0000b\nc'}`.ssml).toBe('a b c');
  });

  it('drops halves of characters and what is no character, and keeps whole ones', () => {
    expect(ssml`${'a\uD83Db\uFFFEc💳'}`.ssml).toBe('a b c💳');
  });
});
