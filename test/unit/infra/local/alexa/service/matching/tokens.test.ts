import {
  normalise,
  textOf,
  tokensOf,
  wordsOf,
} from '../../../../../../../infra/local/alexa/service/matching/tokens.ts';

describe('the words of an utterance', () => {
  it.each([
    { case: 'case and punctuation', said: 'Reserve, an ATLAS!', words: ['reserve', 'an', 'atlas'] },
    { case: 'accents', said: 'Répète-le, sœur Zoë', words: ['repete', 'le', 'soeur', 'zoe'] },
    { case: 'accents made of two characters', said: 'cafe\u0301', words: ['cafe'] },
    { case: 'inverted punctuation', said: '¿Qué?¡Mañana!', words: ['que', 'manana'] },
    { case: 'guillemets and ellipses', said: '« Oui »… merci', words: ['oui', 'merci'] },
    { case: 'abbreviations', said: 'the U.S. and a. b. c.', words: ['the', 'us', 'and', 'a', 'b', 'c'] },
    { case: 'elisions', said: "l'agence d'ici", words: ["l'", 'agence', "d'", 'ici'] },
    { case: 'typographic apostrophes', said: 'qu’on s’il', words: ["qu'", 'on', "s'", 'il'] },
    {
      case: 'words with an apostrophe inside',
      said: "aujourd'hui I'm Jane's",
      words: ["aujourd'hui", "i'm", "jane's"],
    },
    { case: 'emoji', said: 'help 🙏 me', words: ['help', 'me'] },
  ])('are found whatever the $case', ({ said, words }) => {
    expect(wordsOf(said)).toEqual(words);
  });

  it('compares what was typed without accents with what is written with them', () => {
    expect(normalise('l’agence la plus près')).toBe(normalise("l'agence la plus pres"));
  });

  it.each([
    {
      said: 'Je voudrais, s’il vous plaît, l’agence de Québec.',
      text: "Je voudrais s'il vous plaît l'agence de Québec",
    },
    { said: 'un rendez-vous', text: 'un rendez-vous' },
    { said: 'flight 206-555', text: 'flight 206 555' },
    { said: 'yes — Jane', text: 'yes Jane' },
  ])('come back together as they were said: "$said"', ({ said, text }) => {
    expect(textOf(tokensOf(said))).toBe(text);
  });
});
