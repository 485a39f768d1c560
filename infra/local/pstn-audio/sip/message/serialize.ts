import type { SipMessage } from './message.ts';

/** The bytes of a message as they go over the wire, headers in UTF-8, Content-Length added (RFC 3261 §7). */
export function serializeMessage(message: SipMessage): Uint8Array {
  const startLine =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  let head = `${startLine}\r\n`;
  for (const { name, value } of message.headers) head += `${name}: ${value}\r\n`;
  head += `Content-Length: ${message.body.length}\r\n\r\n`;
  return message.body.length === 0 ? Buffer.from(head) : Buffer.concat([Buffer.from(head), message.body]);
}

/** The body as text; undefined when there is none. */
export function bodyText(message: SipMessage): string | undefined {
  return message.body.length === 0 ? undefined : Buffer.from(message.body).toString('utf8');
}
