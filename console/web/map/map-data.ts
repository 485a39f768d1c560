import type { Feature, FeatureCollection, LineString, MultiLineString, Point, Polygon } from 'geojson';
import { earthRadiusKilometers } from '../../../shared/domain/location.ts';
import type { MapBranch, MapContent, Place } from './map-branch.ts';

type Position = [number, number];

const positionOf = ({ latitude, longitude }: Place): Position => [longitude, latitude];

function pointAt<Properties extends object>(place: Place, properties: Properties): Feature<Point, Properties> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: positionOf(place) }, properties };
}

/** All branches, by their index: a hundred thousand of them go to the map's worker, names stay here. */
export function branchPoints(branches: readonly MapBranch[]): FeatureCollection<Point, { readonly index: number }> {
  return { type: 'FeatureCollection', features: branches.map((branch, index) => pointAt(branch, { index })) };
}

/** Whether the points of both are the same, in the same order. */
export function areAtSamePlaces(one: readonly MapBranch[], other: readonly MapBranch[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ latitude, longitude }, index) => {
      const there = other[index];
      return latitude === there?.latitude && longitude === there.longitude;
    })
  );
}

/** What a mark stands for: `taken` and `passed` are candidates. */
export type MarkKind = 'selected' | 'caller' | 'taken' | 'passed';

export interface Mark {
  readonly kind: MarkKind;
  /** Drawn on it. */
  readonly words: string;
  /** Of the branch; empty for the caller. */
  readonly id: string;
}

/** What stands out: the caller, the candidates with their rank from 1, and the selected branch. */
export function marks({ branches, caller, candidates = [], selected }: MapContent): FeatureCollection<Point, Mark> {
  const byId = chosen(branches, [...candidates.map(({ id }) => id), ...(selected === undefined ? [] : [selected])]);
  const features: Feature<Point, Mark>[] = [];
  const add = (place: Place | undefined, mark: Mark): void => {
    if (place !== undefined) features.push(pointAt(place, mark));
  };
  if (selected !== undefined) add(byId.get(selected), { kind: 'selected', words: '', id: selected });
  let rank = 0;
  for (const { id, because } of candidates) {
    if (because === undefined) rank += 1;
    add(
      byId.get(id),
      because === undefined ? { kind: 'taken', words: String(rank), id } : { kind: 'passed', words: '', id },
    );
  }
  add(caller, { kind: 'caller', words: '', id: '' });
  return { type: 'FeatureCollection', features };
}

/** What a map should show at first: the caller and whoever is in question, else all branches. */
export function placesToSee({ branches, caller, candidates = [] }: MapContent): readonly Place[] {
  if (caller === undefined) return branches;
  const taken = candidates.filter(({ because }) => because === undefined).map(({ id }) => id);
  return [caller, ...chosen(branches, taken).values()];
}

/** Lines from the caller to whoever may answer, and the circle within which branches are taken. */
export function reaches({
  branches,
  caller,
  candidates = [],
  within,
}: MapContent): FeatureCollection<LineString | Polygon> {
  if (caller === undefined) return { type: 'FeatureCollection', features: [] };
  const taken = candidates.filter(({ because }) => because === undefined).map(({ id }) => id);
  const byId = chosen(branches, taken);
  const lines = taken.flatMap((id): Feature<LineString>[] => {
    const branch = byId.get(id);
    return branch === undefined
      ? []
      : [
          {
            type: 'Feature',
            geometry: { type: 'LineString', coordinates: [positionOf(caller), positionOf(nearTo(caller, branch))] },
            properties: {},
          },
        ];
  });
  const circle: Feature<Polygon>[] =
    within === undefined
      ? []
      : [
          {
            type: 'Feature',
            geometry: { type: 'Polygon', coordinates: [circleAround(caller, within)] },
            properties: {},
          },
        ];
  return { type: 'FeatureCollection', features: [...circle, ...lines] };
}

/** All points at a distance from a place, as a closed ring of 97 positions; longitudes may go beyond ±180. */
export function circleAround(center: Place, kilometers: number): Position[] {
  const angle = kilometers / earthRadiusKilometers;
  const latitude = radians(center.latitude);
  const steps = 96;
  return Array.from({ length: steps + 1 }, (_, step): Position => {
    const bearing = (step / steps) * 2 * Math.PI;
    const reached = Math.asin(
      Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(bearing),
    );
    const aside = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(latitude),
      Math.cos(angle) - Math.sin(latitude) * Math.sin(reached),
    );
    return [center.longitude + degrees(aside), degrees(reached)];
  });
}

/** Meridians and parallels each so many degrees: what is to be seen where there is no outline. */
export function graticule(step: number): Feature<MultiLineString> {
  const lines: Position[][] = [];
  for (let longitude = -180; longitude <= 180; longitude += step)
    lines.push([
      [longitude, -85],
      [longitude, 85],
    ]);
  for (let latitude = -80; latitude <= 80; latitude += step)
    lines.push([
      [-180, latitude],
      [180, latitude],
    ]);
  return { type: 'Feature', geometry: { type: 'MultiLineString', coordinates: lines }, properties: {} };
}

/** The same place, on the side of the antimeridian that is nearer to the other. */
function nearTo(other: Place, place: Place): Place {
  const apart = place.longitude - other.longitude;
  if (Math.abs(apart) <= 180) return place;
  return { latitude: place.latitude, longitude: place.longitude - Math.sign(apart) * 360 };
}

function chosen(branches: readonly MapBranch[], ids: readonly string[]): ReadonlyMap<string, MapBranch> {
  const wanted = new Set(ids);
  if (wanted.size === 0) return new Map();
  return new Map(branches.filter(({ id }) => wanted.has(id)).map((branch) => [branch.id, branch]));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (radians: number): number => (radians * 180) / Math.PI;
