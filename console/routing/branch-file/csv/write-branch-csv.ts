import type { FileBranch } from '../../../../shared/contracts/table-file/branches.ts';
import { columnNames, type ColumnName } from './columns.ts';

/** Comma-separated values (RFC 4180) under a header row, all columns. Lines end as UNIX has it, so that changes show line by line. */
export function writeBranchCsv(branches: ReadonlyMap<string, FileBranch>): string {
  const rows = Array.from(branches, ([id, branch]) => {
    const cells = cellsOf(id, branch);
    return columnNames.map((name) => quoted(cells[name])).join(',');
  });
  return `${[columnNames.join(','), ...rows].join('\n')}\n`;
}

function cellsOf(id: string, branch: FileBranch): Readonly<Record<ColumnName, string>> {
  const [latitude, longitude] = branch.coordinates ?? [];
  return {
    id,
    name: branch.name,
    number: branch.number,
    latitude: latitude === undefined ? '' : String(latitude),
    longitude: longitude === undefined ? '' : String(longitude),
    postalCode: branch.postalCode ?? '',
    country: branch.country ?? '',
    services: branch.services.join(';'),
    schedule: branch.schedule,
    capacity: branch.capacity === undefined ? '' : String(branch.capacity),
  };
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
