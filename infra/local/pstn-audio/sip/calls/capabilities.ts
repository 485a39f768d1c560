import type { SipHeader } from '../message/message.ts';

/** The methods this user agent understands (RFC 3261 §20.5). */
export const allowedMethods = 'INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE';

/** Extensions that a request may require: reliable provisional responses (RFC 3262), session timers (RFC 4028). */
export const supportedExtensions: ReadonlySet<string> = new Set(['100rel', 'timer']);

/** What this user agent can do, for the answer to OPTIONS (RFC 3261 §11.2). */
export const optionsHeaders: readonly SipHeader[] = [
  { name: 'Allow', value: allowedMethods },
  { name: 'Supported', value: [...supportedExtensions].join(', ') },
  { name: 'Accept', value: 'application/sdp' },
  { name: 'Accept-Encoding', value: 'identity' },
];
