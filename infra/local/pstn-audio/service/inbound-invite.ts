import { addressHeader } from '../sip/message/headers.ts';
import type { SipHeader, SipRequest } from '../sip/message/message.ts';
import { parseUri, userOf } from '../sip/message/uri.ts';

/** What PSTN Audio reads out of a caller's INVITE. */
export interface InviteSummary {
  /** The number dialled; undefined when the Request-URI names none. */
  readonly dialled: string | undefined;
  readonly host: string;
  /** E.164 where it can be read as that, else the digits as they came, else "anonymous". */
  readonly from: string;
  /** The headers that a function gets to see, under the names they came with. */
  readonly sipHeaders: Readonly<Record<string, string>> | undefined;
}

/** A function sees x-* headers, User-to-User and Diversion (Amazon Chime SDK developer guide, sip-headers). */
const shown = /^(?:x-.+|user-to-user|diversion)$/i;
const e164 = /^\+[1-9]\d{1,14}$/;

export function summarizeInvite(request: SipRequest): InviteSummary {
  const uri = parseUri(request.uri);
  const headers = shownHeaders(request.headers);
  return {
    dialled: numberIn(request.uri),
    host: uri?.scheme === 'sip' || uri?.scheme === 'sips' ? uri.host : '',
    from: callerIn(addressHeader(request, 'From')?.uri),
    sipHeaders: Object.keys(headers).length === 0 ? undefined : headers,
  };
}

function numberIn(text: string | undefined): string | undefined {
  const number = text === undefined ? undefined : userOf(text);
  return number !== undefined && e164.test(number) ? number : undefined;
}

/**
 * AWS says nothing of a From that is no E.164 number. With 11 to 15 digits it is taken for one without its "+"; an extension stays
 * what it is: that is our choice.
 */
function callerIn(text: string | undefined): string {
  const user = text === undefined ? undefined : userOf(text);
  if (user === undefined) return 'anonymous';
  if (e164.test(user)) return user;
  if (/^[1-9]\d{10,14}$/.test(user)) return `+${user}`;
  return /^\d+$/.test(user) ? user : 'anonymous';
}

function shownHeaders(headers: readonly SipHeader[]): Record<string, string> {
  const map: Record<string, string> = {};
  // A header that stands twice is one list (RFC 3261 §7.3.1).
  for (const { name, value } of headers)
    if (shown.test(name)) map[name] = map[name] === undefined ? value : `${map[name]}, ${value}`;
  return map;
}
