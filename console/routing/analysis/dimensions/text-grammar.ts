/** Which texts there are: what may follow a beginning, and whether it may be all. */
export interface TextGrammar {
  /** The characters that may follow, the least odd ones first. None, and not all either: no text of this kind. */
  next(beginning: string): string;
  mayEnd(beginning: string): boolean;
  /** A text that begins so; the beginning is one that a text may have. */
  complete(beginning: string): string;
  /** Whether any other character may follow too. */
  readonly open: boolean;
}

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Telephone numbers that ring somewhere: E.164 with 8 to 15 digits. */
export const telephoneNumbers: TextGrammar = {
  next(beginning) {
    if (beginning === '') return '+';
    if (beginning === '+') return digits.slice(1);
    return beginning.length < 16 ? `5${digits}` : '';
  },
  mayEnd: (beginning) => beginning.length >= 9,
  // Eleven digits; in North America that is one of the numbers kept for fiction, where the beginning lets it.
  complete: (beginning) => beginning + '+12065550100'.slice(beginning.length),
  open: false,
};

/**
 * Postal codes without blanks and hyphens, in capitals: 3 to 10 digits; three digits or more and up to three letters ("1012AB");
 * or a letter and 2 to 9 letters and digits ("K1A0B1", "SW1A1AA"). Wide enough for every country's, so that a beginning
 * is used up only when each of its ten digits is, where no letter can follow and the code cannot end.
 */
export const postalCodes: TextGrammar = {
  next(beginning) {
    if (beginning === '') return digits + letters;
    if (beginning.length >= 10) return '';
    if (beginning.charAt(0) >= 'A') return digits + letters;
    const lettersAtEnd = /[A-Z]*$/.exec(beginning)?.[0].length ?? 0;
    if (lettersAtEnd === 0) return beginning.length < 3 ? digits : digits + letters;
    return lettersAtEnd < 3 ? letters : '';
  },
  mayEnd: (beginning) => beginning.length >= 3,
  complete(beginning) {
    if (/^\d*$/.test(beginning)) return beginning + '98101'.slice(beginning.length);
    return beginning.charAt(0) >= 'A' ? beginning + 'K1A0B1'.slice(beginning.length) : beginning;
  },
  open: false,
};

/** Any text with something in it. */
export const anyText: TextGrammar = {
  next: () => `x${digits}${letters}abcdefghijklmnopqrstuvwyz`,
  mayEnd: (beginning) => beginning !== '',
  complete: (beginning) => beginning,
  open: true,
};

/** Whether a text of this kind may begin so. */
export function mayBegin(grammar: TextGrammar, beginning: string): boolean {
  for (let index = 0; index < beginning.length; index += 1)
    if (!grammar.open && !grammar.next(beginning.slice(0, index)).includes(beginning.charAt(index))) return false;
  return grammar.open || grammar.mayEnd(beginning) || grammar.next(beginning) !== '';
}
