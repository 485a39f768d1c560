import { idSchema } from '../../../../shared/contracts/table-file/parts.ts';
import { branchSchema, type FileBranch } from '../../../../shared/contracts/table-file/branches.ts';
import type { SourceFile } from '../../../../shared/ports/routing-table-store.ts';
import { schemaProblems } from '../../schema-findings.ts';
import { BranchProblems } from '../branch-problems.ts';
import type { BranchFileReading } from '../read-branches.ts';
import { branchOfRow, columnOf } from './branch-of-row.ts';
import { locateCells, type LocateCell } from './cell-position.ts';
import { columnNames, readHeader, type ColumnName, type Columns } from './columns.ts';
import { readCsvRows, type CsvReading } from './csv-rows.ts';

/** Branches as comma-separated values, one in a row, under a header row. */
export function readBranchCsv({ name: file, text }: SourceFile): BranchFileReading {
  const problems = new BranchProblems(file);
  const reading = readCsvRows(text);
  const locateCell = locateCells(text);
  for (const { row, line, message } of reading.broken)
    problems.add({
      code: 'row-broken',
      path: row === 0 ? 'header' : `row ${row}`,
      message,
      position: () => ({ line, column: 1 }),
    });

  const [header] = reading.rows;
  if (header === undefined) {
    if (reading.broken.length === 0)
      problems.add({
        code: 'file-empty',
        path: '',
        message: `is empty: its first row has the names of the columns, ${columnNames.join(',')}`,
      });
    return { kind: 'invalid', findings: problems.findings };
  }
  const { columns, problems: headerProblems } = readHeader(header.cells);
  for (const { code, message, column = 0 } of headerProblems)
    problems.add({ code, path: 'header', message, position: () => locateCell(header.line, column) });
  // Rows cannot be understood without their header.
  if (headerProblems.length > 0) return { kind: 'invalid', findings: problems.findings };

  const { entries, lines } = readRows(reading, columns, { width: header.cells.length, problems, locateCell });
  if (problems.any) return { kind: 'invalid', findings: problems.findings };
  return {
    kind: 'read',
    entries,
    locate: (id, field) => {
      const line = lines.get(id);
      if (line === undefined) return undefined;
      const column = columns.get(columnOf([field ?? 'id'])) ?? columns.get('id') ?? 0;
      return { file, ...locateCell(line, column) };
    },
  };
}

interface RowsScope {
  /** How many fields a row has. */
  readonly width: number;
  readonly problems: BranchProblems;
  readonly locateCell: LocateCell;
}

function readRows(
  { rows }: CsvReading,
  columns: Columns,
  { width, problems, locateCell }: RowsScope,
): { readonly entries: ReadonlyMap<string, FileBranch>; readonly lines: ReadonlyMap<string, number> } {
  const entries = new Map<string, FileBranch>();
  const lines = new Map<string, number>();
  const idColumn = columns.get('id') ?? 0;
  for (const { cells, row, line } of rows.slice(1)) {
    const report = (code: string, name: ColumnName, message: string): void =>
      problems.add({
        code,
        path: `row ${row}, column ${name}`,
        message,
        position: () => locateCell(line, columns.get(name) ?? 0),
      });
    if (cells.length !== width) {
      problems.add({
        code: 'row-width',
        path: `row ${row}`,
        message: `has ${cells.length} ${cells.length === 1 ? 'field' : 'fields'}, the header has ${width}: a comma is ${cells.length < width ? 'missing' : 'too many; put a field that has one in quotes'}`,
        position: () => ({ line, column: 1 }),
      });
      continue;
    }
    const id = idSchema.safeParse(cells[idColumn]?.trim() || undefined);
    const branch = branchSchema.safeParse(branchOfRow(cells, columns));
    for (const { code, message } of schemaProblems(id.error?.issues ?? [])) report(code, 'id', message);
    for (const { code, path, message } of schemaProblems(branch.error?.issues ?? []))
      report(code, columnOf(path), message);
    if (id.data === undefined) continue;
    const earlier = lines.get(id.data);
    if (earlier !== undefined)
      report('branch-id-twice', 'id', `"${id.data}" is the id of the branch in line ${earlier} too: give each its own`);
    else lines.set(id.data, line);
    if (branch.data !== undefined) entries.set(id.data, branch.data);
  }
  return { entries, lines };
}
