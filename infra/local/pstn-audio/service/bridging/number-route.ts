import type { SipPeer } from '../../objects/managed-objects.ts';
import type { ServiceParts } from '../call-control.ts';

/** Where a call to a telephone number goes. */
export interface NumberRoute {
  /** None: nothing can answer. */
  readonly peers: readonly SipPeer[];
  /** What they are routes of, for notes. */
  readonly via: string;
}

/**
 * A number of the account goes to this very service, as the telephone network would bring the call back; any other by the routes of
 * the configuration.
 */
export function routeToNumber(number: string, { objects, sip }: Pick<ServiceParts, 'objects' | 'sip'>): NumberRoute {
  if (objects.ownsNumber(number)) return { peers: [sip.address], via: 'a number of this configuration' };
  const peer = objects.pstnPeer(number);
  return { peers: peer === undefined ? [] : [peer], via: 'Pstn' };
}
