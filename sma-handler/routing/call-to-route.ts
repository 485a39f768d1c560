import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import { callersNumber } from './callers-number.ts';
import { momentOfCall } from './moment-of-call.ts';
import type { RoutingServices } from './routing-services.ts';
import { StoreTime } from './store-time.ts';

/** A call that waits for a decision. */
export interface CallToRoute {
  readonly event: SmaEvent;
  readonly transactionId: string;
  /** For which it is decided. */
  readonly moment: EpochMs;
  /** The caller's, if the call shows it. */
  readonly number: E164 | undefined;
  readonly time: StoreTime;
}

/** @param options `goesOn`: the call was decided before, and has been talked on since. */
export function callToRoute(
  event: SmaEvent,
  services: RoutingServices,
  options: { readonly goesOn?: boolean } = {},
): CallToRoute {
  const { TransactionId: transactionId } = event.CallDetails;
  const { moment, doubted } = momentOfCall(event, services.clock.now(), options);
  if (doubted) services.log.warn('call-start-doubted', { transactionId, code: 'clock-skew' });
  return { event, transactionId, moment, number: callersNumber(event), time: new StoreTime(services, transactionId) };
}
