import { openPackedBranches, packBranches } from '../../../shared/adapters/packed-branches/packed-branches.ts';
import { kilometersBetween } from '../../../shared/domain/location.ts';
import type { BranchAtDistance, BranchDirectory, BranchSearch } from '../../../shared/domain/routing/branches.ts';
import { isOpen } from '../../../shared/domain/routing/schedule.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { bestMean, judged, tenth, type Figure } from '../report.ts';
import { branchesOf, schedulesOf, somewhere } from './bench-table.ts';
import { Draw } from './draw.ts';

/** As many as geokdbush's own benchmark has cities. */
const branchCount = 138_398;
const upTo = 3;
const noon = epochMs(36_000_000 + 4 * 3_600_000);

/** The three nearest branches that are open and offer cards, at most 100 km away. */
export function nearestFigures(full: boolean): Figure[] {
  const draw = new Draw('nearest');
  const branches = openPackedBranches(packBranches(branchesOf(branchCount, draw)));
  const accepts = acceptance(branches);
  const searches = Array.from({ length: 10_000 }, (): BranchSearch => ({
    from: somewhere(draw),
    withinKilometers: 100,
    upTo,
    accepts,
  }));
  const search = (index: number): readonly BranchAtDistance[] => branches.nearest(searches[index] ?? nowhere);
  const mean = bestMean(full ? 20 : 6, searches.length, search);
  const compared = full ? searches.length : 400;
  const bruteForce = bruteForceOver(branches);
  const mismatches = searches
    .slice(0, compared)
    .filter((each, index) => JSON.stringify(bruteForce(each)) !== JSON.stringify(search(index))).length;
  return [
    judged(
      {
        name: 'nearest-138398-mean-us',
        value: tenth(mean),
        unit: 'µs',
        how: `the ${upTo} nearest of ${branchCount} branches that are open and offer a service, within 100 km; 10,000 callers, the best of several rounds`,
      },
      { atMost: 25 },
    ),
    judged(
      {
        name: 'nearest-mismatches',
        value: mismatches,
        unit: 'count',
        how: `branches, order and distances against looking at every branch, ${compared} of the callers${full ? '' : ' (all 10,000 with --full)'}`,
      },
      { exactly: 0 },
    ),
  ];
}

const nowhere: BranchSearch = {
  from: { latitude: 0, longitude: 0 },
  withinKilometers: 1,
  upTo: 1,
  accepts: () => false,
};

function acceptance(branches: BranchDirectory): (index: number) => boolean {
  const open = new Map(schedulesOf().map((schedule) => [schedule.id, isOpen(schedule, noon)]));
  return (index) => {
    if (!branches.offers(index, 'cards')) return false;
    const scheduleId = branches.scheduleIdOf(index);
    return scheduleId === undefined || open.get(scheduleId) === true;
  };
}

/** Its own code, so that it cannot be wrong in the same way. */
function bruteForceOver(branches: BranchDirectory): (search: BranchSearch) => BranchAtDistance[] {
  const all = Array.from({ length: branches.size }, (_, index) => ({ index, ...branches.at(index) }));
  return ({ from, withinKilometers, accepts }) => {
    const best: (BranchAtDistance & { id: string })[] = [];
    for (const { index, id, coordinates } of all) {
      if (!accepts(index)) continue;
      const kilometers = kilometersBetween(from, coordinates);
      const last = best[upTo - 1];
      if (kilometers > withinKilometers || (last !== undefined && kilometers > last.kilometers)) continue;
      best.push({ index, kilometers, id });
      best.sort((a, b) => a.kilometers - b.kilometers || (a.id < b.id ? -1 : 1));
      best.length = Math.min(best.length, upTo);
    }
    return best.map(({ index, kilometers }) => ({ index, kilometers }));
  };
}
