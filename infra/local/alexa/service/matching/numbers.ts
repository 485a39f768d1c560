const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const repeats: Readonly<Record<string, number>> = { double: 2, triple: 3 };

/**
 * The digits that somebody says, in English: a cardinal ("two hundred and five" → 205), digits one by one
 * ("one two oh four" → 1204), or groups in a row ("nineteen eighty four" → 1984); leading zeros are kept.
 * Undefined when a word is not part of a number.
 */
export function digitsOf(words: readonly string[]): string | undefined {
  let digits = '';
  let at = 0;
  while (at < words.length) {
    const group = readGroup(words, at);
    if (group === undefined) return undefined;
    digits += group.digits;
    at = group.next;
  }
  return digits === '' ? undefined : digits;
}

interface Group {
  readonly digits: string;
  readonly next: number;
}

function readGroup(words: readonly string[], at: number): Group | undefined {
  const word = words[at] ?? '';
  if (/^\d+$/.test(word)) return { digits: word, next: at + 1 };
  const times = repeats[word];
  if (times !== undefined) {
    const digit = digitOf(words[at + 1]);
    return digit === undefined ? undefined : { digits: digit.repeat(times), next: at + 2 };
  }
  // A zero never starts a cardinal: "oh five" is 05.
  if (digitOf(word) === '0') return { digits: '0', next: at + 1 };
  const cardinal = readCardinal(words, at);
  return cardinal === undefined ? undefined : { digits: String(cardinal.value), next: cardinal.next };
}

interface Cardinal {
  readonly value: number;
  readonly next: number;
}
type ReadCardinal = (words: readonly string[], at: number) => Cardinal | undefined;

/** The longest cardinal from `at`, below a million. */
const readCardinal: ReadCardinal = (words, at) => {
  const first = readBelowThousand(words, at);
  if (first === undefined || words[first.next] !== 'thousand') return first;
  return plus({ value: first.value * 1000, next: first.next + 1 }, words, readBelowThousand);
};

const readBelowThousand: ReadCardinal = (words, at) => {
  const first = readBelowHundred(words, at);
  if (first === undefined || words[first.next] !== 'hundred') return first;
  return plus({ value: first.value * 100, next: first.next + 1 }, words, readBelowHundred);
};

/** Adds what follows, with or without an "and". */
function plus(base: Cardinal, words: readonly string[], read: ReadCardinal): Cardinal {
  const rest = read(words, words[base.next] === 'and' ? base.next + 1 : base.next);
  return rest === undefined || rest.value === 0 ? base : { value: base.value + rest.value, next: rest.next };
}

function readBelowHundred(words: readonly string[], at: number): Cardinal | undefined {
  const word = words[at] ?? '';
  const ten = tens.indexOf(word);
  if (ten >= 0) {
    const unit = units.indexOf(words[at + 1] ?? '');
    const joined = unit >= 1 && unit <= 9;
    return { value: (ten + 2) * 10 + (joined ? unit : 0), next: at + (joined ? 2 : 1) };
  }
  if (word === 'a' && ['hundred', 'thousand'].includes(words[at + 1] ?? '')) return { value: 1, next: at + 1 };
  const unit = units.indexOf(word);
  return unit >= 0 ? { value: unit, next: at + 1 } : undefined;
}

function digitOf(word: string | undefined): string | undefined {
  if (word === 'oh' || word === 'o') return '0';
  const unit = units.indexOf(word ?? '');
  if (unit >= 0 && unit <= 9) return String(unit);
  return word !== undefined && /^\d$/.test(word) ? word : undefined;
}
