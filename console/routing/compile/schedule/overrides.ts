import type { FileOverride } from '../../../../shared/contracts/table-file/schedules.ts';
import type { FilePath, FindingList } from '../../findings.ts';
import { addDays, formatDay, parseDay, type CalendarDay } from './calendar-day.ts';
import { dayMinutes, parseHours, type Hours } from './hours.ts';

/** Days that are as no other rule says, both ends included. */
export interface Override {
  readonly name: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly hours: readonly Hours[];
  readonly path: FilePath;
}

/** Reports those that share a day: which one is meant cannot be told. @param path Of the schedule. */
export function compileOverrides(
  overrides: readonly FileOverride[],
  path: FilePath,
  findings: FindingList,
): readonly Override[] {
  const compiled: Override[] = [];
  for (const [index, { name, from, to = from, hours }] of overrides.entries()) {
    const override = {
      name,
      from: parseDay(from),
      to: parseDay(to),
      hours: hours.map(parseHours),
      path: [...path, 'overrides', index],
    };
    const other = compiled.find((each) => each.from <= override.to && override.from <= each.to);
    if (other !== undefined)
      findings.error(
        'override-twice',
        override.path,
        `has days of "${other.name}" (${formatSpan(other)}): give each day to one override`,
      );
    compiled.push(override);
  }
  return compiled;
}

/** Notes those that were over before today. */
export function checkPastOverrides(overrides: readonly Override[], today: CalendarDay, findings: FindingList): void {
  for (const override of overrides) {
    const overnight = override.hours.some(({ closes }) => closes > dayMinutes);
    if (addDays(override.to, overnight ? 1 : 0) < today)
      findings.note('override-past', override.path, `"${override.name}" is over (${formatSpan(override)}): remove it`);
  }
}

function formatSpan({ from, to }: Override): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}
