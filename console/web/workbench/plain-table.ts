import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import { editJson, EditRefused, type ContentEdit } from './edit-json.ts';
import { isJsonMap, type JsonMap } from './json-value.ts';
import type { Json, TableEdit } from './table-edit.ts';

/** What a table's files say, without the texts. */
export interface PlainTable {
  /** Absent while the text breaks the schema. */
  readonly file?: JsonMap;
  /** Of the file beside the table's; absent while it cannot be read, or there is none. */
  readonly branches?: ReadonlyMap<string, FileBranch>;
}

/** Every change but that of the whole text, which is read anew. */
export type PlainEdit = Exclude<TableEdit, { op: 'text' }>;

/** The name of the file that the branches are in, where they are in one. */
export function branchFileOf(file: JsonMap | undefined): string | undefined {
  return typeof file?.['branches'] === 'string' ? file['branches'] : undefined;
}

/** All branches, wherever they are. */
export function branchesOf({ file, branches }: PlainTable): ReadonlyMap<string, FileBranch> {
  const own = file?.['branches'];
  if (!isJsonMap(own)) return branches ?? new Map<string, FileBranch>();
  return new Map(Object.entries(own) as unknown as Iterable<[string, FileBranch]>);
}

/** @throws EditRefused: nothing was changed. */
export function editPlain(plain: PlainTable, edit: PlainEdit): PlainTable {
  const content = contentEdit(plain, edit);
  if (plain.file === undefined) throw new EditRefused('the text cannot be read: mend it first');
  if (content !== undefined) return withFile(plain, editJson(plain.file, content));
  if (edit.op !== 'branches') return plain;
  if (plain.branches === undefined) throw new EditRefused('the file with the branches cannot be read: mend it first');
  return { ...plain, branches: changed(plain.branches, edit) };
}

/** The edit as one to the table's own file, where it is one. */
export function contentEdit({ file }: PlainTable, edit: PlainEdit): ContentEdit | undefined {
  if (edit.op !== 'branches') return edit;
  if (branchFileOf(file) !== undefined) return undefined;
  const own = file?.['branches'];
  const branches = new Map(Object.entries(isJsonMap(own) ? own : {}));
  return { op: 'set', path: ['branches'], value: Object.fromEntries(changed(branches, edit)) };
}

function changed<T>(
  branches: ReadonlyMap<string, T>,
  { set, remove }: Extract<TableEdit, { op: 'branches' }>,
): Map<string, T> {
  const next = new Map(branches);
  for (const id of remove) next.delete(id);
  for (const [id, branch] of Object.entries(set)) next.set(id, branch as T);
  return next;
}

/** Branches that leave the table's file for one beside it, or come back, are not lost on the way. */
function withFile(plain: PlainTable, value: Json): PlainTable {
  if (!isJsonMap(value)) throw new EditRefused('a table is a map');
  const isInFile = branchFileOf(value) !== undefined;
  if (!isInFile) return { file: value };
  if (branchFileOf(plain.file) !== undefined) return { ...plain, file: value };
  return { file: value, branches: branchesOf(plain) };
}
