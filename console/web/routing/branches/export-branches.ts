import type { FileBranch } from '../../../../shared/contracts/table-file/branches.ts';
import { writeBranchFile } from '../../../routing/branch-file/write-branch-file.ts';

export const exports = {
  csv: { format: 'csv', type: 'text/csv', ending: 'csv' },
  geojson: { format: 'geojson', type: 'application/geo+json', ending: 'geojson' },
} as const;
export type ExportKind = keyof typeof exports;

/** Saves branches as a file, as the browser saves downloads. */
export function downloadBranches(kind: ExportKind, table: string, branches: ReadonlyMap<string, FileBranch>): void {
  const { format, type, ending } = exports[kind];
  const url = URL.createObjectURL(new Blob([writeBranchFile(format, branches)], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${table}-branches.${ending}`;
  link.click();
  URL.revokeObjectURL(url);
}

/** As CSV, which spreadsheets take. Rejects when the browser does not allow it. */
export async function copyBranches(branches: ReadonlyMap<string, FileBranch>): Promise<void> {
  await navigator.clipboard.writeText(writeBranchFile('csv', branches));
}
