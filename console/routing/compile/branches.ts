import { coordinatesOfPostalCode } from '../../../shared/adapters/postal-codes/coordinates-of-postal-code.ts';
import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import { alwaysOpen } from '../../../shared/contracts/table-file/schedules.ts';
import type { Coordinates } from '../../../shared/domain/location.ts';
import type { Branch } from '../../../shared/domain/routing/branches.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { ReadBranches } from '../branch-file/read-branches.ts';
import type { FindingList } from '../findings.ts';
import { warnOfClosedBranches, warnOfSharedNumbers } from './branch-advice.ts';
import type { PhoneBook } from './phone-book.ts';
import { checkReference } from './scope.ts';

export interface BranchesScope {
  readonly now: EpochMs;
  readonly schedules: readonly Schedule[];
  readonly phoneBook: PhoneBook;
  readonly findings: FindingList;
  /** What the branch file has, where the table names one. */
  readonly branches?: ReadBranches;
}

/** Branches of the table or of its branch file, in the order of the file. */
export function compileBranches(
  { branches: written }: Pick<RoutingTableFile, 'branches'>,
  { now, schedules, phoneBook, findings, branches: branchFile }: BranchesScope,
): Branch[] {
  const entries = typeof written === 'string' ? branchFile?.entries : new Map(Object.entries(written));
  if (entries === undefined)
    findings.error('branch-file-unreadable', ['branches'], 'names a file that was not given with the table');

  // Sets, for there may be a hundred thousand branches.
  const known = new Set([...schedules.map(({ id }) => id), alwaysOpen]);
  const branches = Array.from(entries ?? [], ([id, branch]): Branch => {
    const { name, number, services, schedule, capacity } = branch;
    const path = ['branches', id];
    checkReference(schedule, known, { what: 'a schedule', path: [...path, 'schedule'], findings });
    return {
      id,
      name,
      number: phoneBook.dialled(number, [...path, 'number']),
      coordinates: placeOf(id, branch, findings),
      services: [...new Set(services)],
      ...(schedule === alwaysOpen ? {} : { scheduleId: schedule }),
      ...(capacity === undefined ? {} : { capacity }),
    };
  });
  warnOfClosedBranches(branches, { schedules, now, findings });
  warnOfSharedNumbers(branches, findings);
  return branches;
}

/** Its coordinates, or else the middle of the area of its postal code. */
function placeOf(
  id: string,
  { coordinates, postalCode = '', country = 'US' }: FileBranch,
  findings: FindingList,
): Coordinates {
  if (coordinates !== undefined) {
    const [latitude, longitude] = coordinates;
    return rounded({ latitude, longitude });
  }
  const found = coordinatesOfPostalCode(country, postalCode);
  if (found !== undefined) return rounded(found);
  findings.error(
    'branch-without-place',
    ['branches', id, 'postalCode'],
    country.toUpperCase() === 'US'
      ? `"${postalCode}" is no ZIP code with an area of its own: give the branch coordinates`
      : `postal codes are known for the United States only, not for ${country.toUpperCase()}: give the branch coordinates`,
  );
  return { latitude: 0, longitude: 0 };
}

function rounded({ latitude, longitude }: Coordinates): Coordinates {
  return { latitude: toMillionths(latitude), longitude: toMillionths(longitude) };
}

/** Adding 0 makes 0 of -0. */
function toMillionths(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6 + 0;
}
