import type { Logger } from '../../shared/observability/logger.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { timeLimits } from '../time-limits.ts';
import { withinTime } from '../../shared/within-time.ts';

/** What came of asking one of Alexa's services about the caller. */
export type Asked<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  /** 403: the customer has not allowed it, or has taken it back. */
  | { readonly kind: 'permissionMissing' }
  /** 204: allowed, but there is nothing, or nothing of use. */
  | { readonly kind: 'notGiven' }
  /** An error, or no answer in time. */
  | { readonly kind: 'unavailable' };

export interface AskingServices {
  readonly timers: Timers;
  readonly logger: Logger;
}

/**
 * Asks once, within the time for gathering, and sorts what may happen. Never rejects.
 * The SDK resolves to `undefined` for 204 and rejects with a `statusCode` otherwise.
 */
export async function ask<Value>(
  what: 'name' | 'mobile-number' | 'address',
  question: () => Promise<Value | null | undefined>,
  { timers, logger }: AskingServices,
): Promise<Asked<Value>> {
  try {
    const answer = await withinTime(timers, timeLimits.gatheringMs, question());
    if (answer.kind === 'late') {
      logger.warn(`alexa-${what}-late`, { milliseconds: timeLimits.gatheringMs });
      return { kind: 'unavailable' };
    }
    return answer.value === undefined || answer.value === null
      ? { kind: 'notGiven' }
      : { kind: 'given', value: answer.value };
  } catch (error) {
    const status = statusOf(error);
    if (status === 403) return { kind: 'permissionMissing' };
    logger.error(`alexa-${what}-failed`, error, { status });
    return { kind: 'unavailable' };
  }
}

/** The HTTP status of an SDK error. */
export function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error ? (error as { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}
