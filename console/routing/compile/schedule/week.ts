import { weekdays, type FileSchedule } from '../../../../shared/contracts/table-file/schedules.ts';
import type { FilePath, FindingList } from '../../findings.ts';
import { parseHours, type Hours } from './hours.ts';

/** Hours of the seven days, Monday first; none where closed. */
export type Week = readonly (readonly Hours[])[];

/** Every line of `weekly`; a day that two lines name is reported. @param path Of the schedule. */
export function compileWeek(weekly: NonNullable<FileSchedule['weekly']>, path: FilePath, findings: FindingList): Week {
  const week: (readonly Hours[] | undefined)[] = weekdays.map(() => undefined);
  for (const [days, hours] of Object.entries(weekly)) {
    for (const day of weekdaysOf(days)) {
      if (week[day] !== undefined)
        findings.error(
          'day-twice',
          [...path, 'weekly', days],
          `has ${weekdays[day]}, which another line has too: give each day once`,
        );
      week[day] = hours.map(parseHours);
    }
  }
  return week.map((hours) => hours ?? []);
}

/** "fri-mon" goes over the end of the week. */
function weekdaysOf(days: string): number[] {
  const [from = 0, to = from] = days.split('-').map((day) => weekdays.findIndex((each) => each === day));
  const count = ((to - from + weekdays.length) % weekdays.length) + 1;
  return Array.from({ length: count }, (_, index) => (from + index) % weekdays.length);
}
