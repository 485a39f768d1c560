import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { assertNever } from '../../../../../shared/domain/assert-never.ts';
import type { TableEdit } from '../../../workbench/table-edit.ts';

/** What can be done to many branches at once. */
export type BulkChange =
  | { readonly kind: 'schedule'; readonly schedule: string }
  | { readonly kind: 'addService'; readonly service: string }
  | { readonly kind: 'removeService'; readonly service: string }
  /** Absent: no limit is known. */
  | { readonly kind: 'capacity'; readonly capacity?: number }
  | { readonly kind: 'delete' };

export interface BulkEdit {
  /** Absent where nothing would be another. */
  readonly edit?: TableEdit;
  /** For the history of the sitting. */
  readonly words: string;
  readonly changed: number;
  /** Ids of branches that stay as they are because they would offer nothing: a branch needs one service. */
  readonly refused: readonly string[];
}

/** Works a change out for the chosen branches; ids that are not there any more are passed over. */
export function bulkEdit(
  branches: ReadonlyMap<string, FileBranch>,
  ids: Iterable<string>,
  change: BulkChange,
): BulkEdit {
  const set: [string, FileBranch][] = [];
  const remove: string[] = [];
  const refused: string[] = [];
  for (const id of ids) {
    const branch = branches.get(id);
    if (branch === undefined) continue;
    if (change.kind === 'delete') {
      remove.push(id);
      continue;
    }
    const changed = changedBranch(branch, change);
    if (changed === 'refused') refused.push(id);
    else if (changed !== branch) set.push([id, changed]);
  }
  const changed = set.length + remove.length;
  return {
    ...(changed === 0 ? {} : { edit: { op: 'branches', set: Object.fromEntries(set), remove } }),
    words: wordsOf(change, changed),
    changed,
    refused,
  };
}

/** The same branch where nothing is another. */
function changedBranch(
  branch: FileBranch,
  change: Exclude<BulkChange, { readonly kind: 'delete' }>,
): FileBranch | 'refused' {
  switch (change.kind) {
    case 'schedule':
      return branch.schedule === change.schedule ? branch : { ...branch, schedule: change.schedule };
    case 'addService':
      return branch.services.includes(change.service)
        ? branch
        : { ...branch, services: [...branch.services, change.service] };
    case 'removeService': {
      if (!branch.services.includes(change.service)) return branch;
      const services = branch.services.filter((service) => service !== change.service);
      return services.length === 0 ? 'refused' : { ...branch, services };
    }
    case 'capacity': {
      if (branch.capacity === change.capacity) return branch;
      const { capacity: _, ...others } = branch;
      return change.capacity === undefined ? others : { ...others, capacity: change.capacity };
    }
    default:
      return assertNever(change);
  }
}

function wordsOf(change: BulkChange, count: number): string {
  const them = branchesWords(count);
  switch (change.kind) {
    case 'schedule':
      return `gave ${them} the schedule ${change.schedule}`;
    case 'addService':
      return `added ${change.service} to ${them}`;
    case 'removeService':
      return `took ${change.service} from ${them}`;
    case 'capacity':
      return change.capacity === undefined
        ? `took the capacity from ${them}`
        : `gave ${them} a capacity of ${change.capacity}`;
    case 'delete':
      return `deleted ${them}`;
    default:
      return assertNever(change);
  }
}

/** "1 branch", "12,000 branches". */
export function branchesWords(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? 'branch' : 'branches'}`;
}
