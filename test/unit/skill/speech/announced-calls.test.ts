import { plainTextOf, ssmlProblem } from '../../../../infra/local/alexa/service/ssml.ts';
import type { E164 } from '../../../../shared/domain/phone-number.ts';
import { wordsFor } from '../../../../skill/speech/words-by-locale.ts';
import { skillLocales } from '../../../../shared/contracts/skill-locales.ts';
import type { AnnouncedCall } from '../../../../skill/speech/words.ts';
import { cards, names, phoneEnding, sayings } from './all-that-is-said.ts';

const savings: AnnouncedCall = {
  reason: { id: 'lost-card', name: 'a lost or stolen card', words: 'my card is gone' },
  accountKind: 'savings',
  accountEnding: '78',
};
const english = wordsFor('en-US', names);

describe('a call that is announced', () => {
  it('is about the reason by its name, and the account by its kind and its last two digits', () => {
    expect(english.confirmCall(savings).speech.ssml).toBe(
      'I am going to call Example Bank support about a lost or stolen card, for your savings account ending in <say-as interpret-as="digits">78</say-as>. Would you like me to call now?',
    );
    expect(plainTextOf(wordsFor('fr-CA', names).confirmCall(savings).speech.ssml)).toContain(
      ", pour votre compte d'épargne qui se termine par 78. ",
    );
    expect(plainTextOf(wordsFor('es-US', names).confirmCall(savings).speech.ssml)).toContain(
      ', para su cuenta de ahorros que termina en 78. ',
    );
  });

  it('is told in the words of the caller when the catalogue has no name for it', () => {
    const call: AnnouncedCall = { reason: { id: 'other', words: 'fees & <charges>' }, accountKind: 'loan' };

    expect(english.calling(call).ssml).toBe(
      'Calling Example Bank support, for your loan, and telling them that it is about: fees &amp; &lt;charges&gt;.',
    );
  });

  it.each([{ id: 'other' }, { id: 'other', name: ' ', words: ' \u0000 ' }])(
    'is about nothing when nothing is known: %j',
    (reason) => {
      expect(english.calling({ reason }).ssml).toBe('Calling Example Bank support now.');
      expect(english.confirmCall({ reason }).speech.ssml).toBe(
        'I am going to call Example Bank support. Would you like me to call now?',
      );
    },
  );

  it('to their own phone is known by the last two digits of its number, and answered with 1', () => {
    expect(plainTextOf(english.confirmCallBack(savings, phoneEnding).speech.ssml)).toContain(
      'your phone, the number ending in 42, and',
    );
    expect(plainTextOf(english.callingBack(savings, phoneEnding).ssml)).toContain('Answer it and press 1');
    expect(plainTextOf(english.callingBack(savings, '').ssml)).toMatch(/^Your phone is about to ring\./);
  });

  it('is shown without anything of an account', () => {
    expect(english.card(savings, 'alexa-skill-call')).toEqual({
      title: 'Call to Example Bank',
      content:
        'Alexa is calling Example Bank support.\nIt is about: a lost or stolen card\nYou can also dial 206-555-0100.',
    });
    expect(english.card({ reason: { id: 'other' } }, 'callback')).toEqual({
      title: 'Call from Example Bank',
      content: 'Your phone is about to ring. Answer it and press 1.\nYou can also dial 206-555-0100.',
    });
  });

  it('names a number abroad as it is dialled from North America', () => {
    const abroad = wordsFor('en-US', { ...names, phoneNumber: '+442079460000' as E164 });

    expect(abroad.giveUp.ssml).toContain('<say-as interpret-as="digits">011442079460000</say-as>');
    expect(abroad.card(savings, 'callback').content).toContain('+442079460000');
  });
});

describe.each(skillLocales)('in %s', (locale) => {
  const words = wordsFor(locale, names);

  it.each([
    { case: 'markup', said: 'a <script>alert("1")</script> & b' },
    { case: 'markup that Alexa knows', said: '</speak><audio src="https://example.com/a.mp3"/>' },
    { case: 'an entity', said: 'x &amp; &bogus; y' },
    { case: 'a picture', said: 'my card 💳 is gone' },
  ])('$case in the words of a caller or the name of a reason stays text', ({ said }) => {
    const own = sayings(words, [{ reason: { id: 'other', words: said } }, { reason: { id: 'x', name: said } }]);
    const announced = own.filter(({ key }) => /^call \d (?!.*reprompt)/.test(key));

    expect(own.filter(({ ssml }) => ssmlProblem(`<speak>${ssml}</speak>`) !== undefined)).toEqual([]);
    expect(announced.length).toBe(8);
    expect(announced.filter(({ ssml }) => !plainTextOf(ssml).includes(said))).toEqual([]);
  });

  it.each([
    { case: 'long words', said: 'my card '.repeat(62) },
    { case: 'one endless word', said: '"'.repeat(500) },
    { case: 'endless pictures', said: `x${'💳'.repeat(250)}` },
    { case: 'very long words', said: '<b> & '.repeat(20_000) },
    { case: 'control characters and halves of characters', said: 'card\u0000\u001B[2J\uD800\uFFFF gone\n\nnow' },
  ])('$case are said at a bearable length, and are nothing that XML forbids', ({ said }) => {
    const own: AnnouncedCall[] = [{ reason: { id: 'other', words: said } }];

    const texts = [...sayings(words, own).map(({ ssml }) => ssml), ...cards(words, own).map(({ content }) => content)];

    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(2000);
    expect(sayings(words, own).filter(({ ssml }) => ssmlProblem(`<speak>${ssml}</speak>`) !== undefined)).toEqual([]);
    expect(texts.filter((text) => /(?!\n)\p{Cc}|\p{Cs}|\uFFFF/u.test(text))).toEqual([]);
  });

  it('no more than two digits of an account are said, and none are shown, wherever the number is hidden', () => {
    const number = '5309876';
    const these: AnnouncedCall[] = [
      { reason: { id: 'x', name: 'a bill' }, accountEnding: number },
      { reason: { id: 'x', name: 'a bill' }, accountEnding: '76', accountKind: 'checking' },
      { reason: { id: 'other', words: `my account ${number}` }, accountEnding: '76' },
      { reason: { id: 'other', words: 'account 530-98 76' } },
      { reason: { id: 'other', words: number } },
    ];
    const digitsOf = (text: string): string => text.replaceAll(/206-?555-?0100|911|\D/g, '');
    // What a call is announced with has digits of its own: the end of the phone's number, and the key to press.
    const permitted = ['', '76', '1', '42', '4276', '421', '42176'];

    const announced = sayings(words, these).filter(({ key }) => key.startsWith('call '));

    expect(announced.filter(({ ssml }) => !permitted.includes(digitsOf(plainTextOf(ssml))))).toEqual([]);
    expect(announced.filter(({ ssml }) => ssml.includes('>76<')).length).toBeGreaterThan(0);
    expect(cards(words, these).filter(({ content }) => !['', '1'].includes(digitsOf(content)))).toEqual([]);
  });

  it('a year or an amount in the words of a caller is said', () => {
    expect(words.calling({ reason: { id: 'other', words: 'the 250 dollars of 2024' } }).ssml).toContain(
      'the 250 dollars of 2024.',
    );
  });
});
