import { earthRadiusKilometers, type Coordinates } from '../../../shared/domain/location.ts';

/** A place so many kilometres away along a great circle; `bearing` in degrees from north, clockwise. To a millionth of a degree. */
export function placeAway({ latitude, longitude }: Coordinates, kilometers: number, bearing = 0): Coordinates {
  if (kilometers === 0) return { latitude, longitude };
  const angle = kilometers / earthRadiusKilometers;
  const [phi, lambda, theta] = [radians(latitude), radians(longitude), radians(bearing)];
  const sine = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(theta);
  const east =
    lambda + Math.atan2(Math.sin(theta) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * sine);
  const turned = ((((degrees(east) + 180) % 360) + 360) % 360) - 180;
  return { latitude: rounded(degrees(Math.asin(sine))), longitude: rounded(turned) };
}

/** The direction in which the second lies from the first, in degrees from north, clockwise. */
export function bearingTo(from: Coordinates, to: Coordinates): number {
  const [phi, other, between] = [radians(from.latitude), radians(to.latitude), radians(to.longitude - from.longitude)];
  const east = Math.sin(between) * Math.cos(other);
  const north = Math.cos(phi) * Math.sin(other) - Math.sin(phi) * Math.cos(other) * Math.cos(between);
  return degrees(Math.atan2(east, north));
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}

function rounded(angle: number): number {
  return Math.round(angle * 1e6) / 1e6;
}
