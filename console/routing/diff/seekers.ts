import type { AttemptRule } from '../../../shared/domain/routing/table.ts';
import type { Box } from '../analysis/box.ts';
import type { BranchSeeking } from './branch-differences.ts';
import type { JointTables } from './joint-tables.ts';

/** A rule, in one of the tables, that sends callers to the nearest branch, and some of its callers. */
export interface Seeker {
  readonly seeking: readonly BranchSeeking[];
  readonly region: Box;
}

export interface Seekers {
  readonly seekers: readonly Seeker[];
  /** Of rules of which it is not known whether they take anybody. */
  readonly unsettled: readonly BranchSeeking[];
}

/** The rules of both tables that look for the nearest branch, and take somebody. */
export function seekersOf(tables: JointTables): Seekers {
  const seekers: Seeker[] = [];
  const unsettled: BranchSeeking[] = [];
  for (const [of, stations] of [tables.before, tables.after].entries())
    for (const [index, { attempts, box }] of stations.entries()) {
      const seeking = seekingOf(attempts);
      if (seeking.length === 0) continue;
      const found = of === 0 ? tables.coverage(box, index, 0) : tables.coverage(box, 0, index);
      if (found.kind === 'uncovered') seekers.push({ seeking, region: found.region });
      else if (found.kind === 'unsettled' || !tables.space.exact) unsettled.push(...seeking);
    }
  return { seekers, unsettled };
}

function seekingOf(attempts: readonly AttemptRule[]): BranchSeeking[] {
  const named = new Set<string>();
  const seeking: BranchSeeking[] = [];
  for (const attempt of attempts)
    if (attempt.kind === 'branch') named.add(attempt.id);
    else if (attempt.kind === 'nearestBranch') seeking.push({ rule: attempt, except: new Set(named) });
  return seeking;
}
