import * as z from 'zod';
import { longestSpanMs, mostCallsOnAPage, readCallsCursor } from '../../shared/contracts/calls-between.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import type { CallsBetween } from '../../shared/ports/call-record-store.ts';

export type CallsQuery =
  { readonly kind: 'wanted'; readonly wanted: CallsBetween } | { readonly kind: 'refused'; readonly problem: string };

const aDayMs = 24 * 60 * 60 * 1000;
const usualLimit = 20;

const timeProblem =
  'must be a time of ISO 8601 with its offset, 1970 or later: 2026-11-18T15:00:00Z (the "+" of an offset is written %2B)';
const time = z.iso
  .datetime({ offset: true, error: timeProblem })
  .transform((text) => Date.parse(text))
  .refine((at) => at >= 0, timeProblem)
  .transform(epochMs);
const limitProblem = `must be a number from 1 to ${mostCallsOnAPage}`;

const querySchema = z.strictObject({
  from: time.exactOptional(),
  to: time.exactOptional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, limitProblem)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= mostCallsOnAPage, limitProblem)
    .exactOptional(),
  cursor: z.string().exactOptional(),
});

/** Without times: the last 24 hours. Without one of them: 24 hours from the other. What was sent is not repeated in a problem. */
export function readCallsQuery(parameters: Readonly<Record<string, string | undefined>>, now: EpochMs): CallsQuery {
  const read = querySchema.safeParse(parameters);
  if (!read.success) return refused(read.error.issues.map(problemOf).join('; '));
  const { from, to, limit = usualLimit, cursor } = read.data;
  const end = to ?? (from === undefined ? now : epochMs(from + aDayMs));
  const start = from ?? epochMs(Math.max(0, end - aDayMs));
  if (start >= end) return refused('from: must be before to');
  if (end - start > longestSpanMs) return refused('from: must be at most 31 days before to');
  if (cursor !== undefined && readCallsCursor(cursor, { from: start, to: end }) === undefined)
    return refused('cursor: must be of the page before, with the same from and to');
  return { kind: 'wanted', wanted: { from: start, to: end, limit, ...(cursor === undefined ? {} : { cursor }) } };
}

function problemOf({ code, path, message }: z.core.$ZodIssue): string {
  return code === 'unrecognized_keys'
    ? 'there is a parameter other than from, to, limit and cursor'
    : `${path.join('.')}: ${message}`;
}

function refused(problem: string): CallsQuery {
  return { kind: 'refused', problem };
}
