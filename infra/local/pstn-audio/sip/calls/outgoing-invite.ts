import type { SipHeader, SipRequest } from '../message/message.ts';
import { formatNameAddr } from '../message/name-addr.ts';
import { parseUri } from '../message/uri.ts';
import { headerValue, headerValues } from '../message/headers.ts';
import { noBody } from '../message/message.ts';
import { parseCSeq } from '../message/cseq.ts';
import type { Transport } from '../transport/transport.ts';
import type { InviteRequest } from './call.ts';
import { agentHeaders, contactHeader, newTag, newVia, type CallCore } from './call-core.ts';
import { withoutCredentials } from './call-credentials.ts';
import { allowedMethods } from './capabilities.ts';
import { checkedHeaders, checkedText } from './extra-headers.ts';

/** The INVITE of a new call (RFC 3261 §13.2.1); throws a TypeError or RangeError naming the part that cannot be sent. */
export function buildInvite(core: CallCore, request: InviteRequest, transport: Transport): SipRequest {
  const { requestUri, from, fromDisplayName = '', to = requestUri, maxForwards = 70, target } = request;
  if (!Number.isInteger(target.port) || target.port < 1 || target.port > 65_535)
    throw new RangeError(`the target port ${target.port} is not 1 to 65535`);
  if (!Number.isInteger(maxForwards) || maxForwards < 1 || maxForwards > 255)
    throw new RangeError(`maxForwards ${maxForwards} is not 1 to 255`);
  const uri = checkedUri('requestUri', requestUri);
  const fromParams = new Map([['tag', newTag(core.ids)]]);
  const headers = [
    { name: 'Via', value: newVia(core, transport) },
    { name: 'Max-Forwards', value: String(maxForwards) },
    {
      name: 'From',
      value: formatNameAddr({
        displayName: checkedText('the display name', fromDisplayName),
        uri: checkedUri('from', from),
        params: fromParams,
      }),
    },
    { name: 'To', value: formatNameAddr({ displayName: '', uri: checkedUri('to', to), params: new Map() }) },
    { name: 'Call-ID', value: core.ids.uuid() },
    { name: 'CSeq', value: '1 INVITE' },
    contactHeader(core, transport, uri),
    { name: 'Allow', value: allowedMethods },
    ...agentHeaders(core),
    ...checkedHeaders(request.headers),
    { name: 'Content-Type', value: 'application/sdp' },
  ];
  return { kind: 'request', method: 'INVITE', uri, headers, body: Buffer.from(request.sdp) };
}

/**
 * The INVITE once more, as a new transaction: with credentials and the next CSeq number (RFC 3261 §22.2), or over another
 * transport (§18.1.1).
 */
export function inviteAgain(
  core: CallCore,
  invite: SipRequest,
  transport: Transport,
  credentials: readonly SipHeader[] = [],
): SipRequest {
  const number = (parseCSeq(headerValue(invite, 'CSeq') ?? '')?.number ?? 0) + 1;
  const renewed = new Map([
    ['Via', newVia(core, transport)],
    ['CSeq', `${number} INVITE`],
    ['Contact', contactHeader(core, transport, invite.uri).value],
  ]);
  const headers = withoutCredentials(invite.headers).map(({ name, value }) => ({
    name,
    value: renewed.get(name) ?? value,
  }));
  return { ...invite, headers: [...headers, ...credentials] };
}

/** The CANCEL of an INVITE (RFC 3261 §9.1): the same Via, Request-URI, From, To, Call-ID, Route and CSeq number. */
export function buildCancel(invite: SipRequest, extra: readonly SipHeader[]): SipRequest {
  const kept = new Set(['max-forwards', 'from', 'to', 'call-id', 'route']);
  const headers = [
    { name: 'Via', value: headerValues(invite, 'Via')[0] ?? '' },
    ...invite.headers.filter(({ name }) => kept.has(name.toLowerCase())),
    { name: 'CSeq', value: `${parseCSeq(headerValue(invite, 'CSeq') ?? '')?.number ?? 0} CANCEL` },
    ...extra,
  ];
  return { kind: 'request', method: 'CANCEL', uri: invite.uri, headers, body: noBody };
}

function checkedUri(what: string, uri: string): string {
  if (parseUri(checkedText(what, uri)) === undefined)
    throw new TypeError(`${what} is not a URI such as sip:+12065550100@127.0.0.1`);
  return uri;
}
