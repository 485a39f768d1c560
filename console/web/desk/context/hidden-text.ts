/** How long something stays shown that was asked for, in milliseconds. */
export const shownForMs = 60_000;

const lastShown = 4;

/** "•••• 0100": the last four characters, and no hint of how many there are. What is no longer than that is hidden whole. */
export function hiddenText(text: string): string {
  const characters = Array.from(text);
  return characters.length <= lastShown ? '••••' : `•••• ${characters.slice(-lastShown).join('')}`;
}

/** The same, to be heard. */
export function hiddenWords(text: string): string {
  const characters = Array.from(text);
  return characters.length <= lastShown ? 'hidden' : `hidden, ends in ${characters.slice(-lastShown).join(' ')}`;
}
