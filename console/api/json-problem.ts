/** Looking for the place takes as long as reading some twenty times; no person writes texts that are longer. */
const mostCharactersToSearch = 1024 * 1024;

/** Where a text that is no JSON stops being it, in words; nothing of the text is repeated. */
export function jsonProblem(text: string): string {
  if (!breaksBeforeEnd(text)) return text.trim() === '' ? 'is empty: send JSON' : 'is no JSON: it ends too early';
  if (text.length > mostCharactersToSearch) return 'is no JSON';
  const lines = text.slice(0, offsetOfBreak(text)).split('\n');
  return `is no JSON at line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

/** V8 does not always say where: the shortest beginning that is broken ends there. */
function offsetOfBreak(text: string): number {
  let good = 0;
  let broken = text.length;
  while (broken - good > 1) {
    const middle = Math.floor((good + broken) / 2);
    if (breaksBeforeEnd(text.slice(0, middle))) broken = middle;
    else good = middle;
  }
  return broken - 1;
}

/** Whether no text that begins like this is JSON; false for one that is only incomplete, or JSON. */
function breaksBeforeEnd(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = / at position (\d+)/.exec(message)?.[1];
    return position === undefined ? message !== 'Unexpected end of JSON input' : Number(position) < text.length;
  }
}
