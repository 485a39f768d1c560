import { withoutLongNumbers } from '../../../../skill/speech/without-numbers.ts';

describe('what a caller hears of their own words', () => {
  it.each([
    ['my account one two three four five six seven eight please', 'my account … please'],
    ['my account number is double four three two one', 'my account number is …'],
    ['mon compte un deux trois quatre cinq six', 'mon compte …'],
    ['mi cuenta uno dos tres cuatro cinco', 'mi cuenta …'],
    ['account 1 2 three 4 five', 'account …'],
    ['dieciséis dieciséis cero cero uno', '…'],
  ])('has no long number in it: %s', (words, said) => {
    expect(withoutLongNumbers(words)).toBe(said);
  });

  it.each([
    'a charge of twenty five dollars',
    'one of my two cards',
    'un compte',
    'the year 2024',
    'hundreds of dollars',
  ])('keeps short ones: %s', (words) => {
    expect(withoutLongNumbers(words)).toBe(words);
  });
});
