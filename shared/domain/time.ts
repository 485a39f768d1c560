import type { Brand } from './brand.ts';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Brand<number, 'EpochMs'>;

/** @throws RangeError when the value is not a finite, non-negative number of milliseconds. */
export function epochMs(value: number): EpochMs {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`not a point in time in milliseconds: ${value}`);
  return value as EpochMs;
}

/** Whole seconds since 1970, rounded down: the unit of DynamoDB's time to live. */
export function epochSeconds(at: EpochMs): number {
  return Math.floor(at / 1000);
}
