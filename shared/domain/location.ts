import type { EpochMs } from './time.ts';

/** WGS 84, in degrees: latitude -90 to 90, longitude -180 to 180. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Where a location came from, best evidence first (device geolocation, device address,
 * postal code, the account's home branch, area code).
 */
export const locationSources = ['geolocation', 'deviceAddress', 'postalCode', 'homeBranch', 'areaCode'] as const;
export type LocationSource = (typeof locationSources)[number];

/** Where the caller is, as far as anyone knows; every part may be missing. */
export interface CallerLocation {
  readonly source: LocationSource;
  /** When the source was asked: a location grows old. */
  readonly observedAt: EpochMs;
  readonly coordinates?: Coordinates;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  readonly stateOrRegion?: string;
  readonly postalCode?: string;
}

export const earthRadiusKilometers = 6371.0088;

/** Great-circle distance by the haversine formula, on the mean Earth radius (IUGG). */
export function kilometersBetween(a: Coordinates, b: Coordinates): number {
  const latitude = radians(b.latitude - a.latitude);
  const longitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthRadiusKilometers * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
