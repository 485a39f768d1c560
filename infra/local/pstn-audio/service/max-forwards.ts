import { headerValue } from '../sip/message/headers.ts';
import type { SipRequest } from '../sip/message/message.ts';

/** What a request is given that says nothing of it (RFC 3261 §8.1.1.6). */
export const defaultMaxForwards = 70;

/** Hops that a request may still make. One that a back-to-back user agent sends on has one less (RFC 7332). */
export function maxForwardsOf(request: SipRequest): number {
  return Number(headerValue(request, 'Max-Forwards') ?? defaultMaxForwards);
}
