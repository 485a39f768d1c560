import * as z from 'zod';
import { compileSchedules } from '../../../../../console/routing/compile/schedules.ts';
import { FindingList, type Finding } from '../../../../../console/routing/findings.ts';
import { holidaysSchema, scheduleSchema } from '../../../../../shared/contracts/table-file/schedules.ts';
import type { Schedule } from '../../../../../shared/domain/routing/schedule.ts';
import { epochMs, type EpochMs } from '../../../../../shared/domain/time.ts';

const fileSchema = z.object({
  schedules: z.record(z.string(), scheduleSchema),
  holidayLists: z.record(z.string(), holidaysSchema).default({}),
});

/** As an operator writes them. */
export type WrittenFile = z.input<typeof fileSchema>;
export type WrittenSchedule = WrittenFile['schedules'][string];

export interface Compiled {
  readonly schedules: readonly Schedule[];
  readonly findings: readonly Finding[];
}

/** Compiles schedules as they stand in a file, findings and all. */
export function compileFile(file: WrittenFile, now = at('2026-01-15T12:00:00Z')): Compiled {
  const findings = new FindingList(() => undefined);
  const schedules = compileSchedules(fileSchema.parse(file), { now, findings });
  return { schedules, findings: findings.all };
}

/** Compiles one schedule that has no mistakes. */
export function compile(
  schedule: Partial<WrittenSchedule>,
  now?: EpochMs,
  holidayLists: WrittenFile['holidayLists'] = {},
): Schedule {
  const file = { schedules: { hours: { timeZone: 'America/New_York', weekly: {}, ...schedule } }, holidayLists };
  const { schedules, findings } = compileFile(file, now);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [compiled] = schedules;
  if (compiled === undefined || errors.length > 0) throw new Error(JSON.stringify(errors));
  return compiled;
}

/** What is open on a span, as UTC instants in ISO 8601. */
export function openings({ opensAt, closesAt }: Schedule, from: string, to: string): string[] {
  return opensAt
    .map((opens, index) => [opens, closesAt[index] ?? 0] as const)
    .filter(([opens, closes]) => closes > at(from) && opens < at(to))
    .map((interval) => interval.map((moment) => new Date(moment).toISOString().slice(0, 16)).join(' '));
}

/** The days of a span, in UTC, on which it opens. */
export function openDays(schedule: Schedule, from: string, to: string): string[] {
  return openings(schedule, from, to).map((opening) => opening.slice(0, 10));
}

export function at(iso: string): EpochMs {
  return epochMs(Date.parse(iso));
}
