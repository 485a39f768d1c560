import type { Branch } from '../../../shared/domain/routing/branches.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { FindingList } from '../findings.ts';

/** More of the same kind of advice than this is summed up: nobody reads a thousand lines of it. */
const mostAdvice = 20;

interface ClosedScope {
  readonly schedules: readonly Schedule[];
  readonly now: EpochMs;
  readonly findings: FindingList;
}

/** Branches that are never open are never the nearest; each is shown with a caller who stands before its door. */
export function warnOfClosedBranches(branches: readonly Branch[], { schedules, now, findings }: ClosedScope): void {
  const closed = new Set(schedules.filter(({ opensAt }) => opensAt.length === 0).map(({ id }) => id));
  const shut = branches.filter(({ scheduleId }) => scheduleId !== undefined && closed.has(scheduleId));
  for (const { id, scheduleId, coordinates } of shut.slice(0, mostAdvice))
    findings.warning(
      'branch-always-closed',
      ['branches', id, 'schedule'],
      `"${scheduleId}" is never open: nobody is sent to this branch as the nearest`,
      { witness: { context: { location: { coordinates } }, at: new Date(now).toISOString(), seed: 'witness' } },
    );
  sumUp(shut.length, 'branch-always-closed', 'branches are never open', findings);
}

/** One number for branches at several places is a slip more often than not; at the very same place it is two counters. */
export function warnOfSharedNumbers(branches: readonly Branch[], findings: FindingList): void {
  const byNumber = new Map<string, Branch>();
  /** By number, so that a number that all of them share is told once. */
  const shared = new Map<string, { readonly branch: Branch; readonly other: Branch }>();
  for (const branch of branches) {
    const other = byNumber.get(branch.number);
    if (other === undefined) byNumber.set(branch.number, branch);
    else if (!shared.has(branch.number) && !atSamePlace(branch, other)) shared.set(branch.number, { branch, other });
  }
  for (const { branch, other } of [...shared.values()].slice(0, mostAdvice))
    findings.warning(
      'branch-number-twice',
      ['branches', branch.id, 'number'],
      `is the number of "${other.id}" too, which is somewhere else: callers of both reach the same telephone`,
    );
  sumUp(shared.size, 'branch-number-twice', 'numbers are those of branches at several places', findings);
}

function atSamePlace({ coordinates: a }: Branch, { coordinates: b }: Branch): boolean {
  return a.latitude === b.latitude && a.longitude === b.longitude;
}

function sumUp(count: number, code: string, what: string, findings: FindingList): void {
  if (count > mostAdvice)
    findings.warning(code, ['branches'], `${(count - mostAdvice).toLocaleString('en-US')} more ${what}`);
}
