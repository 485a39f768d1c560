import { isToken } from '../message/grammar.ts';
import { fullHeaderName } from '../message/headers.ts';
import type { SipHeader } from '../message/message.ts';
import type { ExtraHeaders } from './call.ts';

const reserved = new Set([
  'via',
  'max-forwards',
  'from',
  'to',
  'call-id',
  'cseq',
  'contact',
  'route',
  'record-route',
  'content-type',
  'content-length',
  'rseq',
  'rack',
]);

/** Headers of the application, checked; throws a TypeError on a name or value that would break the message or the call. */
export function checkedHeaders(extra: ExtraHeaders = {}): SipHeader[] {
  return Object.entries(extra).flatMap(([name, given]) => {
    if (!isToken(name))
      throw new TypeError(`SIP header name ${JSON.stringify(name)} is not a token; use letters, digits and hyphens`);
    if (reserved.has(fullHeaderName(name).toLowerCase()))
      throw new TypeError(`SIP header ${name} is set by the stack; leave it out`);
    const values = typeof given === 'string' ? [given] : given;
    return values.map((value) => ({ name, value: checkedText(`SIP header ${name}`, value) }));
  });
}

/** `text` itself; throws a TypeError when it holds a line break, which would smuggle in headers. */
export function checkedText(what: string, text: string): string {
  if (/[\r\n]/.test(text)) throw new TypeError(`${what} holds a line break; remove it`);
  return text;
}
