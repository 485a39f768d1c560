import { parse, type CsvError } from 'csv-parse/sync';

export interface CsvRow {
  readonly cells: readonly string[];
  /** From 0, which is the header; rows without content are not counted. */
  readonly row: number;
  /** Where it begins, from 1. */
  readonly line: number;
}

export interface BrokenRow {
  readonly code: string;
  readonly row: number;
  readonly line: number;
  readonly message: string;
}

export interface CsvReading {
  readonly rows: readonly CsvRow[];
  readonly broken: readonly BrokenRow[];
}

/** Longer than any branch: most likely a quote is missing, and what follows is all one field. */
const longestRow = 20_000;

const notClosed = 'CSV_QUOTE_NOT_CLOSED';

const words: Readonly<Record<string, string>> = {
  [notClosed]: 'a quote is opened and not closed: close it, and write "" for a quote inside a field',
  CSV_MAX_RECORD_SIZE: `is longer than ${longestRow.toLocaleString('en-US')} characters: most likely a quote is opened and not closed`,
  INVALID_OPENING_QUOTE: 'has a quote inside a field: put the whole field in quotes, and write "" for each quote in it',
  CSV_INVALID_CLOSING_QUOTE: 'has a quote inside a quoted field: write "" for it',
};

/**
 * Splits comma-separated values (RFC 4180) into rows. A byte order mark is left out, and so are blank rows; any line ends
 * are taken, and those inside of fields become "\n".
 */
export function readCsvRows(text: string): CsvReading {
  const rows: CsvRow[] = [];
  const broken: BrokenRow[] = [];
  let row = 0;
  let lastLine = 0;
  // One kind of line end: the parser counts "\r\n" inside of a field as two.
  parse(text.replaceAll(/\r\n?/g, '\n'), {
    bom: true,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: (error) => {
      const broke = { row, ...lineAndWords(error, lastLine + 1) };
      if (!followsFrom(broken.at(-1), broke)) {
        broken.push(broke);
        row += 1;
      }
      lastLine = Math.max(lastLine, broke.line);
      return undefined;
    },
    on_record: (cells: string[], { lines }: { readonly lines: number }) => {
      if (cells.some((cell) => cell.trim() !== '')) {
        rows.push({ cells, row, line: lines - lineEndsIn(cells, lines - lastLine - 1) });
        row += 1;
      }
      lastLine = lines;
      return null;
    },
  });
  return { rows, broken };
}

/** A row that goes on to the end of the text is told where it begins, any other where the parser stands. */
function lineAndWords(error: CsvError | undefined, begins: number): Omit<BrokenRow, 'row'> {
  const code = error?.code ?? 'unknown';
  const lines: unknown = error?.['lines'];
  const endless = code === notClosed || code === 'CSV_MAX_RECORD_SIZE';
  return {
    code,
    line: endless || typeof lines !== 'number' ? begins : lines,
    message: words[code] ?? `cannot be read: ${error?.message ?? code}`,
  };
}

/** One misplaced quote is told once: of its own row, and of all that is taken for one field after it. */
function followsFrom(earlier: BrokenRow | undefined, { code, line }: BrokenRow): boolean {
  return earlier?.line === line || (code === notClosed && earlier?.code === 'CSV_INVALID_CLOSING_QUOTE');
}

/** Lines of a quoted field; looked for only where a row may have several. */
function lineEndsIn(cells: readonly string[], atMost: number): number {
  if (atMost === 0) return 0;
  const ends = cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
  return Math.min(ends, atMost);
}
