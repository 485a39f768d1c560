import type { RoutingTable } from '../../shared/domain/routing/table.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';

/**
 * Until when a table knows all of its opening hours: they are compiled for 18 months, and everything is closed after that.
 * Undefined for a table without any.
 */
export function hoursKnownUntil({ schedules }: Pick<RoutingTable, 'schedules'>): EpochMs | undefined {
  if (schedules.length === 0) return undefined;
  return epochMs(schedules.reduce((soonest, { compiledUntil }) => Math.min(soonest, compiledUntil), Infinity));
}
