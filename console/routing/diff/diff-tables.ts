import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import { branchChanges } from './branch-changes.ts';
import { JointTables } from './joint-tables.ts';
import { localeChanges } from './locale-changes.ts';
import { menuChanges } from './menu-changes.ts';
import { routeChanges } from './route-changes.ts';
import type { TableDiff } from './table-diff.ts';

export type { TableDiff } from './table-diff.ts';

/**
 * Which callers meet something else under the one table than under the other: not a comparison of texts, but of what is decided.
 * Exact for rules, for the callers that `Space` describes, from `now` to the end of what both tables have compiled;
 * rules that were renamed, moved or rewritten without any caller noticing are not named.
 */
export function diffTables(before: RoutingTable, after: RoutingTable, { now }: { readonly now: EpochMs }): TableDiff {
  const tables = new JointTables(before, after, now);
  const routes = routeChanges(tables);
  const branches = branchChanges(tables);
  return {
    entries: [...routes.changes, ...localeChanges(tables), ...menuChanges(tables), ...branches.changes],
    isComplete: routes.isComplete && branches.isComplete,
  };
}
