import * as z from 'zod';
import type { Schedule } from '../../domain/routing/schedule.ts';
import { epochMs, type EpochMs } from '../../domain/time.ts';
import { epochMsSchema } from '../call-context.ts';

/** Milliseconds. Opening hours are whole minutes as far as anyone keeps them; nothing is rounded where they are not. */
const units = [60_000, 1000, 1] as const;

/**
 * Opening hours in little space: how long closed, how long open, and so on in turn, the first since 1970.
 * Numbers stay small, and a week looks like the week before, which compression likes.
 */
export const storedScheduleSchema = z.object({
  id: z.string(),
  /** Of the lengths, in milliseconds. */
  unit: z.literal(units),
  lengths: z.custom<readonly number[]>(areLengths, 'must be how long closed and open in turn'),
  compiledUntil: epochMsSchema,
});
export type StoredSchedule = z.infer<typeof storedScheduleSchema>;

/** @throws RangeError when the schedule opens before it has closed, or does not close. */
export function storeSchedule({ id, opensAt, closesAt, compiledUntil }: Schedule): StoredSchedule {
  const moments = opensAt.flatMap((opens, index) => [opens, closesAt[index] ?? -1]);
  const unit = units.find((each) => moments.every((moment) => moment % each === 0)) ?? 1;
  const lengths = moments.map((moment, index) => (moment - (moments[index - 1] ?? 0)) / unit);
  if (closesAt.length !== opensAt.length || !lengths.every((length) => Number.isSafeInteger(length) && length >= 0))
    throw new RangeError(`schedule "${id}" is not opening hours, one after the other`);
  return { id, unit, lengths, compiledUntil };
}

export function openStoredSchedule({ id, unit, lengths, compiledUntil }: StoredSchedule): Schedule {
  const opensAt: EpochMs[] = [];
  const closesAt: EpochMs[] = [];
  let moment = 0;
  for (const [index, length] of lengths.entries()) {
    moment += length * unit;
    (index % 2 === 0 ? opensAt : closesAt).push(epochMs(moment));
  }
  return { id, opensAt, closesAt, compiledUntil };
}

/** In one go: there may be a thousand schedules, and a call that waits. */
function areLengths(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length % 2 === 0 &&
    value.every((length) => Number.isSafeInteger(length) && (length as number) >= 0)
  );
}
