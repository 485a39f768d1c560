import type { Branch } from '../../../shared/domain/routing/branches.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import { accepts } from '../../routing/diff/branch-differences.ts';
import type { TableDiff } from '../../routing/diff/table-diff.ts';

/** Whether any of those wishes for a branch may find one that is not what it was. Which is near, no record tells. */
export type FindsChanged = (seeks: readonly NearestBranchRule[]) => boolean;

export function changedBranches(
  { entries }: Pick<TableDiff, 'entries'>,
  tables: readonly [before: RoutingTable, after: RoutingTable],
): FindsChanged {
  const changed = entries.flatMap((entry) =>
    entry.kind === 'branch' ? tables.flatMap(({ branches }): readonly Branch[] => branchesOf(entry.id, branches)) : [],
  );
  const known = new Map<string, boolean>();
  return (seeks) =>
    seeks.some((rule) => {
      const key = rule.service ?? '';
      const answer = known.get(key) ?? changed.some((branch) => accepts({ rule, except: new Set() }, branch));
      known.set(key, answer);
      return answer;
    });
}

function branchesOf(id: string, branches: RoutingTable['branches']): readonly Branch[] {
  const index = branches.indexOf(id);
  return index === undefined ? [] : [branches.at(index)];
}
