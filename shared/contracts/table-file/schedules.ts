import * as z from 'zod';
import { suggestion } from './nearest-name.ts';
import { fileObject, idPattern, idSchema, listOf, textSchema } from './parts.ts';

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

const dateSchema = z.iso.date('must be a date: 2026-12-25');

/** "12-25" (month and day), "4th thu of nov", "last mon of may". */
const recurrenceSchema = z
  .string({ error: 'must be text: "12-25", "4th thu of nov" or "last mon of may"' })
  .regex(
    /^(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])|(?:1st|2nd|3rd|4th|last) (?:mon|tue|wed|thu|fri|sat|sun) of (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))$/,
    'must be "12-25" (month and day), "4th thu of nov" or "last mon of may"',
  );

/** Where a yearly date that falls on a weekend is kept. */
export const observances = ['as-is', 'sunday-to-monday', 'nearest-weekday'] as const;

/** A day that differs from the week: on one date, or every year. Closed, or with hours of its own. */
export const holidaySchema = fileObject({
  name: textSchema,
  date: dateSchema.exactOptional(),
  every: recurrenceSchema.exactOptional(),
  /** For `every` only. */
  observed: z.enum(observances, { error: `must be one of ${observances.join(', ')}` }).exactOptional(),
  hours: dayHoursSchema.default([]),
})
  .refine(({ date, every }) => (date === undefined) !== (every === undefined), 'must have either date or every')
  .refine(({ every, observed }) => observed === undefined || every !== undefined, {
    path: ['observed'],
    error: 'belongs to every: a date is kept as it is',
  });
export type FileHoliday = z.infer<typeof holidaySchema>;

const holidayForms = 'must be the id of one of holidayLists, or a holiday: {name: Christmas Day, every: "12-25"}';

/** Holidays, and the ids of `holidayLists` to take in. Hours belong to the day they begin on. */
export const holidaysSchema = listOf(
  // Text that is no id is a date or a name more likely than a misspelt id.
  z.union([z.string(holidayForms).regex(idPattern, holidayForms), holidaySchema], { error: holidayForms }),
);
export type FileHolidays = z.infer<typeof holidaysSchema>;

/** Days from one date to another, both included, that beat week and holidays. */
const overrideSchema = fileObject({
  name: textSchema,
  from: dateSchema,
  to: dateSchema.exactOptional(),
  hours: dayHoursSchema,
}).refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], error: 'must not be before from' });
export type FileOverride = z.infer<typeof overrideSchema>;

export const scheduleSchema = fileObject({
  /** Another schedule's id: what is not given here is as it is there. */
  like: idSchema.exactOptional(),
  /** IANA name. */
  timeZone: textSchema
    .refine(isTimeZone, {
      error: (issue) => `is not a time zone${suggestion(String(issue.input), Intl.supportedValuesOf('timeZone'))}`,
    })
    .exactOptional(),
  /** Days that are not named are closed. */
  weekly: z
    .record(daysSchema, dayHoursSchema, {
      error: (issue) => (issue.code === 'invalid_type' ? 'must be a map: { mon-fri: ["09:00-17:00"] }' : undefined),
    })
    .exactOptional(),
  holidays: holidaysSchema.exactOptional(),
  overrides: listOf(overrideSchema).exactOptional(),
}).superRefine(({ like, timeZone, weekly }, context) => {
  if (like !== undefined) return;
  for (const [key, value] of Object.entries({ timeZone, weekly }))
    if (value === undefined)
      context.addIssue({ code: 'custom', path: [key], message: 'is missing: give it, or a schedule to be like' });
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
