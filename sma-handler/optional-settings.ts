import { parseSigningKeys, type SigningKeys } from '../shared/adapters/hmac/signing-keys.ts';
import { readSettings, type SettingName } from '../shared/env.ts';
import type { Logger } from '../shared/observability/logger.ts';

export interface OptionalSettings {
  /** Absent: no service is asked. */
  readonly lookUpKeys?: SigningKeys;
  /** Absent: no voicemail is taken. */
  readonly voicemailBucket?: string;
}

/**
 * The settings that calls get through without. One that cannot be read is logged, by its name, and counts as absent: a slip
 * of the pen there is no reason to answer no calls at all.
 */
export function optionalSettings(environment: NodeJS.ProcessEnv, log: Logger): OptionalSettings {
  const ifValid = <Value>(setting: SettingName, read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      log.error('setting-ignored', error, { setting });
      return undefined;
    }
  };
  const lookUpKeys = ifValid('LOOK_UP_SIGNING_KEYS', () => {
    const { LOOK_UP_SIGNING_KEYS: keys } = readSettings(['LOOK_UP_SIGNING_KEYS'], environment);
    return keys === undefined ? undefined : parseSigningKeys(keys, 'LOOK_UP_SIGNING_KEYS');
  });
  const voicemailBucket = ifValid(
    'VOICEMAIL_BUCKET',
    () => readSettings(['VOICEMAIL_BUCKET'], environment).VOICEMAIL_BUCKET,
  );
  return {
    ...(lookUpKeys === undefined ? {} : { lookUpKeys }),
    ...(voicemailBucket === undefined ? {} : { voicemailBucket }),
  };
}
