import { english } from '../../../../../../../infra/local/alexa/service/language/english.ts';
import { builtInSlotTypes } from '../../../../../../../infra/local/alexa/service/matching/built-in-slot-types.ts';
import { wordsOf } from '../../../../../../../infra/local/alexa/service/matching/tokens.ts';

function read(type: string, said: string): string | undefined {
  const slotType = builtInSlotTypes[type];
  if (slotType?.kind !== 'numeric') throw new Error(`${type} reads no numbers`);
  return slotType.read(wordsOf(said), english.numbers);
}

describe('a slot type for numbers', () => {
  it.each([
    { type: 'AMAZON.NUMBER', said: 'twelve', value: '12' },
    { type: 'AMAZON.NUMBER', said: '2, 0, 6', value: '206' },
    { type: 'AMAZON.NUMBER', said: '12,345', value: '12345' },
    { type: 'AMAZON.FOUR_DIGIT_NUMBER', said: 'nineteen eighty-four', value: '1984' },
    { type: 'AMAZON.PhoneNumber', said: '(206) 555-0100', value: '2065550100' },
    { type: 'AMAZON.PhoneNumber', said: '206.555.0100', value: '2065550100' },
    { type: 'AMAZON.PhoneNumber', said: '+1 206 555 0100', value: '12065550100' },
    { type: 'AMAZON.PhoneNumber', said: 'two oh six five five five oh one hundred', value: '2065550100' },
  ])('$type takes "$said" for $value', ({ type, said, value }) => {
    expect(read(type, said)).toBe(value);
  });

  it.each([
    { type: 'AMAZON.NUMBER', said: '3.5' },
    { type: 'AMAZON.NUMBER', said: 'my account' },
    { type: 'AMAZON.FOUR_DIGIT_NUMBER', said: 'one two three' },
    { type: 'AMAZON.PhoneNumber', said: 'one two' },
    { type: 'AMAZON.PhoneNumber', said: '1234567890123456' },
  ])('$type does not take "$said"', ({ type, said }) => {
    expect(read(type, said)).toBeUndefined();
  });
});
