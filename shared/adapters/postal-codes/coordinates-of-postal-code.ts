import type { Coordinates } from '../../domain/location.ts';
import { findCentroid } from './packed-centroids.ts';
import { usZipCentroids } from './us-zip-centroids.ts';

let decoded: Uint8Array | undefined;

/**
 * Roughly where a postal code lies, within its own area: the centroid of the Census Bureau's tabulation area.
 * The United States only ("US", ZIP or ZIP+4); `undefined` for other countries, and for codes without an area
 * of their own, such as post-office boxes. Accurate to some 200 m, which is far less than the size of most areas.
 */
export function coordinatesOfPostalCode(countryCode: string, postalCode: string): Coordinates | undefined {
  if (countryCode.toUpperCase() !== 'US') return undefined;
  const code = /^(\d{5})(?:[- ]?\d{4})?$/.exec(postalCode.trim())?.[1];
  if (code === undefined) return undefined;
  // Once for each process, and only when somebody asks: a cold start does not pay for it.
  decoded ??= octetsOf(usZipCentroids);
  return findCentroid(decoded, code);
}

/** In Lambda and in a browser alike. */
function octetsOf(base64: string): Uint8Array {
  const text = atob(base64);
  const octets = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) octets[index] = text.charCodeAt(index);
  return octets;
}
