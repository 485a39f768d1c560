import type { BranchAtDistance } from './branches.ts';
import type { BranchPassedOver } from './explanation.ts';
import { objectionsOf, type BranchesFound, type BranchSituation } from './nearest-branches.ts';

/** As many are told one by one; the rest is counted. */
const mostTold = 50;

/** Of those that would have come next. */
const nextInLine = 3;

export interface BranchesPassedOver {
  /** Nearest first. */
  readonly told: readonly BranchPassedOver[];
  readonly more: number;
}

/**
 * Branches that are as near as one that was chosen and were not chosen, or, when too few were found, all within the distance;
 * and the first farther away that would have done.
 */
export function branchesPassedOver(
  situation: BranchSituation,
  { chosen, drawnFrom }: BranchesFound,
): BranchesPassedOver {
  const { branches, rule, from } = situation;
  const objection = objectionsOf(situation);
  const complete = chosen.length === rule.upTo;
  const reach = complete ? Math.max(...chosen.map(({ kilometers }) => kilometers)) : rule.withinKilometers;
  const seen = new Set(chosen.map(({ index }) => index));
  const drawn = new Set(drawnFrom.map(({ found }) => found.index));
  const notSeen = (index: number): boolean => !seen.has(index);

  const near = branches.nearest({ from, withinKilometers: reach, upTo: branches.size, accepts: notSeen });
  for (const { index } of near) seen.add(index);
  const next = branches.nearest({
    from,
    withinKilometers: complete ? rule.withinKilometers : Infinity,
    upTo: nextInLine,
    accepts: (index) => notSeen(index) && objection(index) === undefined,
  });
  const tell = ({ index, kilometers }: BranchAtDistance, because: BranchPassedOver['because']): BranchPassedOver => ({
    branchId: branches.at(index).id,
    because,
    kilometers: Math.round(kilometers * 10) / 10,
  });
  const outdone = (index: number): BranchPassedOver['because'] => (drawn.has(index) ? 'notDrawn' : 'fartherThanChosen');
  const nearTold = near.slice(0, mostTold - next.length);
  return {
    told: [
      ...nearTold.map((each) => tell(each, objection(each.index) ?? outdone(each.index))),
      ...next.map((each) => tell(each, complete ? outdone(each.index) : 'tooFar')),
    ],
    more: near.length - nearTold.length,
  };
}
