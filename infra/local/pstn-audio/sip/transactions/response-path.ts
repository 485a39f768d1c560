import { isIP } from 'node:net';
import { splitOutside } from '../message/grammar.ts';
import { headerValues } from '../message/headers.ts';
import type { SipHeader, SipRequest } from '../message/message.ts';
import { formatVia, parseVia } from '../message/via.ts';
import type { SipAddress, Transport } from '../transport/transport.ts';

/** The request with its top Via noting where it really came from (RFC 3261 §18.2.1, RFC 3581 §4). */
export function withReceived(request: SipRequest, source: SipAddress): SipRequest {
  const index = request.headers.findIndex(({ name }) => name.toLowerCase() === 'via');
  const [top = '', ...others] = splitOutside(request.headers[index]?.value ?? '', ',') ?? [];
  const via = parseVia(top);
  if (via === undefined) return request;
  const params = new Map(via.params);
  const asked = params.has('rport');
  params.delete('received');
  if (asked) params.set('rport', String(source.port));
  if (asked || via.host !== source.host) params.set('received', source.host);
  const headers: SipHeader[] = [...request.headers];
  headers[index] = { name: 'Via', value: [formatVia({ ...via, params }), ...others].join(', ') };
  return { ...request, headers };
}

/**
 * Where the response to a request goes (RFC 3261 §18.2.2): back over the connection; on UDP to the port asked for with
 * rport (RFC 3581 §4), else to the port in Via. A maddr is not followed, lest anyone aim our responses at others.
 */
export function responseAddress(request: SipRequest, source: SipAddress, transport: Transport): SipAddress {
  const via = parseVia(headerValues(request, 'Via')[0] ?? '');
  if (transport.reliable || via === undefined || via.params.has('rport')) return source;
  return { host: source.host, port: via.port ?? 5060 };
}

/** The host and port to send to when a URI or Via names an address; undefined when it names a host to look up. */
export function literalHost(host: string): string | undefined {
  const bare = host.replaceAll(/^\[|\]$/g, '');
  return isIP(bare) > 0 || bare.toLowerCase() === 'localhost' ? bare : undefined;
}
