import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { FilePath, FindingList } from '../../findings.ts';
import { dayContaining, dayMs, formatDay } from './calendar-day.ts';
import { dayMinutes, formatTime } from './hours.ts';
import type { OddHour } from './openings.ts';
import { witnessAt } from './witness.ts';

/** What one schedule's operator should know of hours that clocks skip or show twice: the first of each kind. @param path Of the schedule. */
export function adviseOnClocks(oddHours: readonly OddHour[], path: FilePath, findings: FindingList): void {
  const skipped = oddHours.filter(({ showing }) => showing.kind === 'skipped');
  const twice = oddHours.filter(({ showing }) => showing.kind === 'twice');
  const [firstSkipped] = skipped;
  const [firstTwice] = twice;
  if (firstSkipped !== undefined)
    findings.warning('hours-skipped', path, describe(firstSkipped) + andMore(skipped), {
      witness: witnessAt(momentOf(firstSkipped)),
    });
  if (firstTwice !== undefined)
    findings.note('hours-twice', path, describe(firstTwice) + andMore(twice), {
      witness: witnessAt(momentOf(firstTwice)),
    });
}

function describe({ edge, day, hours, opening, showing }: OddHour): string {
  const minutes = hours[edge];
  const time = formatTime(minutes);
  const date = formatDay(dayContaining(day * dayMs + minutes * 60_000));
  switch (showing.kind) {
    case 'skipped': {
      const { at, change } = showing;
      const jump = `clocks go from ${wallTime(at + change.before)} to ${wallTime(at + change.after)}`;
      if (opening.opens >= opening.closes)
        return `has ${formatTime(hours.opens)}-${formatTime(hours.closes)} on ${date}, when ${jump}: it does not open for these hours; choose others, or give that day its own under overrides`;
      return `${edge} at ${time} on ${date}, a time that does not exist, as ${jump}: it ${edge} when they do; choose another time, or give that day its own hours under overrides`;
    }
    case 'twice': {
      const taken = edge === 'opens' ? 'first' : 'second';
      return `${edge} at ${time} on ${date}, a time that comes twice, as clocks go back: it ${edge} at the ${taken}; give that day its own hours under overrides if that is wrong`;
    }
    default:
      return assertNever(showing);
  }
}

/** The change itself; or when the hour is shown again, before which the schedule is open as it would not be on other days. */
function momentOf({ edge, showing }: OddHour): number {
  if (showing.kind === 'skipped') return showing.at;
  return edge === 'opens' ? showing.last - 1 : showing.first;
}

function andMore(oddHours: readonly OddHour[]): string {
  const days = new Set(oddHours.map(({ day }) => day)).size;
  if (days < 2) return '';
  return ` (and on ${days - 1} more ${days === 2 ? 'day' : 'days'} of the next 18 months)`;
}

function wallTime(wallMs: number): string {
  return formatTime(Math.floor(wallMs / 60_000) % dayMinutes);
}
