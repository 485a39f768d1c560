import type { Position } from '../../findings.ts';
import { linesOf } from '../../text-lines.ts';

/** Finds where a cell begins, in a text that has been read as CSV: the row's line from 1, the cell from 0. */
export type LocateCell = (line: number, cell: number) => Position;

export function locateCells(text: string): LocateCell {
  const lines = linesOf(text);
  return (line, cell) => {
    const start = lines.startOf(line);
    return { line, column: 1 + cellOffset(text, start, cell) - start };
  };
}

/** The start of the row when the cell is not there, or on a later line of the row than the first. */
function cellOffset(text: string, start: number, cell: number): number {
  let quoted = false;
  let passed = 0;
  for (let offset = start; passed < cell; offset += 1) {
    const character = text[offset];
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      passed += 1;
      if (passed === cell) return offset + 1;
    } else if (character === undefined || character === '\n' || character === '\r') return start;
  }
  return start;
}
