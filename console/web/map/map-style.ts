import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { graticule } from './map-data.ts';
import type { MapColours } from './map-colours.ts';

export const sources = {
  states: 'states',
  borders: 'borders',
  counties: 'counties',
  branches: 'branches',
  reaches: 'reaches',
  marks: 'marks',
} as const;

/** Layers that a click asks. */
export const branchLayer = 'branch';
export const clusterLayer = 'cluster';
export const markLayer = 'mark';

/** From this zoom on, borders of counties are shown. */
export const countiesFrom = 5.5;

/**
 * All of the map without a server for it: no tiles, no sprites, and letters are drawn with the reader's own fonts, as MapLibre does
 * for a style without `glyphs`.
 */
export function mapStyle(colours: MapColours): StyleSpecification {
  const empty: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
  return {
    version: 8,
    sources: {
      graticule: { type: 'geojson', data: graticule(10), tolerance: 0 },
      [sources.states]: { ...empty, attribution: 'Borders: US Census Bureau' },
      [sources.borders]: empty,
      [sources.counties]: empty,
      [sources.branches]: { ...empty, cluster: true, clusterRadius: 44, clusterMaxZoom: 11, maxzoom: 13 },
      [sources.reaches]: empty,
      [sources.marks]: empty,
    },
    layers: mapLayers(colours),
  };
}

export function mapLayers(colours: MapColours): LayerSpecification[] {
  const byKind = (
    values: Readonly<Record<'selected' | 'caller' | 'taken', string>>,
    other: string,
  ): ExpressionSpecification => [
    'match',
    ['get', 'kind'],
    'selected',
    values.selected,
    'caller',
    values.caller,
    'taken',
    values.taken,
    other,
  ];
  return [
    { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      paint: { 'line-color': colours.county, 'line-width': 0.5 },
    },
    { id: 'land', type: 'fill', source: sources.states, paint: { 'fill-color': colours.land } },
    {
      id: 'county',
      type: 'line',
      source: sources.counties,
      minzoom: countiesFrom,
      paint: { 'line-color': colours.county, 'line-width': 0.75 },
    },
    {
      id: 'border',
      type: 'line',
      source: sources.borders,
      paint: { 'line-color': colours.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.5, 8, 1.25] },
    },
    {
      id: 'coast',
      type: 'line',
      source: sources.states,
      paint: { 'line-color': colours.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.5, 8, 1.25] },
    },
    {
      id: 'within',
      type: 'fill',
      source: sources.reaches,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colours.caller, 'fill-opacity': 0.1 },
    },
    {
      id: 'within-edge',
      type: 'line',
      source: sources.reaches,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': colours.caller, 'line-width': 1.5, 'line-dasharray': [3, 2] },
    },
    {
      id: 'reach',
      type: 'line',
      source: sources.reaches,
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': colours.taken, 'line-width': 2 },
    },
    {
      id: clusterLayer,
      type: 'circle',
      source: sources.branches,
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': colours.cluster,
        'circle-opacity': 0.9,
        'circle-stroke-color': colours.ring,
        'circle-stroke-width': 1.5,
        'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'point_count']], 0.3, 11, 5, 28],
      },
    },
    {
      id: 'cluster-count',
      type: 'symbol',
      source: sources.branches,
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': ['sans-serif'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colours.onCluster },
    },
    {
      id: branchLayer,
      type: 'circle',
      source: sources.branches,
      filter: ['!', ['has', 'point_count']],
      paint: {
        'circle-color': colours.cluster,
        'circle-radius': 6,
        'circle-stroke-color': colours.ring,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: markLayer,
      type: 'circle',
      source: sources.marks,
      paint: {
        'circle-color': byKind(
          { selected: colours.selected, caller: colours.caller, taken: colours.taken },
          colours.passed,
        ),
        'circle-radius': ['match', ['get', 'kind'], 'passed', 6, 'caller', 8, 10],
        'circle-stroke-color': colours.ring,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'mark-words',
      type: 'symbol',
      source: sources.marks,
      layout: {
        'text-field': ['get', 'words'],
        'text-font': ['sans-serif'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colours.onCluster },
    },
  ];
}
