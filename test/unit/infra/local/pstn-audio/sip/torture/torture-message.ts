import type { SipMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';

/** What becomes of a message at a user agent that takes calls: it rings, answers with a status, or drops it. */
export type Fate = 'rings' | 'dropped' | number;

/** One situation of RFC 4475, with a message of our own. */
export interface TortureMessage {
  /** Section of RFC 4475 and the name that it gives the message. */
  readonly section: string;
  readonly fate: Fate;
  /** Lines with LF between them; `{via}` stands for a host and port that answers come back to. */
  readonly text: string;
  /** Sent in place of what `text` gives, for messages that are no text. */
  readonly bytes?: Uint8Array;
  /** A header that the answer must have. */
  readonly header?: readonly [name: string, value: string];
  /** What the RFC says is to be read from a message that is valid. */
  readonly reads?: (message: SipMessage) => void;
}

/** The message on the wire. */
export function tortureBytes(message: TortureMessage, via: string): Uint8Array {
  return message.bytes ?? Buffer.from(message.text.replaceAll('{via}', via).replaceAll('\n', '\r\n'));
}

/** Header lines that every request needs, for messages that are about something else. */
export function ordinary(name: string, method: string): string {
  return [
    `Via: SIP/2.0/UDP {via};branch=z9hG4bK.${name}`,
    'Max-Forwards: 70',
    `From: <sip:caller@example.com>;tag=${name}`,
    'To: <sip:callee@example.net>',
    `Call-ID: ${name}.1@example.com`,
    `CSeq: 101 ${method}`,
  ].join('\n');
}
