import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { alwaysOpen } from '../../../shared/contracts/table-file/schedules.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import type { Branch } from '../../../shared/domain/routing/table.ts';
import type { FindingList } from '../findings.ts';
import type { PhoneBook } from './phone-book.ts';
import { checkReference } from './scope.ts';

export interface BranchesScope {
  readonly schedules: readonly Schedule[];
  readonly phoneBook: PhoneBook;
  readonly findings: FindingList;
}

export function compileBranches(file: RoutingTableFile, { schedules, phoneBook, findings }: BranchesScope): Branch[] {
  return Object.entries(file.branches).map(
    ([
      id,
      {
        name,
        number,
        coordinates: [latitude, longitude],
        services,
        schedule,
      },
    ]) => {
      const path = ['branches', id];
      checkReference(schedule, [...Object.keys(file.schedules), alwaysOpen], {
        what: 'a schedule',
        path: [...path, 'schedule'],
        findings,
      });
      if (schedules.some((each) => each.id === schedule && each.opensAt.length === 0)) {
        findings.warning(
          'branch-always-closed',
          [...path, 'schedule'],
          `"${schedule}" is never open: nobody is sent to this branch as the nearest`,
        );
      }
      return {
        id,
        name,
        number: phoneBook.dialled(number, [...path, 'number']),
        coordinates: { latitude, longitude },
        services,
        ...(schedule === alwaysOpen ? {} : { scheduleId: schedule }),
      };
    },
  );
}
