import type { RoutingTableFile } from '../../../../shared/contracts/routing-table-file.ts';
import type { FileHolidays } from '../../../../shared/contracts/table-file/schedules.ts';
import type { FilePath, FindingList } from '../../findings.ts';
import { checkReference } from '../scope.ts';
import { findCycles, formatCycle } from './cycles.ts';
import { compileHoliday, type Holiday } from './holidays.ts';

/** The holiday lists of a file, by which the holidays of a schedule are found. */
export interface HolidayLists {
  /** All holidays of a list, with those of the lists that it takes in; each list once, however often it is named. */
  gather(holidays: FileHolidays, path: FilePath): readonly Holiday[];
}

interface ReadList {
  readonly holidays: readonly Holiday[];
  /** Ids of other lists. */
  readonly takesIn: readonly string[];
}

/** Reads every list of the file, and reports names of lists that there are not, and lists that take themselves in. */
export function readHolidayLists(lists: RoutingTableFile['holidayLists'], findings: FindingList): HolidayLists {
  const ids = Object.keys(lists);
  const read = new Map(
    Object.entries(lists).map(([id, holidays]) => [id, readList(holidays, ['holidayLists', id], { ids, findings })]),
  );
  for (const cycle of findCycles(ids, (id) => read.get(id)?.takesIn ?? []))
    findings.error(
      'holiday-cycle',
      ['holidayLists', cycle[0] ?? ''],
      `takes itself in: ${formatCycle(cycle)}: take one of these names out`,
    );

  return {
    gather(holidays, path) {
      const own = readList(holidays, path, { ids, findings });
      const gathered = [...own.holidays];
      const taken = new Set<string>();
      const waiting = [...own.takesIn];
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const list = read.get(id);
        if (list === undefined || taken.has(id)) continue;
        taken.add(id);
        gathered.push(...list.holidays);
        waiting.push(...list.takesIn);
      }
      return gathered;
    },
  };
}

function readList(
  entries: FileHolidays,
  listPath: FilePath,
  { ids, findings }: { readonly ids: readonly string[]; readonly findings: FindingList },
): ReadList {
  const holidays: Holiday[] = [];
  const takesIn: string[] = [];
  for (const [index, entry] of entries.entries()) {
    if (typeof entry === 'string') {
      checkReference(entry, ids, { what: 'a holiday list', path: [...listPath, index], findings });
      takesIn.push(entry);
      continue;
    }
    const holiday = compileHoliday(entry, { listPath, index, findings });
    if (holiday !== undefined) holidays.push(holiday);
  }
  return { holidays, takesIn };
}
