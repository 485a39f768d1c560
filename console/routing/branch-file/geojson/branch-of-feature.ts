import type { FilePath } from '../../findings.ts';
import { isMap } from '../branch-map.ts';
import { servicesOf } from '../csv/branch-of-row.ts';
import type { SchemaProblem } from '../../schema-findings.ts';

export interface FeatureReading {
  readonly id: { readonly value: unknown; readonly path: FilePath };
  /** As the schema of branches wants it, but for what is wrong with it. */
  readonly branch: Readonly<Record<string, unknown>>;
  /** Wrong in the terms of GeoJSON; paths from the feature. */
  readonly problems: readonly SchemaProblem[];
}

/**
 * What a feature says of a branch: properties are named like the columns of a CSV file, services are a list or a text.
 * The id is the feature's own (RFC 7946 §3.2), or a property. Latitude and longitude as properties, which exports of
 * spreadsheets have, are left aside: the geometry counts.
 */
export function branchOfFeature(feature: Readonly<Record<string, unknown>>): FeatureReading {
  const problems: SchemaProblem[] = [];
  const given = feature['properties'] ?? {};
  if (!isMap(given)) problems.push({ code: 'invalid-value', path: ['properties'], message: 'must be an object' });
  // Programs that make maps write null for what is not known.
  const properties = Object.fromEntries(
    Object.entries(isMap(given) ? given : {}).filter(([name, value]) => value !== null && !leftAside.has(name)),
  );
  const { id, services, ...others } = properties;
  const coordinates = coordinatesOf(feature['geometry'], problems);
  return {
    id:
      feature['id'] === undefined ? { value: id, path: ['properties', 'id'] } : { value: feature['id'], path: ['id'] },
    branch: {
      ...others,
      ...(services === undefined ? {} : { services: typeof services === 'string' ? servicesOf(services) : services }),
      ...(coordinates === undefined ? {} : { coordinates }),
    },
    problems,
  };
}

const leftAside: ReadonlySet<string> = new Set(['latitude', 'longitude']);

/** Where in a feature a part of a branch is. */
export function pathInFeature(path: FilePath): FilePath {
  const [field, index, ...rest] = path;
  if (field === 'id') return ['id'];
  if (field !== 'coordinates') return ['properties', ...path];
  // GeoJSON has the longitude first.
  return index === undefined ? ['geometry'] : ['geometry', 'coordinates', index === 0 ? 1 : 0, ...rest];
}

/** Latitude, then longitude; `undefined` for a branch that has a postal code only. */
function coordinatesOf(geometry: unknown, problems: SchemaProblem[]): readonly [number, number] | undefined {
  // An unlocated feature: RFC 7946 §3.2.
  if (geometry === null || geometry === undefined) return undefined;
  const report = (path: FilePath, message: string): readonly [number, number] => {
    problems.push({ code: 'invalid-value', path: ['geometry', ...path], message });
    // Some place, so that it is not told as missing too.
    return [0, 0];
  };
  if (!isMap(geometry) || geometry['type'] !== 'Point')
    return report(isMap(geometry) ? ['type'] : [], 'must be a Point: a branch is at one place');
  const [longitude, latitude] = Array.isArray(geometry['coordinates']) ? (geometry['coordinates'] as unknown[]) : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    return report(['coordinates'], 'must be longitude and latitude in degrees: [-122.3351, 47.608]');
  if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90)
    return report(['coordinates'], `must have the longitude first, then the latitude: [${latitude}, ${longitude}]?`);
  return [latitude, longitude];
}
