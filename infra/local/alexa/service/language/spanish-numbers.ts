import type { NumberWords } from './number-words.ts';

const units = 'uno dos tres cuatro cinco seis siete ocho nueve';
const teens = 'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve';
const tens = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa';
const hundreds = 'dosc tresc cuatroc quin seisc setec ochoc novec';

/** One is uno, un or una, by what it counts. */
const ones = ['uno', 'un', 'una'];

function belowHundred(): Map<string, number> {
  const digits = [
    ...ones.map((one) => [one, 1] as const),
    ...units.split(' ').map((word, at) => [word, at + 1] as const),
  ];
  const numbers = new Map<string, number>([
    ...digits,
    ...teens.split(' ').map((word, at) => [word, at + 10] as const),
    ['veinte', 20],
    ...digits.map(([word, value]) => [`veinti${word}`, 20 + value] as const),
  ]);
  for (const [index, ten] of tens.split(' ').entries()) {
    const value = (index + 3) * 10;
    numbers.set(ten, value);
    for (const [word, more] of digits) numbers.set(`${ten} y ${word}`, value + more);
  }
  return numbers;
}

export const spanishNumbers: NumberWords = {
  zeros: ['cero'],
  repeats: { doble: 2, triple: 3 },
  belowHundred: belowHundred(),
  hundreds: new Map<string, number>([
    ['cien', 100],
    ['ciento', 100],
    ...hundreds
      .split(' ')
      .flatMap((stem, at) => ['ientos', 'ientas'].map((ending) => [stem + ending, (at + 2) * 100] as const)),
  ]),
  timesHundred: [],
  thousands: new Map([['mil', 1000]]),
  timesThousand: ['mil'],
  and: [],
};
