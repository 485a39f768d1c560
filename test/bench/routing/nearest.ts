import { openPackedBranches, packBranches } from '../../../shared/adapters/packed-branches/packed-branches.ts';
import { earthRadiusKilometers, kilometersBetween, type Coordinates } from '../../../shared/domain/location.ts';
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
  const exhaustive = bruteForceOver(branches);
  const chords = chordsOver(branches);
  const asked = full ? 400 : 60;
  const exhaustiveMean = bestMean(1, asked, (index) => exhaustive(searches[index] ?? nowhere));
  const differences = searches.filter((each, index) => {
    const found = search(index);
    const others = index < asked ? [chords(each), exhaustive(each)] : [chords(each)];
    return others.some((other) => !same(found, other));
  });
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
        value: differences.length,
        unit: 'count',
        how: `of ${searches.length} callers: branches and their order against looking at every branch by chords through the Earth, and of ${asked} also by great circles`,
      },
      { exactly: 0 },
    ),
    {
      name: 'nearest-times-faster-than-brute-force',
      value: Math.round(exhaustiveMean / mean),
      unit: 'times',
      how: `the same ${upTo} branches by the great-circle distance to every branch (${Math.round(exhaustiveMean)} µs)`,
    },
  ];
}

function same(found: readonly BranchAtDistance[], other: readonly BranchAtDistance[]): boolean {
  return found.length === other.length && found.every(({ index }, place) => other[place]?.index === index);
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

/** Another formula, and quick enough for every caller: points on a ball of radius 1, the shorter chord is the shorter way. */
function chordsOver(branches: BranchDirectory): (search: BranchSearch) => BranchAtDistance[] {
  const points = new Float64Array(3 * branches.size);
  const accepted = new Uint8Array(branches.size);
  const accepts = acceptance(branches);
  for (let index = 0; index < branches.size; index += 1) {
    points.set(onTheBall(branches.at(index).coordinates), 3 * index);
    accepted[index] = accepts(index) ? 1 : 0;
  }
  return ({ from, withinKilometers }) => {
    const [x, y, z] = onTheBall(from);
    const longest = 2 * Math.sin(withinKilometers / (2 * earthRadiusKilometers));
    const best: { index: number; chord: number }[] = [];
    let limit = longest ** 2;
    for (let index = 0; index < accepted.length; index += 1) {
      if (accepted[index] === 0) continue;
      const chord =
        (x - (points[3 * index] ?? 0)) ** 2 +
        (y - (points[3 * index + 1] ?? 0)) ** 2 +
        (z - (points[3 * index + 2] ?? 0)) ** 2;
      if (chord > limit) continue;
      best.push({ index, chord });
      best.sort((a, b) => a.chord - b.chord);
      best.length = Math.min(best.length, upTo);
      if (best.length === upTo) limit = best[upTo - 1]?.chord ?? limit;
    }
    return best.map(({ index, chord }) => ({
      index,
      kilometers: 2 * earthRadiusKilometers * Math.asin(Math.sqrt(chord) / 2),
    }));
  };
}

function onTheBall({ latitude, longitude }: Coordinates): [number, number, number] {
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}
