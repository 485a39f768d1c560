import * as z from 'zod';
import { suggestion } from './nearest-name.ts';
import { fileObject, listOf, textSchema } from './parts.ts';

/** In the order of ISO 8601: Monday is the first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The id of the schedule that needs no definition. */
export const alwaysOpen = 'always';

const hoursPattern = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** "09:00-12:30" by the clock on the wall; "22:00-02:00" ends on the next day; "00:00-24:00" is all day. */
const hoursSchema = textSchema
  .regex(hoursPattern, 'must be hours such as "09:00-12:30", in quotes')
  .refine((hours) => hours.slice(0, 5) !== hours.slice(6), 'must not end as it begins; all day is "00:00-24:00"');

/** No hours: closed all day. */
const dayHoursSchema = z.array(hoursSchema, { error: 'must be a list of hours: ["09:00-17:00"], or [] for closed' });

/** "mon", or "mon-fri". */
const daysSchema = z
  .string()
  .regex(
    /^(?:mon|tue|wed|thu|fri|sat|sun)(?:-(?:mon|tue|wed|thu|fri|sat|sun))?$/,
    'must be a day or days: mon, tue, wed, thu, fri, sat, sun, mon-fri',
  );

export const scheduleSchema = fileObject({
  /** IANA name. */
  timeZone: textSchema.refine(isTimeZone, {
    error: (issue) => `is not a time zone${suggestion(String(issue.input), Intl.supportedValuesOf('timeZone'))}`,
  }),
  /** Days that are not named are closed. */
  weekly: z.record(daysSchema, dayHoursSchema, {
    error: (issue) => (issue.code === 'invalid_type' ? 'must be a map: { mon-fri: ["09:00-17:00"] }' : undefined),
  }),
  /** Days that differ from the week: closed, or with hours of their own. Hours belong to the day they begin on. */
  holidays: listOf(
    fileObject({ date: z.iso.date('must be a date: 2026-12-25'), name: textSchema, hours: dayHoursSchema.default([]) }),
  ).exactOptional(),
});
export type FileSchedule = z.infer<typeof scheduleSchema>;

function isTimeZone(name: string): boolean {
  try {
    // Offsets such as "+05:00" are taken too, but know no summer time: names only.
    return (
      /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}
