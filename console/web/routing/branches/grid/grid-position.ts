/** A cell of the grid: rows from 0, -1 is the header; columns from 0. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** How many rows are seen at once. */
  readonly page: number;
}

export interface PressedKey {
  readonly key: string;
  /** Ctrl, or Command on a Mac. */
  readonly isCommand: boolean;
}

/** Where a key leads, as the grid pattern of the ARIA Authoring Practices has it; absent: the key does not move. */
export function movedPosition(from: GridPosition, pressed: PressedKey, size: GridSize): GridPosition | undefined {
  const to = target(from, pressed, size);
  return to && { row: clamp(to.row, -1, size.rows - 1), column: clamp(to.column, 0, size.columns - 1) };
}

function target(
  { row, column }: GridPosition,
  { key, isCommand }: PressedKey,
  size: GridSize,
): GridPosition | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      // The header is gone to on purpose only.
      return { row: Math.max(row - size.page, Math.min(row, 0)), column };
    case 'PageDown':
      return { row: row + size.page, column };
    case 'Home':
      return { row: isCommand ? 0 : row, column: 0 };
    case 'End':
      return { row: isCommand ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return undefined;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
