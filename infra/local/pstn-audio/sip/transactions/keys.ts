import { parseCSeq } from '../message/cseq.ts';
import { headerValue, headerValues, tagOf } from '../message/headers.ts';
import type { SipMessage, SipRequest } from '../message/message.ts';
import { branchCookie, parseVia } from '../message/via.ts';

/** What a response and its client transaction have in common (RFC 3261 §17.1.3). */
export function clientKey(message: SipMessage): string {
  const branch = parseVia(headerValues(message, 'Via')[0] ?? '')?.params.get('branch') ?? '';
  return `${branch} ${parseCSeq(headerValue(message, 'CSeq') ?? '')?.method ?? ''}`;
}

/** What a request, its retransmissions and, with `method` INVITE, its ACK and CANCEL have in common (§17.2.3). */
export function serverKey(
  request: SipRequest,
  method: string = request.method === 'ACK' ? 'INVITE' : request.method,
): string {
  const text = headerValues(request, 'Via')[0] ?? '';
  const via = parseVia(text);
  const branch = via?.params.get('branch') ?? '';
  if (branch.startsWith(branchCookie) && branch.length > branchCookie.length) {
    return `${branch} ${via?.host.toLowerCase() ?? ''}:${via?.port ?? 5060} ${method}`;
  }
  // RFC 2543 peers have no such branch: compared is what §17.2.3 lists, but for the To tag, which only the ACK has.
  return [
    request.uri,
    tagOf(request, 'From'),
    headerValue(request, 'Call-ID'),
    parseCSeq(headerValue(request, 'CSeq') ?? '')?.number,
    text,
    method,
  ].join(' ');
}

/** What two copies of one request have in common that came by different ways (§8.2.2.2). */
export function mergeKey(request: SipRequest): string {
  return [headerValue(request, 'Call-ID'), tagOf(request, 'From'), headerValue(request, 'CSeq')].join(' ');
}
