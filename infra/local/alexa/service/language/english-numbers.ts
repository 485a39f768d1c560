import type { NumberWords } from './number-words.ts';

const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

function belowHundred(): Map<string, number> {
  const numbers = new Map(small.split(' ').map((word, index) => [word, index + 1]));
  const units = [...numbers].slice(0, 9);
  for (const [index, ten] of tens.split(' ').entries()) {
    const value = (index + 2) * 10;
    numbers.set(ten, value);
    for (const [unit, more] of units) numbers.set(`${ten} ${unit}`, value + more);
  }
  return numbers;
}

export const englishNumbers: NumberWords = {
  zeros: ['zero', 'oh', 'o'],
  repeats: { double: 2, triple: 3 },
  belowHundred: belowHundred(),
  hundreds: new Map([['a hundred', 100]]),
  timesHundred: ['hundred'],
  thousands: new Map([['a thousand', 1000]]),
  timesThousand: ['thousand'],
  and: ['and'],
};
