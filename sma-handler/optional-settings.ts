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
  'LOOK_UP_SIGNING_KEYS',
  'LOOK_UP_SIGNING_SECRET',
  'CALL_COMMAND_KEYS',
  'CALL_COMMAND_SECRET',
  'METRICS_NAMESPACE',
] as const satisfies readonly SettingName[];

type Given = Settings<(typeof names)[number]>;

export type OptionalSettings = { readonly [Name in keyof Given]?: NonNullable<Given[Name]> };

/**
 * The settings that calls get through without. One that cannot be read is logged, by its name, and counts as absent: a slip
 * of the pen there is no reason to answer no calls at all.
 */
export function optionalSettings(environment: NodeJS.ProcessEnv, log: Logger): OptionalSettings {
  const read: Record<string, unknown> = {};
  for (const name of names) {
    try {
      const value = readSettings([name], environment)[name];
      if (value !== undefined) read[name] = value;
    } catch (error) {
      log.error('setting-ignored', error, { setting: name });
    }
  }
  return read;
}
