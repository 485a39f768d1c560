import { encodeUserToUser } from '../../shared/contracts/user-to-user.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { HeaderProfile } from '../../shared/domain/routing/table.ts';

/** The headers that carry the context id to a contact centre; exactly one, for some discard duplicates. */
export function contextHeaders(
  profile: HeaderProfile,
  contextId: string | undefined,
): Record<string, string> | undefined {
  if (contextId === undefined) return undefined;
  switch (profile) {
    case 'rfc7433':
      return { 'User-to-User': encodeUserToUser(contextId) };
    case 'x-header':
      return { 'X-Call-Context-Id': contextId };
    case 'none':
      return undefined;
    default:
      return assertNever(profile);
  }
}
