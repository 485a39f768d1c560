import type * as z from 'zod';
import type { routingTableFileSchema } from '../../../shared/contracts/routing-table-file.ts';
import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import type {
  FindingAnswer,
  ReviewResponse,
  TableSourceBody,
  VersionAnswer,
} from '../../../shared/contracts/tables-api.ts';
import type { Problem } from '../data/problem.ts';
import type { TableEdit } from './table-edit.ts';

/** A table as its file has it, before defaults are filled in. */
export type TableFile = z.input<typeof routingTableFileSchema>;

/** The table that is being worked on. */
export interface TableView {
  readonly text: string;
  /** Absent while the text breaks the schema: findings say where; only the text can be edited then. */
  readonly file?: TableFile;
  /** By id, in the order of the file, wherever the table has them. */
  readonly branches: ReadonlyMap<string, FileBranch>;
  /** The file that they are in, where that is not the table's own. */
  readonly branchFile?: string;
}

/** Whether what is typed is safe. Until it is saved at the API it lies in the browser's own storage, by which a reload finds it again. */
export type Saving =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Tried again by itself when the problem is a passing one. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** Somebody else has saved since, or published or discarded it (no `theirs`): nothing is saved until one of both is chosen. */
  | { readonly kind: 'conflict'; readonly theirs?: { readonly by: string; readonly at: string } };

/** What an operator works on a table with: the shared draft, its findings, undo, and saving. Of `useDraftDesk(table)`. */
export interface DraftDesk {
  readonly name: string;
  readonly view: TableView;
  /** Of the last text that was checked. */
  readonly findings: readonly FindingAnswer[];
  /** The text has changed since. */
  readonly isChecking: boolean;
  /** False for whoever lacks tables/write: `edit` does nothing then. */
  readonly mayEdit: boolean;
  /** All of them or none. `words` for the history of this sitting: "moved lost-cards up". */
  edit(edits: TableEdit | readonly TableEdit[], words: string): void;
  /** What would be taken back; absent: nothing. */
  readonly undoable?: string;
  undo(): void;
  readonly redoable?: string;
  redo(): void;
  readonly saving: Saving;
  /** Who else saved the draft last, where it was not oneself. */
  readonly lastEditor?: { readonly by: string; readonly at: string };
  /** `mine`: saves over theirs, which stays in the list of changes; `theirs`: mine can be had back by undo. */
  settle(choice: 'mine' | 'theirs'): void;
  /** The version in force; absent: there is none. */
  readonly published?: VersionAnswer;
  /** The version that the draft was begun from; 0: there was none. */
  readonly begunFrom: number;
  /** Whether the draft says something else than the version in force. */
  readonly differs: boolean;
  /** Back to the version in force, for everybody. */
  discard(): Promise<void>;
  review(): Promise<ReviewResponse>;
  /**
   * Saves first. What is published is what was reviewed last: `draft-changed` when it is something else by now. Rejects with a
   * Problem: `table-refused`, `version-changed`, `draft-changed` and so on.
   */
  publish(because: string): Promise<number>;
  /** The texts of what is shown, or of a moment ago: another object each time that they change. */
  readonly source: TableSourceBody;
  /** Those of the version in force. */
  readonly publishedSource?: TableSourceBody;
}
