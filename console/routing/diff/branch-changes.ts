import type { Witness } from '../../../shared/contracts/caller-file.ts';
import type { Coordinates } from '../../../shared/domain/location.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { Box } from '../analysis/box.ts';
import { exampleOf, examplesIn, witnessOf } from '../analysis/witness.ts';
import { branchDifferences, type BranchDifference } from './branch-differences.ts';
import type { BranchChange } from './diff-tables.ts';
import type { JointTables, Station } from './joint-tables.ts';
import { momentsInRegion, type Wanted } from './open-moments.ts';
import { bearingTo, placeAway } from './place-away.ts';

/** Callers are looked for to so many changed branches; all are named. */
const mostShown = 200;
/** So many rules are tried for each of them. */
const mostRules = 10;
/** And so many lots, where a lot decides. */
const mostLots = 500;

/** A rule, in one of the tables, that sends callers to the nearest branch, and some of its callers. */
interface Seeker {
  readonly nearest: readonly NearestBranchRule[];
  readonly region: Box;
}

/** Branches that are new, gone or changed, where some rule that takes callers looks for the nearest. */
export function branchChanges(tables: JointTables): BranchChange[] {
  const seekers = [...seekersOf(tables.before, (target, index) => tables.coverage(target, index, 0))];
  seekers.push(...seekersOf(tables.after, (target, index) => tables.coverage(target, 0, index)));
  const differences = branchDifferences(
    tables.tables,
    seekers.flatMap(({ nearest }) => nearest),
    tables.now,
  );
  return differences.map((difference, index) => {
    const witness = index < mostShown ? witnessOfBranch(difference, seekers, tables) : undefined;
    return {
      kind: 'branch',
      id: difference.id,
      change: difference.what.join(', '),
      ...(witness === undefined ? {} : { witness }),
    };
  });
}

function* seekersOf(
  stations: readonly Station[],
  coverage: (target: Box, index: number) => ReturnType<JointTables['coverage']>,
): Generator<Seeker> {
  for (const [index, { attempts, box }] of stations.entries()) {
    const nearest = attempts.filter((attempt): attempt is NearestBranchRule => attempt.kind === 'nearestBranch');
    if (nearest.length === 0) continue;
    const found = coverage(box, index);
    if (found.kind === 'uncovered') yield { nearest, region: found.region };
  }
}

/** Somebody near the branch whom the tables give different plans. */
function witnessOfBranch(
  difference: BranchDifference,
  seekers: readonly Seeker[],
  tables: JointTables,
): Witness | undefined {
  const looksForIt = seekers.filter(({ nearest }) =>
    nearest.some(
      ({ service }) =>
        service === undefined ||
        [difference.before, difference.after].some((branch) => branch?.services.includes(service)),
    ),
  );
  for (const { nearest, region } of looksForIt.slice(0, mostRules)) {
    const lots = nearest.some(({ spreadKilometers = 0 }) => spreadKilometers > 0) ? mostLots : 1;
    for (const at of momentsOf(difference, region, tables))
      for (const coordinates of placesNear(difference, nearest)) {
        let left = lots;
        for (const example of examplesIn(region, {
          space: tables.space,
          tables: tables.tables,
          now: tables.now,
          coordinates,
          at,
        })) {
          const witness = witnessOf(example);
          if (tables.differ(exampleOf(witness))) return witness;
          left -= 1;
          if (left <= 0) break;
        }
      }
  }
  return undefined;
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
