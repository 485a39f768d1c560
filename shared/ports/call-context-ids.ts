import type { CallContextId } from '../domain/call-context-id.ts';
import type { EpochMs } from '../domain/time.ts';

export type CallContextIdCheck =
  | { readonly kind: 'valid'; readonly id: CallContextId; readonly region: string; readonly reasonHint: string }
  /** Not of our making at all. */
  | { readonly kind: 'malformed' }
  /** Our shape, but the signature is not ours, or its key has been retired. */
  | { readonly kind: 'forged' }
  | { readonly kind: 'expired' };

/** Makes and checks call-context ids, so that a forged or expired one never reaches the store. */
export interface CallContextIds {
  issue(request: { readonly reasonId: string; readonly expiresAt: EpochMs }): CallContextId;
  check(text: string, now: EpochMs): CallContextIdCheck;
}
