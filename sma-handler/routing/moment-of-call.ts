import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import { leg } from '../legs.ts';

const minuteMs = 60_000;
/** How far the clocks of PSTN Audio and of the function may be apart before one of them must be wrong. */
const believedApartMs = 15 * minuteMs;
/** No call is believed to have gone on for longer. */
const longestCallMs = 24 * 60 * minuteMs;

export interface MomentOfCall {
  readonly moment: EpochMs;
  /** The event tells a moment that cannot be. */
  readonly doubted: boolean;
}

/**
 * The moment for which a call is decided: when it began, as PSTN Audio says, for that is the same on every retry of the invocation,
 * and the clock is not. Where it says nothing, or something that cannot be, it is now: a moment far from it would find every door
 * closed, or open that is not, and the clock of a Lambda function is kept right by AWS, while nobody vouches for a text in an event.
 *
 * @param goesOn the call has been talked on since: then its beginning may be long ago.
 */
export function momentOfCall(event: SmaEvent, now: EpochMs, { goesOn = false } = {}): MomentOfCall {
  const start = Number(leg(event, 'LEG-A')?.StartTimeInMilliseconds);
  if (!Number.isSafeInteger(start) || start <= 0) return { moment: now, doubted: false };
  const age = now - start;
  const doubted = age < -believedApartMs || age > (goesOn ? longestCallMs : believedApartMs);
  return { moment: doubted ? now : epochMs(start), doubted };
}
