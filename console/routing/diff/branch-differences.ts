import type { Branch } from '../../../shared/domain/routing/branches.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import { isSpread, placesBetween } from './equally-near.ts';

/** An attempt that looks for the nearest branch, in its rule. */
export interface BranchSeeking {
  readonly rule: NearestBranchRule;
  /** Branches, by id, that the rule has rung by name before: it does not ring them again. */
  readonly except: ReadonlySet<string>;
}

export function accepts({ rule: { service }, except }: BranchSeeking, branch: Branch | undefined): boolean {
  return branch !== undefined && !except.has(branch.id) && (service === undefined || branch.services.includes(service));
}

/** A branch that is not what it was, as far as callers can notice. */
export interface BranchDifference {
  readonly id: string;
  readonly before?: Branch;
  readonly after?: Branch;
  /** Its indexes in the tables' directories. */
  readonly beforeAt?: number;
  readonly afterAt?: number;
  /** "new", "gone", "number", "place", "services", "opening hours", "capacity". */
  readonly what: readonly string[];
}

/** @param asked the attempts, of both tables, that look for the nearest branch. */
export function branchDifferences(
  tables: readonly [before: RoutingTable, after: RoutingTable],
  asked: readonly BranchSeeking[],
  now: EpochMs,
): BranchDifference[] {
  if (asked.length === 0) return [];
  const [before, after] = tables;
  const seeking = withoutRepeats(asked);
  const hours = sameHours(before.schedules, after.schedules, now);
  // Where nobody else is as near, nobody is drawn.
  const isDrawn = ({ rule }: BranchSeeking, table: RoutingTable, index: number | undefined): boolean =>
    index !== undefined && placesBetween(index, rule, table, 1).length > 0;

  const old = branchesOf(before);
  const differences: BranchDifference[] = [];
  const compare = (id: string, wasAt: number | undefined, isAt: number | undefined): void => {
    const was = wasAt === undefined ? undefined : before.branches.at(wasAt);
    const is = isAt === undefined ? undefined : after.branches.at(isAt);
    const by = seeking.filter((each) => accepts(each, was) || accepts(each, is));
    // Nobody looks for it, neither before nor after.
    if (by.length === 0) return;
    if (was === undefined && is !== undefined) differences.push({ id, after: is, what: ['new'] });
    if (was !== undefined && is === undefined) differences.push({ id, before: was, what: ['gone'] });
    if (was === undefined || is === undefined || wasAt === undefined || isAt === undefined) return;
    const what = [
      ...(was.number === is.number ? [] : ['number']),
      ...(was.coordinates.latitude === is.coordinates.latitude && was.coordinates.longitude === is.coordinates.longitude
        ? []
        : ['place']),
      ...(by.every((each) => accepts(each, was) === accepts(each, is)) ? [] : ['services']),
      ...(hours(was.scheduleId, is.scheduleId) ? [] : ['opening hours']),
      ...((was.capacity ?? 1) === (is.capacity ?? 1) ||
      !by.some((each) => isSpread(each.rule) && (isDrawn(each, before, wasAt) || isDrawn(each, after, isAt)))
        ? []
        : ['capacity']),
    ];
    if (what.length > 0) differences.push({ id, before: was, after: is, beforeAt: wasAt, afterAt: isAt, what });
  };
  for (const [id, is] of branchesOf(after)) {
    compare(id, old.get(id), is);
    old.delete(id);
  }
  for (const [id, was] of old) compare(id, was, undefined);
  return differences;
}

/** Those that differ in what makes a branch acceptable, or near enough. */
function withoutRepeats(asked: readonly BranchSeeking[]): BranchSeeking[] {
  const known = new Map<string, BranchSeeking>();
  for (const each of asked) {
    const { service, withinKilometers } = each.rule;
    const place = isSpread(each.rule) ? withinKilometers : 0;
    known.set(JSON.stringify([service, place, [...each.except].sort()]), each);
  }
  return [...known.values()];
}

/** Indexes by id. */
function branchesOf({ branches }: RoutingTable): Map<string, number> {
  const byId = new Map<string, number>();
  for (let index = 0; index < branches.size; index += 1) byId.set(branches.at(index).id, index);
  return byId;
}

/** Whether two schedules are open at the same times, from now to where both are compiled to; no schedule is always open. */
function sameHours(
  before: readonly Schedule[],
  after: readonly Schedule[],
  now: EpochMs,
): (was: string | undefined, is: string | undefined) => boolean {
  const [old, current] = [before, after].map(
    (schedules) => new Map(schedules.map((schedule) => [schedule.id, schedule])),
  );
  const known = new Map<string, boolean>();
  return (was, is) => {
    if (was === undefined || is === undefined) return was === is;
    const key = `${was} ${is}`;
    let same = known.get(key);
    if (same === undefined) {
      const [left, right] = [old?.get(was), current?.get(is)];
      const until = Math.min(left?.compiledUntil ?? Infinity, right?.compiledUntil ?? Infinity);
      same = hoursIn(left, now, until) === hoursIn(right, now, until);
      known.set(key, same);
    }
    return same;
  };
}

function hoursIn(schedule: Schedule | undefined, now: number, until: number): string {
  if (schedule === undefined) return '';
  const hours: number[] = [];
  for (const [index, opens] of schedule.opensAt.entries()) {
    const from = Math.max(opens, now);
    const below = Math.min(schedule.closesAt[index] ?? opens, until);
    if (from < below) hours.push(from, below);
  }
  return hours.join();
}
