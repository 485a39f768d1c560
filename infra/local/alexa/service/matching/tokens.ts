/** One word of an utterance. */
export interface Token {
  /** As it is compared: lower case, without accents, since people who type leave them out. */
  readonly word: string;
  /** As it was said. */
  readonly text: string;
  /** What stands between it and the next word: nothing after an elided one ("l'agence"), a hyphen, or a space. */
  readonly joint: '' | '-' | ' ';
}

const separators = /([\s,;:!?¿¡…"«»“”()_–—-]+|\.(?=\s|$))/u;
/** The words that French shortens; English has hardly any word that begins so, and splitting it does no harm. */
const elision = /^((?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)')(\p{L}.*)$/iu;

/** Splits what somebody says, or a sample, into words: case, accents, punctuation and the dots of abbreviations do not count. */
export function tokensOf(text: string): Token[] {
  const pieces = text
    .normalize('NFC')
    .replaceAll(/[’‘ʼ´`]/g, "'")
    .replaceAll(/(?<=\p{L})\.(?=\p{L}|\s|$)/gu, '')
    .split(separators);
  const tokens: Token[] = [];
  // Words stand at the even places and what separates them at the odd ones.
  for (let at = 0; at < pieces.length; at += 2) {
    const part = pieces[at] ?? '';
    if (!/[\p{L}\p{N}]/u.test(part)) continue;
    const joint = pieces[at + 1] === '-' && /\p{L}$/u.test(part) && /^\p{L}/u.test(pieces[at + 2] ?? '') ? '-' : ' ';
    const [, elided, rest] = elision.exec(part) ?? [];
    if (elided !== undefined && rest !== undefined)
      tokens.push({ word: fold(elided), text: elided, joint: '' }, { word: fold(rest), text: rest, joint });
    else tokens.push({ word: fold(part), text: part, joint: part.endsWith("'") ? '' : joint });
  }
  return tokens;
}

export function wordsOf(text: string): string[] {
  return tokensOf(text).map(({ word }) => word);
}

/** The form in which two phrases are compared. */
export function normalise(text: string): string {
  return phraseOf(tokensOf(text));
}

/** The words as they are compared, in a row. */
export function phraseOf(tokens: readonly Token[]): string {
  return tokens.map(({ word }) => word).join(' ');
}

/** The words as they were said. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, joint }, at) => (at === tokens.length - 1 ? text : text + joint)).join('');
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}
