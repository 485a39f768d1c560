import type { Witness } from '../../../shared/contracts/caller-file.ts';
import type { Coordinates } from '../../../shared/domain/location.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { Box } from '../analysis/box.ts';
import { examplesIn } from '../analysis/witness.ts';
import { accepts, branchDifferences, type BranchDifference } from './branch-differences.ts';
import { isSpread, placesBetween } from './equally-near.ts';
import type { JointTables } from './joint-tables.ts';
import { firstWhoNotices } from './first-who-notices.ts';
import { giveBack, partOf } from './lot-budget.ts';
import { momentsInRegion, type Wanted } from './open-moments.ts';
import { bearingTo, placeAway } from './place-away.ts';
import { seekersOf, type Seeker } from './seekers.ts';
import type { BranchChange } from './table-diff.ts';

/** Callers are looked for to so many changed branches; all are named. */
const mostShown = 200;
/** So many rules are tried for each of them. */
const mostRules = 10;
/** And so many callers. */
const mostLots = 1000;
/** It is stood half-way to so many of its neighbours. */
const mostNeighbours = 3;

/** Branches that are new, gone or changed, where some rule that takes callers looks for the nearest. */
export function branchChanges(tables: JointTables): { readonly changes: BranchChange[]; readonly isComplete: boolean } {
  const { seekers, unsettled } = seekersOf(tables);
  const differences = branchDifferences(
    tables.tables,
    seekers.flatMap(({ seeking }) => seeking),
    tables.now,
  );
  const named = new Set(differences.map(({ id }) => id));
  const changes = differences.map((difference, index): BranchChange => {
    const witness = index < mostShown ? witnessOfBranch(difference, seekers, tables) : undefined;
    return {
      kind: 'branch',
      id: difference.id,
      change: difference.what.join(', '),
      ...(witness === undefined ? {} : { witness }),
    };
  });
  const isComplete = branchDifferences(tables.tables, unsettled, tables.now).every(({ id }) => named.has(id));
  return { changes, isComplete };
}

/** Somebody near the branch whom the tables give different plans. */
function witnessOfBranch(
  difference: BranchDifference,
  seekers: readonly Seeker[],
  tables: JointTables,
): Witness | undefined {
  const looksForIt = seekers.filter(({ seeking }) =>
    seeking.some((each) => accepts(each, difference.before) || accepts(each, difference.after)),
  );
  const isCapacity = difference.what.every((what) => what === 'capacity');
  const rules = isCapacity
    ? looksForIt.filter(({ seeking }) => seeking.some(({ rule }) => isSpread(rule)))
    : looksForIt;
  const budget = partOf(tables.lots, mostLots);
  try {
    for (const { seeking, region } of rules.slice(0, mostRules)) {
      const nearest = seeking.map(({ rule }) => rule);
      const mayDraw = nearest.some(isSpread);
      for (const standing of situations(difference, nearest, region, tables)) {
        const examples = examplesIn(region, { ...tables.sketch, ...standing });
        // There may be better places to stand: no place gets more than half of what is left.
        const witness = firstWhoNotices(examples, { tables, budget, most: budget.lots / 2, mayDraw });
        if (witness !== undefined) return witness;
        if (budget.lots <= 0) return undefined;
      }
    }
    return undefined;
  } finally {
    giveBack(budget, tables.lots);
  }
}

interface Standing {
  readonly coordinates: Coordinates;
  readonly at: EpochMs;
}

/** Near it while it is open; for its capacity, where others are as near, while they are open too. */
function* situations(
  difference: BranchDifference,
  nearest: readonly NearestBranchRule[],
  region: Box,
  tables: JointTables,
): Generator<Standing> {
  if (difference.what.some((what) => what !== 'capacity'))
    for (const at of momentsOf(difference, region, tables))
      for (const coordinates of placesNear(difference, nearest)) yield { coordinates, at };
  if (!difference.what.includes('capacity')) return;
  for (const [of, table] of tables.tables.entries()) {
    const index = of === 0 ? difference.beforeAt : difference.afterAt;
    if (index === undefined) continue;
    for (const rule of nearest.filter(isSpread))
      for (const { coordinates, scheduleIds } of placesBetween(index, rule, table, mostNeighbours)) {
        const schedules = table.schedules.filter(({ id }) => scheduleIds.includes(id));
        for (const at of momentsInRegion(region, schedules, tables, (open) => !open.includes(false)).slice(0, 1))
          yield { coordinates, at };
      }
  }
}

/** When it is open; for other opening hours, when it is open in one table only. */
function momentsOf({ before, after, what }: BranchDifference, region: Box, tables: JointTables): EpochMs[] {
  const schedules: Schedule[] = [];
  let always = 0;
  for (const [index, branch] of [before, after].entries()) {
    if (branch === undefined) continue;
    const schedule = tables.tables[index]?.schedules.find(({ id }) => id === branch.scheduleId);
    if (branch.scheduleId === undefined) always += 1;
    else if (schedule !== undefined) schedules.push(schedule);
  }
  const openIn = (open: readonly boolean[]): number => always + open.filter(Boolean).length;
  const inOne: Wanted = (open) => openIn(open) === 1;
  const inAny: Wanted = (open) => openIn(open) > 0;
  return momentsInRegion(region, schedules, tables, what.includes('opening hours') ? inOne : inAny);
}

/** At its door, before and after; where it was just near enough; half-way. */
function placesNear({ before, after }: BranchDifference, nearest: readonly NearestBranchRule[]): Coordinates[] {
  const places = [before, after].flatMap((branch) => branch?.coordinates ?? []);
  const [old, current] = places;
  if (
    old === undefined ||
    current === undefined ||
    (old.latitude === current.latitude && old.longitude === current.longitude)
  )
    return places;
  // A branch that has moved a little is nearest to the same callers, but for those at the edge.
  for (const { withinKilometers } of nearest) {
    places.push(placeAway(old, withinKilometers - 0.0005, bearingTo(current, old)));
    places.push(placeAway(current, withinKilometers - 0.0005, bearingTo(old, current)));
  }
  return places;
}
