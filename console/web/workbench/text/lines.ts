/** Some lines of a file that belong together: what was written before it, and itself. Both end with a line's end. */
export interface Piece {
  /** Comments and blank lines before it: they go where it goes. */
  readonly lead: string;
  readonly body: string;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** Comments and blank lines after the last. */
  readonly tail: string;
}

/**
 * Cuts lines where `begins` says. A comment belongs to what follows it; one that is indented deeper than `indent`, to what was before.
 * @returns undefined when the first line that says anything begins nothing.
 */
export function cut(lines: readonly string[], indent: number, begins: (line: string) => boolean): Pieces | undefined {
  const pieces: { lead: string; body: string }[] = [];
  let pending: string[] = [];
  let current: { lead: string; body: string[] } | undefined;
  const close = (): string => {
    const own = pending.findLastIndex((line) => line.trim() !== '' && indentOf(line) > indent) + 1;
    if (current === undefined) return pending.join('');
    pieces.push({ lead: current.lead, body: [...current.body, ...pending.slice(0, own)].join('') });
    return pending.slice(own).join('');
  };
  for (const line of lines) {
    if (/^\s*(?:#|$)/.test(line)) {
      pending.push(line);
      continue;
    }
    if (begins(line)) current = { lead: close(), body: [line] };
    else if (current === undefined) return undefined;
    else {
      for (const each of pending) current.body.push(each);
      current.body.push(line);
    }
    pending = [];
  }
  return { tail: close(), pieces };
}

/** Each with its end. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** All lines that say something, so much further to the right. */
export function indented(text: string, blanks: string): string {
  return blanks === '' ? text : text.replaceAll(/^(?=[^\n])/gm, blanks);
}
