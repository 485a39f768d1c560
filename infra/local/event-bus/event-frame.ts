import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { BusEvent } from './bus-rules.ts';

export interface EventFrameParts {
  readonly region: string;
  /** Twelve digits. */
  readonly accountId: string;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What the bus adds to every event. @param at milliseconds since 1970; now by default. */
export function eventFrame(
  { region, accountId, clock, ids }: EventFrameParts,
  at: number = clock.now(),
): Pick<BusEvent, 'version' | 'id' | 'account' | 'region' | 'time'> {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return { version: '0', id: ids.uuid(), account: accountId, region, time };
}
