import type { FileBranch } from '../../../../shared/contracts/table-file/branches.ts';

/** A FeatureCollection (RFC 7946) of points, a feature in a line; longitude first, as GeoJSON has it. */
export function writeBranchGeoJson(branches: ReadonlyMap<string, FileBranch>): string {
  const features = Array.from(branches, ([id, { coordinates, ...properties }]) =>
    JSON.stringify({ type: 'Feature', id, geometry: geometryOf(coordinates), properties }),
  );
  const lines = features.length === 0 ? '' : `\n${features.join(',\n')}\n`;
  return `{"type":"FeatureCollection","features":[${lines}]}\n`;
}

/** A branch that has a postal code only is an unlocated feature: RFC 7946 §3.2. */
function geometryOf(coordinates: FileBranch['coordinates']): unknown {
  if (coordinates === undefined) return null;
  const [latitude, longitude] = coordinates;
  return { type: 'Point', coordinates: [longitude, latitude] };
}
