import type { Clock } from '../../../../shared/ports/clock.ts';
import type { DeviceGeolocation } from '../api/account.ts';
import type { Household } from './household.ts';
import { timestampOf } from './timestamp.ts';

export const geolocationScope = 'alexa::devices:all:geolocation:read';
const persistentUnitIdScope = 'alexa::persistent_unit_id::read';

interface RequestUser {
  readonly userId: string;
  readonly accessToken?: string;
  readonly permissions?: { readonly scopes: Readonly<Record<string, { readonly status: 'GRANTED' | 'DENIED' }>> };
}

/** context.Geolocation (Alexa Skills Kit documentation, location-services-for-alexa-skills). */
interface GeolocationState {
  readonly locationServices: NonNullable<DeviceGeolocation['locationServices']>;
  readonly timestamp?: string;
  readonly coordinate?: NonNullable<DeviceGeolocation['coordinate']>;
}

/** The `context` of a request (Alexa Skills Kit documentation, request-and-response-json-reference). A speaker without a screen: no Viewport. */
export interface RequestContext {
  readonly System: {
    readonly application: { readonly applicationId: string };
    readonly user: RequestUser;
    /** Absent in skill events. */
    readonly device?: {
      readonly deviceId: string;
      readonly supportedInterfaces: { readonly Geolocation?: Readonly<Record<string, never>> };
    };
    /** There only when Alexa knows the voice. */
    readonly person?: { readonly personId: string; readonly accessToken?: string };
    readonly unit?: { readonly unitId: string; readonly persistentUnitId?: string };
    readonly apiEndpoint: string;
    readonly apiAccessToken: string;
  };
  readonly Geolocation?: GeolocationState;
}

export interface ContextParts {
  readonly skillId: string;
  readonly household: Household;
  readonly clock: Clock;
  readonly apiEndpoint: string;
  readonly apiAccessToken: string;
}

/** Where the request comes from, and what it says about the people there. `speaker` is whose voice it was, when Alexa knows it. */
export function deviceContext(parts: ContextParts, speaker: string | undefined): RequestContext {
  const { household, clock } = parts;
  const { device, geolocation, unit } = household;
  const person = speaker === undefined ? undefined : household.member(speaker);
  const isAllowed = (scope: string): boolean => household.grantedPermissions.includes(scope);
  return {
    System: {
      ...eventContext(parts).System,
      device: {
        deviceId: device.deviceId,
        supportedInterfaces: geolocation === undefined ? {} : { Geolocation: {} },
      },
      ...(person === undefined
        ? {}
        : {
            person: {
              personId: person.personId,
              ...(person.accessToken === undefined ? {} : { accessToken: person.accessToken }),
            },
          }),
      ...(unit === undefined
        ? {}
        : {
            unit: {
              unitId: unit.unitId,
              ...(isAllowed(persistentUnitIdScope) ? { persistentUnitId: unit.persistentUnitId } : {}),
            },
          }),
    },
    ...(geolocation === undefined || !isAllowed(geolocationScope)
      ? {}
      : { Geolocation: geolocationState(geolocation, clock) }),
  };
}

/** What a request outside any session says: nothing of a device or a voice. */
export function eventContext({ skillId, household, apiEndpoint, apiAccessToken }: ContextParts): RequestContext {
  return {
    System: { application: { applicationId: skillId }, user: requestUser(household), apiEndpoint, apiAccessToken },
  };
}

/** The same in the session and in the context. Scopes are told for geolocation alone, on devices that can. */
export function requestUser({ userId, linked, geolocation, grantedPermissions }: Household): RequestUser {
  const status = grantedPermissions.includes(geolocationScope) ? 'GRANTED' : 'DENIED';
  return {
    userId,
    ...(linked === undefined ? {} : { accessToken: linked.accessToken }),
    ...(geolocation === undefined ? {} : { permissions: { scopes: { [geolocationScope]: { status } } } }),
  };
}

function geolocationState(
  { coordinate, ageSeconds = 0, locationServices }: DeviceGeolocation,
  clock: Clock,
): GeolocationState {
  const services = locationServices ?? ({ status: 'RUNNING', access: 'ENABLED' } as const);
  const isOn = services.status === 'RUNNING' && services.access === 'ENABLED';
  return {
    locationServices: services,
    ...(coordinate === undefined || !isOn
      ? {}
      : { timestamp: timestampOf(clock.now() - ageSeconds * 1000), coordinate }),
  };
}
