import { BridgeError } from '../../errors.ts';
import { fixedKeys, noKeys, type SigningKeySource } from '../hmac/signing-key-source.ts';
import { parseSigningKeys } from '../hmac/signing-keys.ts';
import { LoadedSigningKeys, type LoadedSigningKeysOptions } from './loaded-signing-keys.ts';

export interface SigningKeySettings extends Omit<LoadedSigningKeysOptions, 'secret'> {
  /** CONTEXT_SIGNING_KEYS. */
  readonly keys: string | undefined;
  /** CONTEXT_SIGNING_SECRET: asked where the keys are not given themselves, or cannot be read. */
  readonly secret: string | undefined;
}

/**
 * The keys of call-context ids as a function's settings have them. What is wrong with them is told to `onTrouble`, not thrown: without
 * a key no id is believed, and the calls go on.
 */
export function signingKeysOfSettings({ keys, secret, ...loading }: SigningKeySettings): SigningKeySource {
  try {
    if (keys !== undefined) return fixedKeys(parseSigningKeys(keys));
    if (secret === undefined)
      throw new BridgeError(
        'environment-invalid',
        'settings of the function: CONTEXT_SIGNING_KEYS is missing, and so is CONTEXT_SIGNING_SECRET',
      );
  } catch (error) {
    loading.onTrouble(error);
  }
  return secret === undefined ? noKeys : new LoadedSigningKeys({ ...loading, secret });
}
