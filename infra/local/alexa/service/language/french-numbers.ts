import type { NumberWords } from './number-words.ts';

const small =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf';
/** The bases that units, or ten to nineteen, are added to. */
const bases: readonly (readonly [base: string, value: number, most: number])[] = [
  ['vingt', 20, 9],
  ['trente', 30, 9],
  ['quarante', 40, 9],
  ['cinquante', 50, 9],
  ['soixante', 60, 19],
  ['quatre vingt', 80, 19],
];

/** As in Canada and France: 70 is soixante-dix and 90 is quatre-vingt-dix; septante and nonante are not said there. */
function belowHundred(): Map<string, number> {
  const units = small.split(' ').map((word, index) => [word.replace('-', ' '), index + 1] as const);
  const numbers = new Map<string, number>([...units, ['une', 1], ['quatre vingts', 80]]);
  for (const [base, value, most] of bases) {
    numbers.set(base, value);
    for (const [unit, more] of [...units, ['une', 1] as const].filter(([, added]) => added <= most)) {
      numbers.set(`${base} ${unit}`, value + more);
      // "vingt et un", "soixante et onze": only ones and elevens are joined so, and never to eighty.
      if (more % 10 === 1 && value < 80) numbers.set(`${base} et ${unit}`, value + more);
    }
  }
  return numbers;
}

export const frenchNumbers: NumberWords = {
  zeros: ['zero'],
  repeats: { double: 2, triple: 3 },
  belowHundred: belowHundred(),
  hundreds: new Map([['cent', 100]]),
  timesHundred: ['cent', 'cents'],
  thousands: new Map([['mille', 1000]]),
  timesThousand: ['mille'],
  and: [],
};
