import { english } from '../../../../../../../infra/local/alexa/service/language/english.ts';
import { french } from '../../../../../../../infra/local/alexa/service/language/french.ts';
import { spanish } from '../../../../../../../infra/local/alexa/service/language/spanish.ts';
import { digitsOf } from '../../../../../../../infra/local/alexa/service/matching/numbers.ts';
import { wordsOf } from '../../../../../../../infra/local/alexa/service/matching/tokens.ts';

describe('numbers as they are spoken in English', () => {
  it.each([
    { said: 'twelve', digits: '12' },
    { said: 'one two three four', digits: '1234' },
    { said: 'zero oh five', digits: '005' },
    { said: 'two hundred and five', digits: '205' },
    { said: 'a hundred', digits: '100' },
    { said: 'twelve thousand three hundred forty five', digits: '12345' },
    { said: 'two hundred thousand and one', digits: '200001' },
    { said: 'nineteen eighty four', digits: '1984' },
    { said: 'twenty three', digits: '23' },
    { said: 'double five triple one', digits: '55111' },
    { said: '12 34', digits: '1234' },
    { said: 'one hundred zero', digits: '1000' },
  ])('reads "$said" as $digits', ({ said, digits }) => {
    expect(digitsOf(said.split(' '), english.numbers)).toBe(digits);
  });

  it.each(['my bill', 'twelve monkeys', 'and', 'five and', 'double', 'hundred'])('finds no number in "%s"', (said) => {
    expect(digitsOf(said.split(' '), english.numbers)).toBeUndefined();
  });
});

describe('numbers as they are spoken in French', () => {
  it.each([
    { said: 'deux zéro six', digits: '206' },
    { said: '2, 0, 6', digits: '206' },
    { said: 'un deux trois quatre', digits: '1234' },
    { said: 'zéro cinq', digits: '05' },
    { said: 'dix-sept', digits: '17' },
    { said: 'vingt et un', digits: '21' },
    { said: 'vingt-et-une', digits: '21' },
    { said: 'trente-deux', digits: '32' },
    { said: 'soixante et onze', digits: '71' },
    { said: 'soixante-dix-sept', digits: '77' },
    { said: 'quatre-vingts', digits: '80' },
    { said: 'quatre-vingt-un', digits: '81' },
    { said: 'quatre-vingt-dix', digits: '90' },
    { said: 'quatre vingt dix neuf', digits: '99' },
    { said: 'cent', digits: '100' },
    { said: 'cent un', digits: '101' },
    { said: 'deux cents', digits: '200' },
    { said: 'cinq cent quatorze', digits: '514' },
    { said: 'cinq cent quatorze cinq cent cinquante-cinq zéro un zéro zéro', digits: '5145550100' },
    { said: 'mille', digits: '1000' },
    { said: 'mille neuf cent quatre-vingt-quatre', digits: '1984' },
    { said: 'dix-neuf cent quatre-vingt-quatre', digits: '1984' },
    { said: 'deux mille vingt-six', digits: '2026' },
    { said: 'neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf', digits: '999999' },
    { said: 'double cinq triple un', digits: '55111' },
  ])('reads "$said" as $digits', ({ said, digits }) => {
    expect(digitsOf(wordsOf(said), french.numbers)).toBe(digits);
  });

  it.each(['septante', 'nonante-cinq', 'five', 'et', 'ma carte', 'quatre singes', 'double'])(
    'finds no number in "%s"',
    (said) => {
      expect(digitsOf(wordsOf(said), french.numbers)).toBeUndefined();
    },
  );
});

describe('numbers as they are spoken in Spanish', () => {
  it.each([
    { said: 'dos cero seis', digits: '206' },
    { said: '2, 0, 6', digits: '206' },
    { said: 'uno dos tres cuatro', digits: '1234' },
    { said: 'dieciséis', digits: '16' },
    { said: 'dieciseis', digits: '16' },
    { said: 'veinte', digits: '20' },
    { said: 'veintiuno', digits: '21' },
    { said: 'veintidós', digits: '22' },
    { said: 'treinta y una', digits: '31' },
    { said: 'noventa y nueve', digits: '99' },
    { said: 'cien', digits: '100' },
    { said: 'ciento uno', digits: '101' },
    { said: 'quinientos cincuenta y cinco', digits: '555' },
    { said: 'doscientas', digits: '200' },
    { said: 'mil', digits: '1000' },
    { said: 'mil novecientos ochenta y cuatro', digits: '1984' },
    { said: 'dos mil veintiséis', digits: '2026' },
    { said: 'noventa y ocho mil ciento uno', digits: '98101' },
    { said: 'cien mil', digits: '100000' },
    { said: 'novecientos noventa y nueve mil novecientos noventa y nueve', digits: '999999' },
    { said: 'doble cinco triple uno', digits: '55111' },
  ])('reads "$said" as $digits', ({ said, digits }) => {
    expect(digitsOf(wordsOf(said), spanish.numbers)).toBe(digits);
  });

  it.each(['five', 'y', 'treinta y', 'mi tarjeta', 'cuatro monos', 'doble'])('finds no number in "%s"', (said) => {
    expect(digitsOf(wordsOf(said), spanish.numbers)).toBeUndefined();
  });
});
