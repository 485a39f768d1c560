import { isToken, quote, unquote } from './grammar.ts';
import { formatParams, parseParams, type Params } from './params.ts';
import { parseUri } from './uri.ts';

/** The value of From, To, Contact, Route and Record-Route (RFC 3261 §20.10). */
export interface NameAddr {
  /** With its quotes and escapes resolved; '' when there is none. */
  readonly displayName: string;
  readonly uri: string;
  /** The header's own parameters, such as `tag`. */
  readonly params: Params;
}

/** Reads one name-addr or addr-spec; undefined when it is malformed. */
export function parseNameAddr(text: string): NameAddr | undefined {
  const open = openingBracket(text);
  if (open < 0) return parseAddrSpec(text);
  const close = text.indexOf('>', open);
  const displayName = parseDisplayName(text.slice(0, open).trim());
  const params = parseParams(text.slice(close + 1).trim());
  const uri = text.slice(open + 1, close);
  if (close < 0 || displayName === undefined || params === undefined || parseUri(uri) === undefined) return undefined;
  return { displayName, uri, params };
}

/** Writes one, always in angle brackets, so that URI and header parameters cannot be mistaken for each other. */
export function formatNameAddr(value: NameAddr): string {
  const name = value.displayName === '' ? '' : `${quote(value.displayName)} `;
  return `${name}<${value.uri}>${formatParams(value.params)}`;
}

function openingBracket(text: string): number {
  if (!text.startsWith('"')) return text.indexOf('<');
  const name = /^"(?:[^"\\]|\\.)*"/su.exec(text)?.[0];
  return name === undefined ? -1 : text.indexOf('<', name.length);
}

// §20.10: without brackets, everything after a semicolon belongs to the header, not to the URI.
function parseAddrSpec(text: string): NameAddr | undefined {
  const semicolon = text.indexOf(';');
  const uri = (semicolon < 0 ? text : text.slice(0, semicolon)).trim();
  const params = parseParams(semicolon < 0 ? '' : text.slice(semicolon));
  if (params === undefined || /[,?]/.test(uri) || parseUri(uri) === undefined) return undefined;
  return { displayName: '', uri, params };
}

function parseDisplayName(text: string): string | undefined {
  if (text.startsWith('"')) return unquote(text);
  // Strictly only tokens; letters beyond ASCII are let through, as many phones send them unquoted.
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return words.every((word) => isToken(word.replaceAll(/[\u0080-\u{10FFFF}]/gu, 'x'))) ? words.join(' ') : undefined;
}
