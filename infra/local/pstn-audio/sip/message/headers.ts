import { splitOutside } from './grammar.ts';
import type { SipHeader } from './message.ts';
import { parseNameAddr, type NameAddr } from './name-addr.ts';

interface WithHeaders {
  readonly headers: readonly SipHeader[];
}

// RFC 3261 §20 and the IANA registry of header fields.
const compactForms: Readonly<Record<string, string>> = {
  a: 'Accept-Contact',
  b: 'Referred-By',
  c: 'Content-Type',
  d: 'Request-Disposition',
  e: 'Content-Encoding',
  f: 'From',
  i: 'Call-ID',
  j: 'Reject-Contact',
  k: 'Supported',
  l: 'Content-Length',
  m: 'Contact',
  n: 'Identity-Info',
  o: 'Event',
  r: 'Refer-To',
  s: 'Subject',
  t: 'To',
  u: 'Allow-Events',
  v: 'Via',
  x: 'Session-Expires',
  y: 'Identity',
};

/** The full name of a compact form (§7.3.3); any other name unchanged. */
export function fullHeaderName(name: string): string {
  return name.length === 1 ? (compactForms[name.toLowerCase()] ?? name) : name;
}

/** The value of the first header of that name, whatever its case; undefined when there is none. */
export function headerValue(message: WithHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return message.headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}

/** The values of all headers of that name in wire order, comma lists taken apart (§7.3.1). */
export function headerValues(message: WithHeaders, name: string): string[] {
  return rawHeaderValues(message, name)
    .flatMap((value) => (value.includes(',') ? (splitOutside(value, ',') ?? [value]) : [value]))
    .filter((value) => value !== '');
}

/** The values of all headers of that name in wire order, each as one line. */
export function rawHeaderValues(message: WithHeaders, name: string): string[] {
  const wanted = name.toLowerCase();
  return message.headers.filter((header) => header.name.toLowerCase() === wanted).map((header) => header.value);
}

/** The first name-addr of that header; undefined when there is none or it is malformed. */
export function addressHeader(message: WithHeaders, name: string): NameAddr | undefined {
  const value = headerValues(message, name)[0];
  return value === undefined ? undefined : parseNameAddr(value);
}

/** The tag of From or To; '' when there is none, as RFC 2543 allowed (RFC 3261 §12.1.1). */
export function tagOf(message: WithHeaders, name: 'From' | 'To'): string {
  return addressHeader(message, name)?.params.get('tag') ?? '';
}
