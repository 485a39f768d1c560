import { alexaClientIdHeader } from '../../shared/contracts/communication-session.ts';
import type { Participant } from '../../shared/contracts/sma-event.ts';
import { readUserToUser } from '../../shared/contracts/user-to-user.ts';
import type { CallContextId } from '../../shared/domain/call-context-id.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';

/** What the INVITE says of the call. */
export type InviteReading =
  | { readonly kind: 'skillCall'; readonly contextId: CallContextId; readonly reasonHint: string }
  /** No User-to-User header: somebody dialled the number. */
  | { readonly kind: 'phoneCall' }
  /** A User-to-User header that is not to be believed; the call goes on without a context. */
  | {
      readonly kind: 'refused';
      readonly because: 'user-to-user-malformed' | 'client-id-unknown' | 'id-malformed' | 'id-forged' | 'id-expired';
    };

export interface InviteChecks {
  readonly contextIds: CallContextIds;
  /** The Login with Amazon client ids whose calls are believed. */
  readonly clientIds: readonly string[];
  readonly now: EpochMs;
}

/** Reads the context id out of the caller's SIP headers, and believes it only when skill and signature are ours. */
export function readInvite(
  caller: Participant | undefined,
  { contextIds, clientIds, now }: InviteChecks,
): InviteReading {
  const headers = caller?.SipHeaders;
  const userToUser = readUserToUser(headers);
  if (userToUser.kind === 'absent') return { kind: 'phoneCall' };
  if (userToUser.kind === 'malformed') return { kind: 'refused', because: 'user-to-user-malformed' };
  if (!clientIds.includes(header(headers, alexaClientIdHeader) ?? ''))
    return { kind: 'refused', because: 'client-id-unknown' };

  const check = contextIds.check(userToUser.clientSessionId, now);
  if (check.kind !== 'valid') return { kind: 'refused', because: `id-${check.kind}` };
  return { kind: 'skillCall', contextId: check.id, reasonHint: check.reasonHint };
}

/** SIP header names are case-insensitive (RFC 3261 §7.3.1), and AWS was seen to write them either way. */
function header(headers: Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
