import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import { branchFileFormatOf } from '../../../routing/branch-file/branch-file-format.ts';
import { writeBranchFile } from '../../../routing/branch-file/write-branch-file.ts';
import { EditRefused } from '../edit-json.ts';
import { branchFileOf, branchesOf, contentEdit, editPlain, type PlainEdit, type PlainTable } from '../plain-table.ts';
import { readPlain } from '../read-plain.ts';
import type { TableEdit } from '../table-edit.ts';
import { editText, openText, printText, type TableText } from '../text/table-text.ts';

/** A table with its texts, as it is after some edit. Immutable; it shares with the one before whatever did not change. */
export interface BenchState {
  readonly plain: PlainTable;
  /** The name of the table's own file. */
  readonly name: string;
  readonly table:
    { readonly kind: 'typed'; readonly text: string } | { readonly kind: 'edited'; readonly text: TableText };
  /** Absent when they were edited since: written when the texts are asked for. */
  readonly branches?: { readonly name: string; readonly text: string };
}

const order = Object.keys(routingTableFileSchema.shape);

export function openState(source: TableSourceBody): BenchState {
  const { table, branches } = source;
  return {
    plain: readPlain(source),
    name: table.name,
    table: { kind: 'typed', text: table.text },
    ...(branches === undefined ? {} : { branches }),
  };
}

/** All edits or none. @throws EditRefused */
export function editState(state: BenchState, edits: readonly TableEdit[]): BenchState {
  return edits.reduce<BenchState>(
    (before, edit) => (edit.op === 'text' ? typed(before, edit.text) : edited(before, edit)),
    state,
  );
}

/** What is saved, checked and published. */
export function textsOf(state: BenchState): TableSourceBody {
  const { name, plain, table } = state;
  const text = table.kind === 'typed' ? table.text : printText(table.text, plain.file ?? {});
  const branches = branchTexts(state);
  return { table: { name, text }, ...(branches === undefined ? {} : { branches }) };
}

/** Written once for a state: the same again for all who ask. */
const written = new WeakMap<BenchState['plain'], { readonly name: string; readonly text: string }>();

function branchTexts({ plain, branches }: BenchState): TableSourceBody['branches'] {
  const named = branchFileOf(plain.file);
  // While the table cannot be read nobody knows where its branches belong: they are kept.
  if (plain.file === undefined) return branches;
  if (named === undefined) return undefined;
  if (branches?.name === named) return branches;
  const format = branchFileFormatOf(named);
  if (plain.branches === undefined || format === undefined) return branches && { ...branches, name: named };
  const known = written.get(plain) ?? { name: named, text: writeBranchFile(format, plain.branches) };
  written.set(plain, known);
  return known;
}

function typed(state: BenchState, text: string): BenchState {
  const branches = branchTexts(state);
  const beside = branches === undefined ? {} : { branches };
  const plain = readPlain({ table: { name: state.name, text }, ...beside });
  const next = { plain, name: state.name, table: { kind: 'typed', text }, ...beside } as const;
  const named = branchFileOf(plain.file);
  if (named === undefined || named === branches?.name) return next;
  // A file that is named for the first time gets what branches there were.
  const { branches: _old, ...rest } = next;
  const known = branchesOf(state.plain);
  return known.size === 0 ? next : { ...rest, plain: { ...plain, branches: known } };
}

function edited(state: BenchState, edit: PlainEdit): BenchState {
  const plain = editPlain(state.plain, edit);
  const before = state.plain.file;
  const after = plain.file;
  if (before === undefined || after === undefined) throw new EditRefused('the text cannot be read: mend it first');
  const content = contentEdit(state.plain, edit);
  if (content === undefined) {
    const { branches: _written, ...rest } = state;
    return { ...rest, plain };
  }
  const text = state.table.kind === 'typed' ? openText(state.table.text, before) : state.table.text;
  return { ...state, plain, table: { kind: 'edited', text: editText(text, content, { before, after, order }) } };
}
