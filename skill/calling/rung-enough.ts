import type { E164 } from '../../shared/domain/phone-number.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Timers } from '../../shared/ports/timers.ts';
import { storeInTime } from './store-in-time.ts';

export interface RungEnoughServices {
  readonly callContexts: Pick<CallContextStore, 'orderedFor'>;
  /** After so many calls of a number's in an hour it is not rung. */
  readonly callbacksPerHour: number;
  readonly clock: Clock;
  readonly timers: Timers;
}

const hourMs = 3_600_000;

/**
 * Whether calls of that number's have been ordered so often in the last hour that it is not to be rung again: whoever makes us ring it
 * may be paid for it. Calls from the device count, too.
 * @throws BridgeError `store-unavailable` when that could not be told in time.
 */
export async function isRungEnough(
  phoneNumber: E164,
  { callContexts, callbacksPerHour, clock, timers }: RungEnoughServices,
): Promise<boolean> {
  const since = epochMs(clock.now() - hourMs);
  const ordered = await storeInTime('tell of earlier calls', callContexts.orderedFor(phoneNumber, { since }), {
    timers,
  });
  return ordered.length >= callbacksPerHour;
}
