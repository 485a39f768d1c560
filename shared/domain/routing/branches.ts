import { kilometersBetween, type Coordinates } from '../location.ts';
import type { E164 } from '../phone-number.ts';

/** A place with a number that people answer. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly number: E164;
  /** To a millionth of a degree, about 11 cm. */
  readonly coordinates: Coordinates;
  readonly services: readonly string[];
  /** Absent: always open. */
  readonly scheduleId?: string;
  /** How many callers it can serve at once, as its operator sees it: 1 to 65,535. A hint; nothing counts calls. */
  readonly capacity?: number;
}

export interface BranchSearch {
  readonly from: Coordinates;
  /** Great-circle kilometres; a branch just as far is near enough. */
  readonly withinKilometers: number;
  readonly upTo: number;
  /** Asked with a branch's index. */
  readonly accepts: (index: number) => boolean;
}

export interface BranchAtDistance {
  readonly index: number;
  readonly kilometers: number;
}

/**
 * The branches of a table, by index from 0. Few or a hundred thousand, listed or packed: decisions ask here,
 * and do not know which.
 */
export interface BranchDirectory {
  readonly size: number;
  /** @throws RangeError for an index outside of the directory. */
  at(index: number): Branch;
  /** Of the branch with that id. */
  indexOf(id: string): number | undefined;
  offers(index: number, service: string): boolean;
  /** `undefined`: always open. */
  scheduleIdOf(index: number): string | undefined;
  /** The nearest that are accepted, nearest first; ties by id. */
  nearest(search: BranchSearch): readonly BranchAtDistance[];
}

/** A directory that looks at every branch: right for a few, and the measure for whoever is faster. */
export function listedBranches(branches: readonly Branch[]): BranchDirectory {
  const at = (index: number): Branch => {
    const branch = branches[index];
    if (branch === undefined) throw new RangeError(`no branch ${index} among ${branches.length}`);
    return branch;
  };
  return {
    size: branches.length,
    at,
    indexOf: (wanted) => {
      const index = branches.findIndex(({ id }) => id === wanted);
      return index < 0 ? undefined : index;
    },
    offers: (index, service) => at(index).services.includes(service),
    scheduleIdOf: (index) => at(index).scheduleId,
    nearest: ({ from, withinKilometers, upTo, accepts }) =>
      branches
        .map(({ coordinates }, index) => ({ index, kilometers: kilometersBetween(from, coordinates) }))
        .filter(({ index, kilometers }) => kilometers <= withinKilometers && accepts(index))
        .sort((a, b) => a.kilometers - b.kilometers || compareText(at(a.index).id, at(b.index).id))
        .slice(0, upTo),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
