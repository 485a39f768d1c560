import { digitsOf } from '../../../../../../infra/local/alexa/service/matching/numbers.ts';

describe('numbers as they are spoken', () => {
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
    expect(digitsOf(said.split(' '))).toBe(digits);
  });

  it.each(['my bill', 'twelve monkeys', 'and', 'five and', 'double', 'hundred'])('finds no number in "%s"', (said) => {
    expect(digitsOf(said.split(' '))).toBeUndefined();
  });
});
