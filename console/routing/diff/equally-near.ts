import type { Coordinates } from '../../../shared/domain/location.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import { bearingTo, placeAway } from './place-away.ts';

/** Where callers are as near to one branch as to another. */
export interface Between {
  readonly coordinates: Coordinates;
  /** Both are open when all these are. */
  readonly scheduleIds: readonly string[];
}

export function isSpread({ spreadKilometers = 0 }: NearestBranchRule): boolean {
  return spreadKilometers > 0;
}

/**
 * Half-way between the branch at that index and its neighbours that the attempt accepts too, the nearest first.
 * None is nearer to the place that is half-way to the nearest of them; none at all: the branch is never drawn by lot.
 */
export function placesBetween(
  index: number,
  { service, withinKilometers }: NearestBranchRule,
  { branches }: RoutingTable,
  upTo: number,
): Between[] {
  if (service !== undefined && !branches.offers(index, service)) return [];
  const { coordinates, scheduleId } = branches.at(index);
  const neighbours = branches.nearest({
    from: coordinates,
    withinKilometers: 2 * withinKilometers,
    upTo,
    accepts: (other) => other !== index && (service === undefined || branches.offers(other, service)),
  });
  return neighbours.map((neighbour) => {
    const other = branches.at(neighbour.index);
    return {
      coordinates: placeAway(coordinates, neighbour.kilometers / 2, bearingTo(coordinates, other.coordinates)),
      scheduleIds: [scheduleId, other.scheduleId].filter((id) => id !== undefined),
    };
  });
}
