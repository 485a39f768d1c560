import { normalLongitude } from './bounds.ts';
import type { Bounds, Place } from './map-branch.ts';

export interface Projection {
  /** Pixels from the upper left. */
  readonly toPoint: (place: Place) => readonly [number, number];
  readonly toPlace: (x: number, y: number) => Place;
}

/** Degrees as lengths (equirectangular), true to scale in the middle of the bounds, which fit into the size. */
export function projection(bounds: Bounds, width: number, height: number): Projection {
  const middle = (bounds.south + bounds.north) / 2;
  const narrowing = Math.cos((middle * Math.PI) / 180);
  const degrees = bounds.west <= bounds.east ? bounds.east - bounds.west : bounds.east + 360 - bounds.west;
  const center = bounds.west + degrees / 2;
  const scale = Math.min(width / (degrees * narrowing), height / (bounds.north - bounds.south)) * 0.92;
  return {
    toPoint({ latitude, longitude }) {
      const east = normalLongitude(longitude - center);
      return [width / 2 + east * narrowing * scale, height / 2 + (middle - latitude) * scale];
    },
    toPlace(x, y) {
      const longitude = center + (x - width / 2) / (narrowing * scale);
      return {
        latitude: Math.max(-90, Math.min(90, middle - (y - height / 2) / scale)),
        longitude: normalLongitude(longitude),
      };
    },
  };
}

/** Branches that would cover each other, as one dot: where it is, and how many it stands for. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** One dot for each square of so many pixels that has branches. */
export function dotsOf(places: readonly Place[], { toPoint }: Projection, square: number): readonly Dot[] {
  const dots = new Map<string, { x: number; y: number; count: number }>();
  for (const place of places) {
    const [x, y] = toPoint(place);
    const key = `${Math.floor(x / square)} ${Math.floor(y / square)}`;
    const dot = dots.get(key) ?? { x: 0, y: 0, count: 0 };
    dot.x += (x - dot.x) / (dot.count + 1);
    dot.y += (y - dot.y) / (dot.count + 1);
    dot.count += 1;
    dots.set(key, dot);
  }
  return [...dots.values()];
}
