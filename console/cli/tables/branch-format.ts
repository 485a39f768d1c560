import { isMap, isScalar, parseDocument } from 'yaml';
import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import type { SourceFile, TableSource } from '../../../shared/ports/routing-table-store.ts';
import { readBranchFile } from '../../routing/branch-file/read-branch-file.ts';
import type { BranchFileFormat } from '../../routing/branch-file/branch-file-format.ts';
import { writeBranchFile } from '../../routing/branch-file/write-branch-file.ts';
import { readTableFile } from '../../routing/read-table-file.ts';

/**
 * The same table with its branches in a file of that format; `undefined` when it has no branches.
 * The table's own text stays as it is, comments and all, but for the name of the file.
 */
export function withBranchesAs(format: BranchFileFormat, { table, branches }: TableSource): TableSource | undefined {
  const entries = branches === undefined ? inlineBranches(table) : branchesIn(branches);
  if (entries.size === 0) return undefined;
  const plain = branches === undefined ? 'branches' : branches.name.replace(/\.[^./]*$/, '');
  // The table itself may be called branches.yaml.
  const name = `${plain}.${format}` === table.name ? `${plain}-list.${format}` : `${plain}.${format}`;
  return {
    table: { ...table, text: namingBranchFile(table.text, name) },
    branches: { name, text: writeBranchFile(format, entries) },
  };
}

function branchesIn(file: SourceFile): ReadonlyMap<string, FileBranch> {
  const reading = readBranchFile(file);
  // It was good when it was published.
  if (reading.kind === 'invalid') throw new TypeError(`${file.name} was published and cannot be read`);
  return reading.entries;
}

function inlineBranches(table: SourceFile): ReadonlyMap<string, FileBranch> {
  const reading = readTableFile(table.text);
  if (reading.kind === 'invalid') throw new TypeError(`${table.name} was published and cannot be read`);
  const { branches } = reading.file;
  return new Map(typeof branches === 'string' ? [] : Object.entries(branches));
}

function namingBranchFile(text: string, name: string): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) throw new TypeError('a published table is a map');
  const node = document.contents.get('branches', true);
  if (isScalar(node) && Array.isArray(node.range)) {
    const [start, end] = node.range;
    return `${text.slice(0, start)}${JSON.stringify(name)}${text.slice(end)}`;
  }
  document.set('branches', name);
  return document.toString({ lineWidth: 0 });
}
