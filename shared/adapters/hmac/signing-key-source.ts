import type { SigningKeys } from './signing-keys.ts';

/** Where signing keys come from while a function runs. */
export interface SigningKeySource {
  /** The keys at hand; undefined as long as none could be had. */
  atHand(): SigningKeys | undefined;
  /** Whether there may be newer keys than those at hand, which could not be had. */
  mayBeBehind(): boolean;
  /**
   * Has them loaded where that is due. Never rejects.
   * @param keyId a key that is wanted by name: reason to look for newer ones.
   */
  ready(keyId?: string, signal?: AbortSignal): Promise<void>;
}

/** Keys that stay what they are. */
export function fixedKeys(keys: SigningKeys): SigningKeySource {
  return { atHand: () => keys, mayBeBehind: () => false, ready: () => Promise.resolve() };
}

/** No keys, and none to be had. */
export const noKeys: SigningKeySource = {
  atHand: () => undefined,
  mayBeBehind: () => true,
  ready: () => Promise.resolve(),
};

/** Keys that stay what they are, or a source of them, as a source. */
export function sourceOf(keys: SigningKeys | SigningKeySource): SigningKeySource {
  return 'atHand' in keys ? keys : fixedKeys(keys);
}
