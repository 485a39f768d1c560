import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import type { TableSourceBody } from '../../../shared/contracts/tables-api.ts';
import type { TableFile, TableView } from './draft-desk.ts';
import { branchFileOf, branchesOf, editPlain, type PlainTable } from './plain-table.ts';
import type { TableEdit } from './table-edit.ts';

/** A state of the table as the page shows it. The texts may follow a moment later, from the bench. */
export interface Snapshot {
  readonly revision: number;
  /** Whether the bench has said what the text says; edits but those of the text wait for it. */
  readonly isRead: boolean;
  readonly plain: PlainTable;
  readonly view: TableView;
}

/** Before the bench has read it. Until then the page goes on showing what there was. */
export function typedSnapshot(revision: number, text: string, before?: Snapshot): Snapshot {
  const view = before === undefined ? { branches: new Map<string, FileBranch>() } : before.view;
  return { revision, isRead: false, plain: {}, view: { ...view, text } };
}

export function readSnapshot({ revision, view }: Snapshot, plain: PlainTable): Snapshot {
  return { revision, isRead: true, plain, view: viewOf(plain, view.text) };
}

export function withText(snapshot: Snapshot, { table }: TableSourceBody): Snapshot {
  return snapshot.view.text === table.text ? snapshot : { ...snapshot, view: { ...snapshot.view, text: table.text } };
}

/** @throws EditRefused */
export function editedSnapshot(before: Snapshot, edits: readonly TableEdit[], revision: number): Snapshot {
  return edits.reduce<Snapshot>(
    (state, edit) => {
      if (edit.op === 'text') return typedSnapshot(revision, edit.text, state);
      const plain = editPlain(state.plain, edit);
      return { revision, isRead: true, plain, view: viewOf(plain, state.view.text, state) };
    },
    { ...before, revision },
  );
}

function viewOf(plain: PlainTable, text: string, before?: Snapshot): TableView {
  const branchFile = branchFileOf(plain.file);
  const sameBranches =
    before !== undefined &&
    before.plain.branches === plain.branches &&
    before.plain.file?.['branches'] === plain.file?.['branches'];
  return {
    text,
    // The bench has read it by the schema, and edits are made of what the schema knows.
    ...(plain.file === undefined ? {} : { file: plain.file as unknown as TableFile }),
    branches: sameBranches ? before.view.branches : branchesOf(plain),
    ...(branchFile === undefined ? {} : { branchFile }),
  };
}
