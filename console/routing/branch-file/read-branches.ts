import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import type { Finding, Position } from '../findings.ts';

/** Where a branch stands in its file, or one of its fields. */
export interface BranchPosition extends Position {
  /** As the table names it: "branches.csv". */
  readonly file: string;
}

/** The branches of a file of their own, whatever its format. */
export interface ReadBranches {
  /** By id, in the order of the file. */
  readonly entries: ReadonlyMap<string, FileBranch>;
  /** Where a branch stands, or its field ("number"); a field that is not there is found where its branch is. */
  locate(id: string, field?: string): BranchPosition | undefined;
}

export type BranchFileReading =
  | ({ readonly kind: 'read' } & ReadBranches)
  /** Nothing is taken from a file that has errors. Findings name the file. */
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[] };
