import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import type { Merge } from '../../../../routing/branch-file/merge-branches.ts';
import type { TableEdit } from '../../../workbench/table-edit.ts';
import { branchesWords } from '../bulk/bulk-change.ts';

/** A merge as one change to the table; absent where it changes nothing. */
export function mergeEdit({ branches, added, changed, removed }: Merge): TableEdit | undefined {
  if (added.length + changed.length + removed.length === 0) return undefined;
  const set = [...changed, ...added].flatMap((id): [string, FileBranch][] => {
    const branch = branches.get(id);
    return branch === undefined ? [] : [[id, branch]];
  });
  return { op: 'branches', set: Object.fromEntries(set), remove: removed };
}

/** For the history of the sitting: "imported 3 branches: 3 added, 1 removed". */
export function mergeWords({ added, changed, removed }: Merge): string {
  const parts = [
    [added.length, 'added'],
    [changed.length, 'changed'],
    [removed.length, 'removed'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count.toLocaleString()} ${what}`);
  return `imported ${branchesWords(added.length + changed.length)}: ${told.join(', ')}`;
}
