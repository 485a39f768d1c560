import type { SipHeader } from '../message/message.ts';
import { allowedMethods } from './call-core.ts';

/** What this user agent can do, for the answer to OPTIONS (RFC 3261 §11.2). */
export const optionsHeaders: readonly SipHeader[] = [
  { name: 'Allow', value: allowedMethods },
  { name: 'Accept', value: 'application/sdp' },
  { name: 'Accept-Encoding', value: 'identity' },
];
