import type { Witness } from '../../../shared/contracts/caller-file.ts';
import type { Coordinates } from '../../../shared/domain/location.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { AttemptRule } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { Box } from '../analysis/box.ts';
import { exampleOf, examplesIn, witnessOf } from '../analysis/witness.ts';
import type { JointTables, Station } from './joint-tables.ts';
import { momentsInRegion } from './open-moments.ts';
import { placeAway } from './place-away.ts';

/** So many lots are tried where a lot decides what is different: a change of one in a thousand is found as good as always. */
const mostLots = 10_000;
/** So many branches are stood at. */
const mostBranches = 40;

/** Somebody in the region for whom the two rules, each in its table, really come to something else. */
export function witnessOfChange(region: Box, from: Station, to: Station, tables: JointTables): Witness | undefined {
  const attempts = [...from.attempts, ...to.attempts];
  const lots = attempts.some(drawsLots) ? mostLots : 1;
  for (const { coordinates, at } of situations(attempts, region, tables)) {
    const options = { space: tables.space, tables: tables.tables, now: tables.now };
    const placed = {
      ...options,
      ...(coordinates === undefined ? {} : { coordinates }),
      ...(at === undefined ? {} : { at }),
    };
    let left = lots;
    for (const example of examplesIn(region, placed)) {
      const witness = witnessOf(example);
      const [before, after] = tables.plans(exampleOf(witness));
      if (before.ruleId !== from.ruleId || after.ruleId !== to.ruleId)
        throw new Error(
          `the comparison expects ${from.ruleId} and ${to.ruleId} to take a caller whom ${before.ruleId} and ${after.ruleId} take: ${JSON.stringify(witness)}`,
        );
      if (tables.differ(exampleOf(witness))) return witness;
      left -= 1;
      if (left <= 0) break;
    }
  }
  return undefined;
}

interface Standing {
  readonly coordinates?: Coordinates;
  readonly at?: EpochMs;
}

/** Nowhere in particular first; then where a nearest branch makes a difference, while it is open. */
function* situations(attempts: readonly AttemptRule[], region: Box, tables: JointTables): Generator<Standing> {
  yield {};
  const nearest = attempts.filter((attempt): attempt is NearestBranchRule => attempt.kind === 'nearestBranch');
  if (nearest.length === 0) return;
  const distances = [...new Set(nearest.map(({ withinKilometers }) => withinKilometers))].sort((a, b) => a - b);
  const between = distances.slice(1).map((far, index) => (far + (distances[index] ?? 0)) / 2);
  for (const table of tables.tables) {
    const step = Math.max(1, Math.floor(table.branches.size / mostBranches));
    for (let index = 0; index < table.branches.size; index += step) {
      if (!nearest.some(({ service }) => service === undefined || table.branches.offers(index, service))) continue;
      const { coordinates, scheduleId } = table.branches.at(index);
      const schedule = table.schedules.find(({ id }) => id === scheduleId);
      const open =
        scheduleId === undefined
          ? undefined
          : momentsInRegion(region, schedule === undefined ? [] : [schedule], tables)[0];
      if (scheduleId !== undefined && open === undefined) continue;
      for (const kilometers of [0, ...between])
        yield { coordinates: placeAway(coordinates, kilometers), ...(open === undefined ? {} : { at: open }) };
    }
  }
}

function drawsLots(attempt: AttemptRule): boolean {
  return attempt.kind === 'choice' || (attempt.kind === 'nearestBranch' && (attempt.spreadKilometers ?? 0) > 0);
}
