import { suggestion } from '../../../../shared/contracts/table-file/nearest-name.ts';

/** In the order in which they are written. */
export const columnNames = [
  'id',
  'name',
  'number',
  'latitude',
  'longitude',
  'postalCode',
  'country',
  'services',
  'schedule',
  'capacity',
] as const;
export type ColumnName = (typeof columnNames)[number];

const requiredColumns: readonly ColumnName[] = ['id', 'name', 'number', 'services', 'schedule'];

/** Where each column is in a row, from 0. */
export type Columns = ReadonlyMap<ColumnName, number>;

export interface HeaderProblem {
  readonly code: string;
  readonly message: string;
  /** From 0; absent when it is about the header as a whole. */
  readonly column?: number;
}

/** Reads the header row: columns in any order, capitals or not, each once. */
export function readHeader(cells: readonly string[]): {
  readonly columns: Columns;
  readonly problems: readonly HeaderProblem[];
} {
  const columns = new Map<ColumnName, number>();
  const separator = wrongSeparator(cells);
  if (separator !== undefined)
    return {
      columns,
      problems: [
        {
          code: 'header-separator',
          message: `has one column only: separate columns with commas, not with ${separator}`,
        },
      ],
    };

  const problems: HeaderProblem[] = [];
  for (const [column, cell] of cells.entries()) {
    const name = columnNames.find((each) => each.toLowerCase() === cell.trim().toLowerCase());
    if (name === undefined)
      problems.push({
        code: 'unknown-column',
        column,
        message:
          cell.trim() === ''
            ? 'a column has no name: give it one, or take the column out'
            : `"${cell.trim()}" is not known here${suggestion(cell.trim(), columnNames)}`,
      });
    else if (columns.has(name))
      problems.push({ code: 'column-twice', column, message: `"${name}" is there twice: take one of them out` });
    else columns.set(name, column);
  }
  return { columns, problems: [...problems, ...missingColumns(columns, problems)] };
}

/** A misspelt column is not missing as well. */
function missingColumns(columns: Columns, problems: readonly HeaderProblem[]): readonly HeaderProblem[] {
  const isMissing = (name: ColumnName): boolean =>
    !columns.has(name) && !problems.some(({ message }) => message.includes(`did you mean "${name}"`));
  const missing = requiredColumns.filter(isMissing).map((name) => ({
    code: 'missing-column',
    message: `has no column "${name}": the header is ${columnNames.join(',')}, in any order`,
  }));
  const placed = !isMissing('postalCode') || !(isMissing('latitude') || isMissing('longitude'));
  return placed
    ? missing
    : [
        ...missing,
        {
          code: 'missing-column',
          message: 'says nowhere where branches are: give latitude and longitude, or postalCode',
        },
      ];
}

function wrongSeparator(cells: readonly string[]): string | undefined {
  const [only = ''] = cells;
  if (cells.length !== 1) return undefined;
  if (only.includes(';')) return 'semicolons';
  return only.includes('\t') ? 'tabs' : undefined;
}
