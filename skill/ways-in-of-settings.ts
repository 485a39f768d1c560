import { alexaSkillCall } from '../shared/adapters/alexa/alexa-skill-call.ts';
import { alexaSmartProperties } from '../shared/adapters/alexa/alexa-smart-properties-call.ts';
import { lwaAccessTokens } from '../shared/adapters/alexa/lwa-access-tokens.ts';
import { chimeCallback } from '../shared/adapters/chime/chime-callback.ts';
import type { SettingName, Settings } from '../shared/env.ts';
import { BridgeError } from '../shared/errors.ts';
import type { Logger } from '../shared/observability/logger.ts';
import type { CallIngress, CallStarter } from '../shared/ports/call-starter.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Secrets } from '../shared/ports/secrets.ts';
import type { AlexaAccess } from './alexa-access.ts';
import type { SkillServices } from './skill-services.ts';
import { timeLimits } from './time-limits.ts';

const names = [
  'AWS_REGION',
  'CALL_INGRESSES',
  'SIP_MEDIA_APPLICATION_ID',
  'CALLBACK_PREFIXES',
  'PBX_ADDRESS',
  'SMART_PROPERTIES_SECRET',
  'SMART_PROPERTIES_TOKEN_ORIGIN',
] as const satisfies readonly SettingName[];
type Given = Settings<(typeof names)[number]>;

interface WaysInServices {
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Starts calls in one way, for one request. */
type StarterFor = (access: AlexaAccess) => CallStarter;

/**
 * The ways in that the settings name, in their order.
 * @throws BridgeError `environment-invalid` when one of them lacks a setting.
 */
export function waysInOfSettings(
  settings: Given,
  { secrets, clock, log }: WaysInServices,
): Pick<SkillServices, 'callStarters' | 'getReadyToCall'> {
  const { AWS_REGION: region, CALL_INGRESSES: ingresses = ['alexa-skill-call'] } = settings;
  const timeoutMs = timeLimits.callingMs;
  const needed = <Value>(value: Value | undefined, setting: SettingName, ingress: CallIngress): Value => {
    if (value !== undefined) return value;
    throw new BridgeError(
      'environment-invalid',
      `settings of the function: ${setting} is missing, which ${ingress} of CALL_INGRESSES needs`,
    );
  };
  const properties = ingresses.includes('alexa-smart-properties')
    ? alexaSmartProperties({
        tokens: lwaAccessTokens({
          secrets,
          secret: needed(settings.SMART_PROPERTIES_SECRET, 'SMART_PROPERTIES_SECRET', 'alexa-smart-properties'),
          clock,
          ...(settings.SMART_PROPERTIES_TOKEN_ORIGIN === undefined
            ? {}
            : { origin: settings.SMART_PROPERTIES_TOKEN_ORIGIN }),
        }),
        clock,
        timeoutMs,
        ...(settings.PBX_ADDRESS === undefined ? {} : { address: settings.PBX_ADDRESS }),
      })
    : undefined;
  const ways: Readonly<Record<CallIngress, () => StarterFor | undefined>> = {
    'alexa-skill-call': () => (access) => alexaSkillCall({ ...access, timeoutMs }),
    'alexa-smart-properties': () => properties && ((access) => properties.starterFor(access)),
    callback: () => {
      const sipMediaApplicationId = needed(settings.SIP_MEDIA_APPLICATION_ID, 'SIP_MEDIA_APPLICATION_ID', 'callback');
      const starter = chimeCallback({
        sipMediaApplicationId,
        region,
        log,
        ...(settings.CALLBACK_PREFIXES === undefined ? {} : { prefixes: settings.CALLBACK_PREFIXES }),
      });
      return () => starter;
    },
  };
  const starters = ingresses.flatMap((ingress) => ways[ingress]() ?? []);
  return {
    callStarters: (access) => starters.map((starterFor) => starterFor(access)),
    async getReadyToCall(ingress, { apiEndpoint, unitId }) {
      if (ingress === 'alexa-smart-properties' && unitId !== undefined)
        await properties?.getReady({ apiEndpoint, unitId });
    },
  };
}
