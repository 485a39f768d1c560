/** Words as they sound: small letters, digits and apostrophes, one blank between words. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim();
}
