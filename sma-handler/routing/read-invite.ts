import { alexaClientIdHeader } from '../../shared/contracts/communication-session.ts';
import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { readUserToUser } from '../../shared/contracts/user-to-user.ts';
import { leg } from '../legs.ts';

/** What the INVITE says of the call. */
export type InviteReading =
  /** By Alexa, or over a Voice Connector of ours. The id is as it came: its signature is still to be checked. */
  | { readonly kind: 'skillCall' | 'voiceConnectorCall'; readonly contextId: string }
  /** No User-to-User header: somebody dialled the number. */
  | { readonly kind: 'phoneCall' }
  /** A User-to-User header that is not to be believed; the call goes on as if it had none. */
  | { readonly kind: 'refused'; readonly because: 'user-to-user-malformed' | 'client-id-unknown' };

export interface InviteChecks {
  /** The Login with Amazon client ids whose calls are believed. */
  readonly clientIds: readonly string[];
  /** SIP rules whose calls need none: only peers that we know can send them. */
  readonly voiceConnectorRules: readonly string[];
}

/** Reads the context id out of the caller's SIP headers, where they are such that it may be believed. */
export function readInvite(event: SmaEvent, { clientIds, voiceConnectorRules }: InviteChecks): InviteReading {
  const headers = leg(event, 'LEG-A')?.SipHeaders;
  const userToUser = readUserToUser(headers);
  if (userToUser.kind === 'absent') return { kind: 'phoneCall' };
  if (userToUser.kind === 'malformed') return { kind: 'refused', because: 'user-to-user-malformed' };

  const contextId = userToUser.clientSessionId;
  if (voiceConnectorRules.includes(event.CallDetails.SipRuleId ?? '')) return { kind: 'voiceConnectorCall', contextId };
  return clientIds.includes(header(headers, alexaClientIdHeader) ?? '')
    ? { kind: 'skillCall', contextId }
    : { kind: 'refused', because: 'client-id-unknown' };
}

/** SIP header names are case-insensitive (RFC 3261 §7.3.1), and AWS was seen to write them either way. */
function header(headers: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
