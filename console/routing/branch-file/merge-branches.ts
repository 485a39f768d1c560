import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';

type Branches = ReadonlyMap<string, FileBranch>;

export interface Merge {
  /** Those that were there keep their places; new ones follow. */
  readonly branches: Branches;
  /** Ids, in the order of the imported file; removed ones in that of the other. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** How many are in both and the same. */
  readonly unchanged: number;
}

/** Branches by id: what is brought wins, whole branch by whole branch. */
export function mergeBranches(present: Branches, brought: Branches, { replace }: { readonly replace: boolean }): Merge {
  const ids = [...brought.keys()];
  const added = ids.filter((id) => !present.has(id));
  const changed = ids.filter((id) => {
    const before = present.get(id);
    const after = brought.get(id);
    return before !== undefined && after !== undefined && !isSameBranch(before, after);
  });
  const removed = replace ? [...present.keys()].filter((id) => !brought.has(id)) : [];
  const branches = new Map([...present, ...brought]);
  for (const id of removed) branches.delete(id);
  return { branches, added, changed, removed, unchanged: ids.length - added.length - changed.length };
}

/** Whether they say the same; in whatever order, and whether or not what is left out is named. */
export function isSameBranch(one: FileBranch, other: FileBranch): boolean {
  if (one === other) return true;
  return Object.keys({ ...one, ...other }).every((field) => {
    const [left, right] = [one, other].map((branch) => branch[field as keyof FileBranch]);
    return Array.isArray(left) && Array.isArray(right)
      ? left.length === right.length && left.every((item, index) => item === right[index])
      : left === right;
  });
}
