import { parseSigningKeys, type SigningKeys } from '../shared/adapters/hmac/signing-keys.ts';
import { readSettings, type SettingName, type Settings } from '../shared/env.ts';
import type { Logger } from '../shared/observability/logger.ts';

const names = [
  'CONTEXT_SIGNING_KEYS',
  'CONTEXT_SIGNING_SECRET',
  'CONTEXT_REGIONS',
  'VOICE_CONNECTOR_SIP_RULES',
  'VOICEMAIL_BUCKET',
  'CALL_RECORDINGS',
  'WAITING_MUSIC',
  'RINGBACK_TONE',
  'CALL_RECORDS_TABLE',
  'ADVISER_EVENT_BUS',
] as const satisfies readonly SettingName[];

const keyNames = ['LOOK_UP_SIGNING_KEYS', 'CALL_COMMAND_KEYS'] as const satisfies readonly SettingName[];

type Given = Settings<(typeof names)[number]>;

export type OptionalSettings = { readonly [Name in keyof Given]?: NonNullable<Given[Name]> } & {
  /** Parsed already. */
  readonly [Name in (typeof keyNames)[number]]?: SigningKeys;
};

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
  const read: Record<string, unknown> = {};
  for (const name of names) {
    const value = ifValid(name, () => readSettings([name], environment)[name]);
    if (value !== undefined) read[name] = value;
  }
  for (const name of keyNames) {
    const text = environment[name];
    const parsed = text === undefined ? undefined : ifValid(name, () => parseSigningKeys(text, name));
    if (parsed !== undefined) read[name] = parsed;
  }
  return read;
}
