import type { SipPeer } from '../../objects/sip-peer.ts';
import type { InviteRequest, OutgoingCall, SipUserAgent } from '../../sip/user-agent.ts';

export interface PeerInvite extends Pick<InviteRequest, 'headers' | 'maxForwards' | 'sdp'> {
  /** E.164. */
  readonly callee: string;
  /** E.164, or `anonymous`. */
  readonly callerId: string;
}

/**
 * Sends a number's INVITE to a peer, by the protocol that the peer wants. Undefined: that is not spoken here, as TLS is not without
 * a certificate.
 */
export function invitePeer(
  sip: SipUserAgent,
  peer: SipPeer,
  { callee, callerId, ...request }: PeerInvite,
): OutgoingCall | undefined {
  const { host, port, protocol } = peer;
  if (protocol !== undefined && !sip.addresses.has(protocol)) return undefined;
  const transport = protocol === undefined || protocol === 'UDP' ? '' : `;transport=${protocol.toLowerCase()}`;
  return sip.invite({
    ...request,
    target: peer,
    requestUri: `sip:${callee}@${host}:${port}${transport}`,
    from: `sip:${callerId}@${sip.address.host}:${sip.address.port}`,
    to: `sip:${callee}@${host}:${port}`,
    ...(protocol === undefined ? {} : { protocol }),
  });
}
