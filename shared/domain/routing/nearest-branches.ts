import { kilometersBetween, type Coordinates } from '../location.ts';
import type { EpochMs } from '../time.ts';
import type { BranchPassedOver } from './explanation.ts';
import { isOpen, type Schedule } from './schedule.ts';
import type { Branch } from './table.ts';

export interface BranchSearch {
  readonly from: Coordinates;
  readonly service?: string | undefined;
  readonly withinKilometers: number;
  readonly upTo: number;
  readonly now: EpochMs;
}

export interface BranchesFound {
  /** Nearest first; ties by id, so that the answer is always the same. */
  readonly branches: readonly Branch[];
  /** Every other branch with the first reason against it, nearest first. */
  readonly passedOver: readonly BranchPassedOver[];
}

/** The nearest branches that are open, offer the service and are not too far. */
export function nearestBranches(
  branches: readonly Branch[],
  schedules: ReadonlyMap<string, Schedule>,
  search: BranchSearch,
): BranchesFound {
  const byDistance = branches
    .map((branch) => ({ branch, kilometers: kilometersBetween(search.from, branch.coordinates) }))
    .sort((a, b) => a.kilometers - b.kilometers || compareText(a.branch.id, b.branch.id));

  const found: Branch[] = [];
  const passedOver: BranchPassedOver[] = [];
  for (const { branch, kilometers } of byDistance) {
    const because =
      objection(branch, kilometers, schedules, search) ??
      (found.length < search.upTo ? undefined : 'fartherThanChosen');
    if (because === undefined) found.push(branch);
    else passedOver.push({ branchId: branch.id, because, kilometers: Math.round(kilometers * 10) / 10 });
  }
  return { branches: found, passedOver };
}

function objection(
  branch: Branch,
  kilometers: number,
  schedules: ReadonlyMap<string, Schedule>,
  search: BranchSearch,
): BranchPassedOver['because'] | undefined {
  if (kilometers > search.withinKilometers) return 'tooFar';
  if (search.service !== undefined && !branch.services.includes(search.service)) return 'serviceNotOffered';
  if (branch.scheduleId !== undefined) {
    const schedule = schedules.get(branch.scheduleId);
    if (schedule === undefined || !isOpen(schedule, search.now)) return 'closed';
  }
  return undefined;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
