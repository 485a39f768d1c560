import { parseParams, type Params } from './params.ts';

/** A SIP or SIPS URI taken apart (RFC 3261 §19.1). */
export interface SipUri {
  readonly scheme: 'sip' | 'sips';
  /** The user part with its escapes resolved; a password is cut off. */
  readonly user: string | undefined;
  readonly host: string;
  readonly port: number | undefined;
  readonly params: Params;
  /** The text after `?`, undecoded. */
  readonly headers: string | undefined;
}

/** A tel URI (RFC 3966). */
export interface TelUri {
  readonly scheme: 'tel';
  /** The number with its visual separators removed, such as +12065550100. */
  readonly number: string;
  readonly params: Params;
}

/** Any other well-formed URI, such as `urn:service:sos`. */
export interface OtherUri {
  readonly scheme: 'other';
  readonly text: string;
}

export type Uri = SipUri | TelUri | OtherUri;

const hostPattern = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?$/;

/** Takes a URI apart; undefined when it is malformed (spaces, brackets, an impossible host or port). */
export function parseUri(text: string): Uri | undefined {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, Math.max(colon, 0)).toLowerCase();
  if (!/^[a-z][a-z0-9+.-]*$/.test(scheme) || /[\s<>"]/u.test(text) || colon === text.length - 1) return undefined;
  const rest = text.slice(colon + 1);
  if (scheme === 'sip' || scheme === 'sips') return parseSip(scheme, rest);
  if (scheme === 'tel') return parseTel(rest);
  return { scheme: 'other', text };
}

function parseSip(scheme: 'sip' | 'sips', rest: string): SipUri | undefined {
  // The user part may itself hold ';' and '?' (RFC 3261 §25.1 user-unreserved), so '@' is looked for first.
  const at = rest.indexOf('@');
  const [beforeHeaders = '', ...headers] = rest.slice(at + 1).split('?');
  if (headers.length > 1 || beforeHeaders.includes('@')) return undefined;
  const semicolon = beforeHeaders.indexOf(';');
  const host = hostPattern.exec(semicolon < 0 ? beforeHeaders : beforeHeaders.slice(0, semicolon));
  const params = parseParams(semicolon < 0 ? '' : beforeHeaders.slice(semicolon));
  const port = host?.[2] === undefined ? undefined : Number(host[2]);
  if (host?.[1] === undefined || params === undefined || (port !== undefined && (port < 1 || port > 65_535)))
    return undefined;
  const userInfo = at < 0 ? undefined : rest.slice(0, at);
  if (userInfo === '') return undefined;
  return {
    scheme,
    user: userInfo === undefined ? undefined : unescape(userInfo.split(':', 1)[0] ?? ''),
    host: host[1],
    port,
    params,
    headers: headers[0],
  };
}

function parseTel(rest: string): TelUri | undefined {
  const semicolon = rest.indexOf(';');
  const written = semicolon < 0 ? rest : rest.slice(0, semicolon);
  const params = parseParams(semicolon < 0 ? '' : rest.slice(semicolon));
  if (params === undefined || !/^\+?[0-9A-Fa-f*#().-]+$/.test(written)) return undefined;
  return { scheme: 'tel', number: written.replaceAll(/[().-]/g, ''), params };
}

/** The user part of a SIP URI or the number of a tel URI; undefined when there is none. */
export function userOf(uri: string): string | undefined {
  const parsed = parseUri(uri);
  if (parsed?.scheme === 'tel') return parsed.number;
  return parsed?.scheme === 'sip' || parsed?.scheme === 'sips' ? parsed.user : undefined;
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Octets that are no UTF-8 are legal in a URI (RFC 4475 §3.1.1.3); they stay as they were written.
    return text;
  }
}
