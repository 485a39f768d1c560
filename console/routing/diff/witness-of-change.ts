import type { Witness } from '../../../shared/contracts/caller-file.ts';
import type { Coordinates } from '../../../shared/domain/location.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { AttemptRule, RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { Box } from '../analysis/box.ts';
import { examplesIn, type Example } from '../analysis/witness.ts';
import { isSpread, placesBetween, type Between } from './equally-near.ts';
import type { JointTables, Station } from './joint-tables.ts';
import { firstWhoNotices } from './first-who-notices.ts';
import { giveBack, partOf } from './lot-budget.ts';
import { momentsInRegion } from './open-moments.ts';
import { placeAway } from './place-away.ts';

/** So many callers are tried for one change: where a lot decides, a change of one in a thousand is found as good as always. */
const mostLots = 10_000;
/** So many branches are stood at. */
const mostBranches = 40;

/** Somebody in the region for whom the two rules, each in its table, really come to something else. */
export function witnessOfChange(region: Box, from: Station, to: Station, tables: JointTables): Witness | undefined {
  const attempts = [...from.attempts, ...to.attempts];
  const mayDraw = attempts.some(drawsLots);
  const isPlaced = attempts.some(({ kind }) => kind === 'nearestBranch');
  const budget = partOf(tables.lots, mostLots);
  try {
    for (const standing of situations(attempts, region, tables)) {
      const examples = confirmed(examplesIn(region, { ...tables.sketch, ...standing }), from, to, tables);
      // There may be better places to stand: no place gets more than half of what is left.
      const most = isPlaced ? budget.lots / 2 : budget.lots;
      const witness = firstWhoNotices(examples, { tables, budget, most, mayDraw });
      if (witness !== undefined) return witness;
      if (budget.lots <= 0) return undefined;
    }
    return undefined;
  } finally {
    giveBack(budget, tables.lots);
  }
}

/** @throws Error when one of them is taken by another rule: then the analysis is wrong. */
function* confirmed(examples: Iterable<Example>, from: Station, to: Station, tables: JointTables): Generator<Example> {
  let isFirst = true;
  for (const example of examples) {
    if (isFirst) {
      const [before, after] = tables.plans(example);
      if (before.ruleId !== from.ruleId || after.ruleId !== to.ruleId)
        throw new Error(
          `the comparison expects ${from.ruleId} and ${to.ruleId} to take a caller whom ${before.ruleId} and ${after.ruleId} take: ${JSON.stringify(example)}`,
        );
    }
    isFirst = false;
    yield example;
  }
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
      for (const search of nearest.filter(isSpread))
        for (const place of placesBetween(index, search, table, 1)) yield* whileOpen(place, region, table, tables);
      if (!nearest.some(({ service }) => service === undefined || table.branches.offers(index, service))) continue;
      const { coordinates, scheduleId } = table.branches.at(index);
      const scheduleIds = scheduleId === undefined ? [] : [scheduleId];
      for (const kilometers of [0, ...between])
        yield* whileOpen({ coordinates: placeAway(coordinates, kilometers), scheduleIds }, region, table, tables);
    }
  }
}

/** At the place, at the first moment of the region at which all those schedules are open; nothing when they never are. */
function* whileOpen(
  { coordinates, scheduleIds }: Between,
  region: Box,
  table: RoutingTable,
  tables: JointTables,
): Generator<Standing> {
  if (scheduleIds.length === 0) {
    yield { coordinates };
    return;
  }
  const schedules = table.schedules.filter(({ id }) => scheduleIds.includes(id));
  const [at] = momentsInRegion(region, schedules, tables, (open) => open.length > 0 && !open.includes(false));
  if (at !== undefined) yield { coordinates, at };
}

function drawsLots(attempt: AttemptRule): boolean {
  return attempt.kind === 'choice' || (attempt.kind === 'nearestBranch' && isSpread(attempt));
}
