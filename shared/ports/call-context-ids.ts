import type { CallContextId } from '../domain/call-context-id.ts';
import type { EpochMs } from '../domain/time.ts';

export type CallContextIdCheck =
  | { readonly kind: 'valid'; readonly id: CallContextId; readonly region: string; readonly reasonHint: string }
  /** Not of our making at all. */
  | { readonly kind: 'malformed' }
  /** Our shape, but the signature is not ours, or its key has been retired. */
  | { readonly kind: 'forged' }
  /**
   * Our shape, but the key that would tell cannot be had at the moment. Not believed, so that nothing of it is given, the hint
   * neither: a call goes on without a context, and whoever asks for one may ask again later.
   */
  | { readonly kind: 'unverifiable' }
  | { readonly kind: 'expired' };

/** What keys are needed for, and how long somebody waits for them. */
export interface KeysNeeded {
  /** The id that is to be checked, as it came: its key may be newer than those at hand. Absent: ids are to be issued. */
  readonly id?: string | undefined;
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes and checks call-context ids, so that a forged or expired one never reaches the store. */
export interface CallContextIds {
  /**
   * Gets the keys, or newer ones, where that is due: to be awaited before `issue` and `check`, beside other look-ups. At once
   * nearly always; never rejects, for what follows says what is missing.
   */
  ready(needed?: KeysNeeded): Promise<void>;
  /** @throws BridgeError `store-unavailable` while there is no key to sign with. */
  issue(request: { readonly reasonId: string; readonly expiresAt: EpochMs }): CallContextId;
  /** By the keys at hand. A clock that is ahead by less than 5 minutes refuses nothing. */
  check(text: string, now: EpochMs): CallContextIdCheck;
}
