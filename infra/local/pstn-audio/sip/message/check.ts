import { parseCSeq } from './cseq.ts';
import { isToken, splitOutside } from './grammar.ts';
import { headerValues, rawHeaderValues } from './headers.ts';
import type { SipMessage } from './message.ts';
import { parseNameAddr } from './name-addr.ts';
import { parseUri } from './uri.ts';
import { parseVia } from './via.ts';

const singleHeaders = ['From', 'To', 'Call-ID', 'CSeq'] as const;

/** What is wrong with the headers every message needs (RFC 3261 §8.1.1 and Table 2); undefined when nothing is. */
export function headerProblem(message: SipMessage): string | undefined {
  for (const name of singleHeaders) {
    const values = rawHeaderValues(message, name);
    if (values.length !== 1 || values[0] === '')
      return values.length === 0 ? `${name} is missing` : `${name} is not one value`;
  }
  for (const name of ['From', 'To'] as const) {
    if (rawHeaderValues(message, name).some((value) => parseNameAddr(value) === undefined))
      return `${name} is malformed`;
  }
  if (/\s/u.test(rawHeaderValues(message, 'Call-ID')[0] ?? '')) return 'Call-ID is malformed';
  const vias = rawHeaderValues(message, 'Via').map((value) => splitOutside(value, ','));
  if (vias.length === 0) return 'Via is missing';
  if (vias.some((list) => list === undefined || list.some((via) => parseVia(via) === undefined)))
    return 'Via is malformed';
  const cseq = parseCSeq(rawHeaderValues(message, 'CSeq')[0] ?? '');
  if (cseq === undefined) return 'CSeq is malformed';
  for (const name of ['Contact', 'Route', 'Record-Route'] as const) {
    if (headerValues(message, name).some((value) => value !== '*' && parseNameAddr(value) === undefined))
      return `${name} is malformed`;
  }
  return message.kind === 'request'
    ? requestProblem(
        message.uri,
        message.method,
        cseq.method,
        rawHeaderValues(message, 'Max-Forwards'),
        rawHeaderValues(message, 'Content-Type'),
      )
    : undefined;
}

function requestProblem(
  uri: string,
  method: string,
  cseqMethod: string,
  maxForwards: readonly string[],
  contentTypes: readonly string[],
): string | undefined {
  const parsed = parseUri(uri);
  if (parsed === undefined) return 'the Request-URI is malformed';
  // §19.1.1: a Request-URI carries no headers.
  if ('headers' in parsed && parsed.headers !== undefined) return 'the Request-URI carries headers';
  if (method !== cseqMethod) return 'CSeq names another method than the request line';
  if (maxForwards.length > 1 || maxForwards.some((value) => !/^\d+$/.test(value) || Number(value) > 255))
    return 'Max-Forwards is malformed';
  if (contentTypes.length > 1 || contentTypes.some((value) => !isToken(value.split('/', 1)[0]?.trim() ?? '')))
    return 'Content-Type is malformed';
  return undefined;
}
