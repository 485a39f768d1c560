import { deviceIdIn } from './device-path.ts';
import type { Endpoint } from './endpoint.ts';
import { settingsError, settingsFailure } from './settings-failure.ts';

const pathPattern = /^\/v2\/devices\/([^/]+)\/settings\/([^/]+)$/;
const names = ['System.timeZone', 'System.distanceUnits', 'System.temperatureUnit'] as const;

/** What the customer has set in the Alexa app. */
export interface DeviceSettings {
  /** IANA name, "America/Los_Angeles". */
  readonly 'System.timeZone'?: string;
  readonly 'System.distanceUnits'?: 'METRIC' | 'IMPERIAL';
  readonly 'System.temperatureUnit'?: 'CELSIUS' | 'FAHRENHEIT';
}

/** Settings that need no consent (Alexa Skills Kit documentation, device-settings-api-reference). */
export function deviceSettingsEndpoint(account: {
  readonly device: { readonly deviceId: string; readonly settings?: DeviceSettings };
}): Endpoint {
  return {
    name: 'settings',
    failure: settingsFailure,
    owns: (path) => pathPattern.test(path),
    answer({ method, path, grant }) {
      const [, deviceId, setting] = pathPattern.exec(path) ?? [];
      const name = names.find((known) => known === setting);
      if (name === undefined) return settingsError(404, 'INVALID_URI', 'There is no such setting');
      if (method !== 'GET') return settingsError(405, 'INVALID_URI', 'Settings are read with GET');
      if (grant === undefined) return settingsFailure(401);
      if (deviceIdIn(deviceId) !== grant.deviceId) return settingsFailure(403);
      const value = account.device.settings?.[name];
      return value === undefined ? { status: 204 } : { status: 200, body: value };
    },
  };
}
