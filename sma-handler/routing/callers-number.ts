import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { isE164, type E164 } from '../../shared/domain/phone-number.ts';
import { leg } from '../legs.ts';

/**
 * The caller's number as the call shows it: who is called back is in `To`, everybody else in `From`. Undefined for one that is
 * withheld, and for a user part of a Voice Connector that is no telephone number.
 */
export function callersNumber(event: SmaEvent): E164 | undefined {
  const caller = leg(event, 'LEG-A');
  const number = caller?.Direction === 'Outbound' ? caller.To : caller?.From;
  return number !== undefined && isE164(number) ? number : undefined;
}
