import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import { ownerOf } from './owner.ts';

/**
 * Forgets every call context of a customer who leaves the skill: as often as told, with the same end.
 * Rejects with a BridgeError `store-unavailable` when that could not be done, or not to its end.
 * @param userId Alexa's, as requests give it.
 * @returns how many there were.
 */
export async function forgetOwner(
  userId: string,
  { callContexts }: { readonly callContexts: Pick<CallContextStore, 'forgetAllOf'> },
): Promise<number> {
  const owner = ownerOf(userId);
  return owner === undefined ? 0 : await callContexts.forgetAllOf(owner);
}
