import { BridgeError } from '../../errors.ts';
import { fixedKeys, noKeys, type SigningKeySource } from '../hmac/signing-key-source.ts';
import { parseSigningKeys } from '../hmac/signing-keys.ts';
import { LoadedSigningKeys, type LoadedSigningKeysOptions } from './loaded-signing-keys.ts';

/** What is signed: the ids of call contexts, requests to look-up services, commands to calls. Each has keys of its own. */
export type SigningKeyPurpose = 'CONTEXT_SIGNING' | 'LOOK_UP_SIGNING' | 'CALL_COMMAND';

/** `…_KEYS`: the keys themselves. `…_SECRET`: asked where they are not given, or cannot be read. */
export type SigningKeySettings = {
  readonly [Name in `${SigningKeyPurpose}_${'KEYS' | 'SECRET'}`]?: string | undefined;
};

export type SigningKeyLoading = Pick<LoadedSigningKeysOptions, 'secrets' | 'clock' | 'timers' | 'onTrouble'>;

/**
 * The keys for a purpose as a function's settings have them. What is wrong with them is told to `onTrouble`, not thrown: without
 * a key nothing is believed, and the calls go on.
 */
export function signingKeysOfSettings(
  purpose: SigningKeyPurpose,
  settings: SigningKeySettings,
  loading: SigningKeyLoading,
): SigningKeySource {
  const names = settingsFor(purpose);
  if (settings[names.keys] === undefined && settings[names.secret] === undefined) {
    const problem = `settings of the function: ${names.keys} is missing, and so is ${names.secret}`;
    loading.onTrouble(new BridgeError('environment-invalid', problem), names.keys);
  }
  return optionalSigningKeys(purpose, settings, loading) ?? noKeys;
}

/** The same for what a function may do without: undefined where its settings have no keys that can be read, and no secret. */
export function optionalSigningKeys(
  purpose: SigningKeyPurpose,
  settings: SigningKeySettings,
  { onTrouble, ...loading }: SigningKeyLoading,
): SigningKeySource | undefined {
  const names = settingsFor(purpose);
  const { [names.keys]: keys, [names.secret]: secret } = settings;
  try {
    if (keys !== undefined) return fixedKeys(parseSigningKeys(keys, names.keys));
  } catch (error) {
    onTrouble(error, names.keys);
  }
  return secret === undefined
    ? undefined
    : new LoadedSigningKeys({ ...loading, onTrouble, secret, setting: names.secret });
}

function settingsFor<Purpose extends SigningKeyPurpose>(
  purpose: Purpose,
): { readonly keys: `${Purpose}_KEYS`; readonly secret: `${Purpose}_SECRET` } {
  return { keys: `${purpose}_KEYS`, secret: `${purpose}_SECRET` };
}
