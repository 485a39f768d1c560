import type { Branch } from '../../../shared/domain/routing/branches.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';

/** A branch that is not what it was, as far as callers can notice. */
export interface BranchDifference {
  readonly id: string;
  readonly before?: Branch;
  readonly after?: Branch;
  /** "new", "gone", "number", "place", "services", "opening hours", "capacity". */
  readonly what: readonly string[];
}

/** @param asked the attempts, of both tables, that look for the nearest branch. */
export function branchDifferences(
  tables: readonly [before: RoutingTable, after: RoutingTable],
  asked: readonly NearestBranchRule[],
  now: EpochMs,
): BranchDifference[] {
  if (asked.length === 0) return [];
  const [before, after] = tables;
  const services = [...new Set(asked.map(({ service }) => service))];
  const isSpread = asked.some(({ spreadKilometers = 0 }) => spreadKilometers > 0);
  const hours = sameHours(before.schedules, after.schedules, now);
  const offers = (branch: Branch | undefined, service: string | undefined): boolean =>
    branch !== undefined && (service === undefined || branch.services.includes(service));

  const old = branchesOf(before);
  const differences: BranchDifference[] = [];
  const compare = (id: string, was: Branch | undefined, is: Branch | undefined): void => {
    // Nobody looks for it, neither before nor after.
    if (!services.some((service) => offers(was, service) || offers(is, service))) return;
    if (was === undefined && is !== undefined) differences.push({ id, after: is, what: ['new'] });
    if (was !== undefined && is === undefined) differences.push({ id, before: was, what: ['gone'] });
    if (was === undefined || is === undefined) return;
    const what = [
      ...(was.number === is.number ? [] : ['number']),
      ...(was.coordinates.latitude === is.coordinates.latitude && was.coordinates.longitude === is.coordinates.longitude
        ? []
        : ['place']),
      ...(services.every((service) => offers(was, service) === offers(is, service)) ? [] : ['services']),
      ...(hours(was.scheduleId, is.scheduleId) ? [] : ['opening hours']),
      ...(!isSpread || (was.capacity ?? 1) === (is.capacity ?? 1) ? [] : ['capacity']),
    ];
    if (what.length > 0) differences.push({ id, before: was, after: is, what });
  };
  for (const [id, is] of branchesOf(after)) {
    compare(id, old.get(id), is);
    old.delete(id);
  }
  for (const [id, was] of old) compare(id, was, undefined);
  return differences;
}

function branchesOf({ branches }: RoutingTable): Map<string, Branch> {
  const byId = new Map<string, Branch>();
  for (let index = 0; index < branches.size; index += 1) {
    const branch = branches.at(index);
    byId.set(branch.id, branch);
  }
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
