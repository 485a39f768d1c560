import type { SettingName } from '../../env.ts';
import { BridgeError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { Timers } from '../../ports/timers.ts';
import { withinTime } from '../../within-time.ts';
import type { SigningKeySource } from '../hmac/signing-key-source.ts';
import { parseSigningKeys, type SigningKeys } from '../hmac/signing-keys.ts';

const usualSetting: SettingName = 'CONTEXT_SIGNING_SECRET';
/** A caller waits for it. */
const loadTimeoutMs = 600;
/** Keys grow old: one that has been retired is believed for so long. */
const freshForMs = 5 * 60_000;
/** An id of an unknown key asks for newer ones; whoever invents such ids must not keep callers waiting with every one. */
const unknownKeyEveryMs = 60_000;
/** Loading failed: so long nobody waits for another try. With keys at hand, there is more time for it. */
const withoutKeysRetryMs = 5_000;
const withKeysRetryMs = 60_000;

export interface LoadedSigningKeysOptions {
  readonly secrets: Secrets;
  /** The name or ARN of the secret: its text is what `parseSigningKeys` reads. */
  readonly secret: string;
  /** The setting that names it, for messages; CONTEXT_SIGNING_SECRET by default. */
  readonly setting?: SettingName;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Hears why keys could not be loaded, and which setting they hang on; nothing that it hears shows a key. */
  readonly onTrouble: (error: unknown, setting: SettingName) => void;
}

/**
 * Signing keys out of a secret: loaded when they are first needed, and then kept. A rotation is noticed within 5 minutes, and at
 * once by the first id that a new key signed. What cannot be loaded, or read, leaves the keys at hand in force.
 */
export class LoadedSigningKeys implements SigningKeySource {
  readonly #options: LoadedSigningKeysOptions;
  #keys: SigningKeys | undefined;
  #loading: Promise<void> | undefined;
  #tried = -Infinity;
  #triedForUnknownKey = -Infinity;
  #failed = false;

  constructor(options: LoadedSigningKeysOptions) {
    this.#options = options;
  }

  atHand(): SigningKeys | undefined {
    return this.#keys;
  }

  mayBeBehind(): boolean {
    return this.#keys === undefined || this.#failed;
  }

  async ready(keyId?: string, signal?: AbortSignal): Promise<void> {
    // It may have stood still since, with a frozen function, and come to nothing: then it is due again.
    if (this.#loading !== undefined) await this.#loading;
    if (this.#isDue(keyId))
      this.#loading ??= this.#load(signal).finally(() => {
        this.#loading = undefined;
      });
    await this.#loading;
  }

  #isDue(keyId: string | undefined): boolean {
    const sinceTried = this.#since(this.#tried);
    if (this.#keys === undefined) return sinceTried >= withoutKeysRetryMs;
    if (this.#failed) return sinceTried >= withKeysRetryMs;
    if (sinceTried >= freshForMs) return true;
    if (keyId === undefined || this.#keys.keys.has(keyId)) return false;
    if (this.#since(this.#triedForUnknownKey) < unknownKeyEveryMs) return false;
    this.#triedForUnknownKey = this.#options.clock.now();
    return true;
  }

  /** A clock that was put back counts as one that went on: else nothing would be due for as long as it was put back. */
  #since(moment: number): number {
    return Math.abs(this.#options.clock.now() - moment);
  }

  async #load(signal: AbortSignal | undefined): Promise<void> {
    const { clock, timers, onTrouble, setting = usualSetting } = this.#options;
    this.#tried = clock.now();
    const given = new AbortController();
    try {
      const waited = signal === undefined ? given.signal : AbortSignal.any([given.signal, signal]);
      const loaded = await withinTime(timers, loadTimeoutMs, this.#read(waited));
      if (loaded.kind === 'late')
        throw new BridgeError('store-unavailable', `the signing keys did not come within ${loadTimeoutMs} ms`);
      this.#keys = loaded.value;
      this.#failed = false;
    } catch (error) {
      this.#failed = true;
      onTrouble(error, setting);
    } finally {
      given.abort();
    }
  }

  async #read(signal: AbortSignal): Promise<SigningKeys> {
    const { secrets, secret, setting = usualSetting } = this.#options;
    return parseSigningKeys(await secrets.read(secret, { signal }), setting);
  }
}
