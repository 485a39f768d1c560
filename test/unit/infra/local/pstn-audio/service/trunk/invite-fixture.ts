import { parseMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/parse.ts';
import type { SipRequest } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import type { TrunkCaller } from '../../../../../../../infra/local/pstn-audio/service/trunk/trunk-gate.ts';

/** An INVITE as it comes in, with headers of its own. */
export function inviteTo(
  uri: string,
  { from = '+12065550123', headers = [] }: { readonly from?: string; readonly headers?: readonly string[] } = {},
): SipRequest {
  const text = [
    `INVITE ${uri} SIP/2.0`,
    `Via: SIP/2.0/UDP 127.0.0.1:5080;branch=z9hG4bK-1`,
    'Max-Forwards: 70',
    `From: <sip:${from}@127.0.0.1>;tag=a`,
    `To: <${uri}>`,
    'Call-ID: one',
    'CSeq: 1 INVITE',
    'Contact: <sip:pbx@127.0.0.1:5080>',
    ...headers,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
  const read = parseMessage(Buffer.from(text));
  if (read.kind !== 'message' || read.message.kind !== 'request') throw new Error('no INVITE');
  return read.message;
}

/** Who has sent it: somebody on this machine. */
export function callerWith(request: SipRequest, protocol: TrunkCaller['protocol'] = 'UDP'): TrunkCaller {
  return { request, source: { host: '127.0.0.1' }, protocol };
}
