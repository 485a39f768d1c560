import type { Position } from './findings.ts';

/** The lines of a text. They are looked for when the first is asked for, not before. */
export interface TextLines {
  /** The offset where a line begins; lines count from 1. The end of the text for lines after the last. */
  startOf(line: number): number;
  /** Line and column of an offset, both from 1. */
  positionOf(offset: number): Position;
}

/** Ends of lines as any system writes them. A byte order mark is no character of the first line. */
export function linesOf(text: string): TextLines {
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] => (known ??= lineStarts(text));
  const startOf = (line: number): number => starts()[line - 1] ?? text.length;
  return {
    startOf,
    positionOf: (offset) => {
      const line = lineAt(starts(), offset);
      return { line, column: 1 + Math.max(0, offset - startOf(line)) };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

/** The last line that begins at the offset or before it. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
