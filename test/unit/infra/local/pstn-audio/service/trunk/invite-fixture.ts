import { parseMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/parse.ts';
import type { SipRequest } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';

/** An INVITE as it comes in, with headers of its own. */
export function inviteTo(
  uri: string,
  { from = '+12065550123', headers = [], protocol = 'UDP' }: InviteParts = {},
): SipRequest {
  const text = [
    `INVITE ${uri} SIP/2.0`,
    `Via: SIP/2.0/${protocol} 127.0.0.1:5080;branch=z9hG4bK-1`,
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

export interface InviteParts {
  readonly from?: string;
  readonly headers?: readonly string[];
  readonly protocol?: 'UDP' | 'TCP' | 'TLS';
}
