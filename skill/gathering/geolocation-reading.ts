import type { Coordinates } from '../../shared/domain/location.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import { memberOf } from './outside-values.ts';

/** Where a mobile device is, as the request itself says (Alexa Skills Kit documentation, location services for Alexa skills). */
export type GeolocationReading =
  | {
      readonly kind: 'coordinates';
      readonly coordinates: Coordinates;
      readonly accuracyMeters: number;
      readonly at: EpochMs;
    }
  /** The device knows where it is, and the customer has not allowed the skill to. */
  | { readonly kind: 'permissionMissing' }
  /** A device that stays where it is, or one that does not know. */
  | { readonly kind: 'none' };

const scope = 'alexa::devices:all:geolocation:read';

/**
 * Reads a request's context, in the order that the documentation gives: can the device tell, has the customer allowed it,
 * are location services on, is there a coordinate. Whether that is recent and exact enough is for others to say.
 * @param context of a request envelope; anything at all.
 */
export function geolocationReading(context: unknown): GeolocationReading {
  const device = memberOf(context, 'System', 'device', 'supportedInterfaces', 'Geolocation');
  if (typeof device !== 'object' || device === null) return { kind: 'none' };

  const permission = memberOf(context, 'System', 'user', 'permissions', 'scopes', scope, 'status');
  if (permission !== 'GRANTED') return { kind: 'permissionMissing' };

  const reading = memberOf(context, 'Geolocation');
  return isSwitchedOff(reading) ? { kind: 'none' } : coordinatesOf(reading);
}

/** The member may be absent, and access may be UNKNOWN: then the coordinate speaks for itself. */
function isSwitchedOff(reading: unknown): boolean {
  return (
    memberOf(reading, 'locationServices', 'access') === 'DISABLED' ||
    memberOf(reading, 'locationServices', 'status') === 'STOPPED'
  );
}

function coordinatesOf(reading: unknown): GeolocationReading {
  const latitude = numberBetween(-90, memberOf(reading, 'coordinate', 'latitudeInDegrees'), 90);
  const longitude = numberBetween(-180, memberOf(reading, 'coordinate', 'longitudeInDegrees'), 180);
  const accuracyMeters = numberBetween(0, memberOf(reading, 'coordinate', 'accuracyInMeters'), Number.MAX_VALUE);
  const at = timeOf(memberOf(reading, 'timestamp'));
  if (latitude === undefined || longitude === undefined || accuracyMeters === undefined || at === undefined)
    return { kind: 'none' };
  return { kind: 'coordinates', coordinates: { latitude, longitude }, accuracyMeters, at };
}

function numberBetween(least: number, value: unknown, most: number): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined;
}

/** ISO 8601 with its offset; the documentation's own sample has two of them: "2018-03-25T00:00:00Z+00:00". */
function timeOf(value: unknown): EpochMs | undefined {
  if (typeof value !== 'string') return undefined;
  const [, time, offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z?([+-]\d\d:\d\d)|Z)$/.exec(value) ?? [];
  const milliseconds = time === undefined ? Number.NaN : Date.parse(`${time}${offset ?? 'Z'}`);
  return milliseconds >= 0 ? epochMs(milliseconds) : undefined;
}
