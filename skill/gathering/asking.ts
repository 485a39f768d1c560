import type { Logger } from '../../shared/observability/logger.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { withinTime } from '../../shared/within-time.ts';
import { timeLimits } from '../time-limits.ts';
import { memberOf } from './outside-values.ts';

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

export interface Question<Value> {
  /** As the log names it. */
  readonly what:
    'name' | 'mobile-number' | 'person-name' | 'person-mobile-number' | 'address' | 'country-and-postal-code';
  /** How long to wait for the answer. Default: all the time there is for gathering. */
  readonly milliseconds?: number;
  /** Through the SDK, which resolves to `undefined` for 204 and rejects with a `statusCode` for an error. */
  readonly send: () => Promise<unknown>;
  /** Reads an answer, which may be anything; `undefined` where nothing is to be had of it. */
  readonly read: (answer: unknown) => Value | undefined;
}

/**
 * Asks once and sorts what may happen. Never rejects.
 * 401 is no matter of permission: the token was malformed or has expired, and only a new request brings another.
 */
export async function ask<Value>(
  { what, milliseconds = timeLimits.gatheringMs, send, read }: Question<Value>,
  { timers, logger }: AskingServices,
): Promise<Asked<Value>> {
  try {
    const answer = await withinTime(timers, milliseconds, send());
    if (answer.kind === 'late') {
      logger.warn(`alexa-${what}-late`, { milliseconds });
      return { kind: 'unavailable' };
    }
    const value = read(answer.value);
    return value === undefined ? { kind: 'notGiven' } : { kind: 'given', value };
  } catch (error) {
    const status = memberOf(error, 'statusCode');
    if (status === 403) return { kind: 'permissionMissing' };
    logger.error(`alexa-${what}-failed`, error, {
      status: typeof status === 'number' ? status : undefined,
      code: codeOf(error),
    });
    return { kind: 'unavailable' };
  }
}

/** The best of several answers to one question, best evidence first; where none was given, `otherwise` says why. */
export function firstGiven<Value>(answers: readonly Asked<Value>[], otherwise: Asked<Value>): Asked<Value> {
  return answers.find(({ kind }) => kind === 'given') ?? otherwise;
}

/** As the services name an error: the profile's in `code`, the address's in `type`. */
function codeOf(error: unknown): string | undefined {
  const code = memberOf(error, 'response', 'code') ?? memberOf(error, 'response', 'type');
  return typeof code === 'string' && /^[A-Z_]{1,64}$/.test(code) ? code : undefined;
}
