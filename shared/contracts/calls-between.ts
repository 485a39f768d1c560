import * as z from 'zod';
import type { EpochMs } from '../domain/time.ts';
import { epochMsSchema } from './call-context.ts';

export const longestSpanMs = 31 * 24 * 60 * 60 * 1000;
export const mostCallsOnAPage = 100;

/** Where a page of calls ended: calls are listed latest first. */
export interface CallsPosition {
  readonly startedAt: EpochMs;
  readonly transactionId: string;
  /** Of the record that began the call. */
  readonly sequence: number;
}

/** As the port wants it. */
interface CallsWanted {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly limit: number;
  readonly cursor?: string;
}

export interface CheckedCalls extends Omit<CallsWanted, 'cursor'> {
  readonly after?: CallsPosition;
}

const positionSchema = z.tuple([epochMsSchema, z.string().min(1).max(200), z.int().nonnegative()]);

/** Opaque to whoever gets it. It holds nothing that the page did not. */
export function writeCallsCursor({ startedAt, transactionId, sequence }: CallsPosition): string {
  return Buffer.from(JSON.stringify([startedAt, transactionId, sequence])).toString('base64url');
}

/** Undefined for anything that is no cursor of ours, or none of a page within these times. */
export function readCallsCursor(
  cursor: string,
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): CallsPosition | undefined {
  const read = positionSchema.safeParse(fromJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!read.success) return undefined;
  const [startedAt, transactionId, sequence] = read.data;
  return startedAt >= from && startedAt < to ? { startedAt, transactionId, sequence } : undefined;
}

/**
 * What a store is asked for, with its cursor read.
 * @throws RangeError for what the port forbids: whoever asks for somebody else has checked it before.
 */
export function checkCallsBetween({ from, to, limit, cursor }: CallsWanted): CheckedCalls {
  if (from >= to || to - from > longestSpanMs) throw new RangeError('calls are listed over 31 days at most');
  if (!Number.isInteger(limit) || limit < 1 || limit > mostCallsOnAPage)
    throw new RangeError(`a page has 1 to ${mostCallsOnAPage} calls`);
  if (cursor === undefined) return { from, to, limit };
  const after = readCallsCursor(cursor, { from, to });
  if (after === undefined) throw new RangeError('the cursor is not of a page of these calls');
  return { from, to, limit, after };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
