/** Digits as they are said in English, Spanish and French; a slot of a type of our own gives them as words. */
export const spokenDigits: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['zero', 'oh', 'o', 'cero', 'zéro'],
    ['one', 'uno', 'un'],
    ['two', 'dos', 'deux'],
    ['three', 'tres', 'trois'],
    ['four', 'cuatro', 'quatre'],
    ['five', 'cinco', 'cinq'],
    ['six', 'seis'],
    ['seven', 'siete', 'sept'],
    ['eight', 'ocho', 'huit'],
    ['nine', 'nueve', 'neuf'],
  ].flatMap((words, digit) => words.map((word) => [word, String(digit)])),
);
