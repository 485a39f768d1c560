import type { Coordinates } from '../location.ts';
import type { BranchAtDistance, BranchDirectory } from './branches.ts';
import type { Moment } from './condition.ts';
import { drawnOrder, type Member } from './rendezvous.ts';
import { isOpen } from './schedule.ts';
import type { AttemptRule } from './table.ts';

export type NearestBranchRule = Extract<AttemptRule, { kind: 'nearestBranch' }>;

/** What a search for branches is about. */
export interface BranchSituation {
  readonly branches: BranchDirectory;
  readonly rule: NearestBranchRule;
  readonly from: Coordinates;
  readonly moment: Moment;
  /** For the lot: the rule's id. */
  readonly salt: string;
  /** Branches that are rung anyhow. */
  readonly tried: ReadonlySet<number>;
}

/** A branch that takes part in a lot. */
export interface BranchMember extends Member {
  readonly found: BranchAtDistance;
}

export interface BranchesFound {
  /** In the order in which they are tried. */
  readonly chosen: readonly BranchAtDistance[];
  /** Those that count as equally near, when they were drawn by lot. */
  readonly drawnFrom: readonly BranchMember[];
}

/** More than these never count as equally near: a draw among all branches of a country is nobody's wish. */
export const mostEquallyNear = 1000;

/** Branches that are open, offer the service and are not too far: nearest first, ties by id; equally near ones as the lot has it. */
export function nearestBranches(situation: BranchSituation): BranchesFound {
  const { branches, rule, from, moment, salt } = situation;
  const { withinKilometers, upTo, spreadKilometers = 0 } = rule;
  const objection = objectionsOf(situation);
  const accepts = (index: number): boolean => objection(index) === undefined;
  const nearest = branches.nearest({ from, withinKilometers, upTo, accepts });
  const first = nearest[0];
  if (spreadKilometers === 0 || first === undefined) return { chosen: nearest, drawnFrom: [] };

  const equallyNear = branches.nearest({
    from,
    withinKilometers: Math.min(withinKilometers, first.kilometers + spreadKilometers),
    upTo: mostEquallyNear,
    accepts,
  });
  const drawnFrom = equallyNear.map((found): BranchMember => {
    const { id, capacity = 1 } = branches.at(found.index);
    return { id, weight: capacity, found };
  });
  const drawn = drawnOrder(drawnFrom, moment.seed, salt).map(({ found }) => found);
  return { chosen: [...drawn, ...nearest.slice(drawn.length)].slice(0, upTo), drawnFrom };
}

export type Objection = 'alreadyTried' | 'serviceNotOffered' | 'closed';

/** What speaks against a branch, apart from its distance. Each schedule is looked at once. */
export function objectionsOf({
  branches,
  rule: { service },
  moment: { now, schedules },
  tried,
}: Pick<BranchSituation, 'branches' | 'rule' | 'moment' | 'tried'>): (index: number) => Objection | undefined {
  const known = new Map<string, boolean>();
  const open = (scheduleId: string): boolean => {
    let is = known.get(scheduleId);
    if (is === undefined) {
      const schedule = schedules.get(scheduleId);
      is = schedule !== undefined && isOpen(schedule, now);
      known.set(scheduleId, is);
    }
    return is;
  };
  return (index) => {
    if (tried.has(index)) return 'alreadyTried';
    if (service !== undefined && !branches.offers(index, service)) return 'serviceNotOffered';
    const scheduleId = branches.scheduleIdOf(index);
    return scheduleId === undefined || open(scheduleId) ? undefined : 'closed';
  };
}
