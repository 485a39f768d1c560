import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** Keys and list indexes, from the root of the table's file. */
export type Path = readonly (string | number)[];

/** One change to a table's files. Applied to the text, it keeps comments and whatever else it does not touch. */
export type TableEdit =
  /** Makes maps that are missing on the way. */
  | { readonly op: 'set'; readonly path: Path; readonly value: Json }
  | { readonly op: 'remove'; readonly path: Path }
  /** Into a list, which is made when it is missing. */
  | { readonly op: 'insert'; readonly path: Path; readonly at: number; readonly value: Json }
  /** Within a list: `to` is the index that it has afterwards. */
  | { readonly op: 'move'; readonly path: Path; readonly from: number; readonly to: number }
  /** A key of a map, in its place. Whoever names it is not changed. */
  | { readonly op: 'rename'; readonly path: Path; readonly from: string; readonly to: string }
  /** The whole text, as somebody typed it. */
  | { readonly op: 'text'; readonly text: string }
  /** Branches by id, wherever the table has them: in its own file, or in one beside it. */
  | {
      readonly op: 'branches';
      readonly set: Readonly<Record<string, FileBranch>>;
      readonly remove: readonly string[];
    };
