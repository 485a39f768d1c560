import { encodeUserToUser } from '../../shared/contracts/user-to-user.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';

/** The one that callers dial. */
export const ownNumber = '+14255550111' as E164;

/** By which calls of our own Voice Connector come in. */
export const voiceConnectorRule = '00000000-0000-4000-8000-0000000000b1';

/** Of the skill whose calls are believed. */
export const clientId = 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef';

/** The headers of a skill call that carries this id. */
export function skillCallHeaders(id: string): Record<string, string> {
  return { 'user-to-user': encodeUserToUser(id), 'X-Alexa-LWA-ClientId': clientId };
}
