import type { FeatureCollection, MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countiesUrl from 'us-atlas/counties-10m.json?url';
import statesUrl from 'us-atlas/states-10m.json?url';

/** From the Census Bureau's cartographic boundary files, by the package us-atlas: files of our own, asked for once. */
export interface StateOutlines {
  readonly states: FeatureCollection;
  /** Each border once. */
  readonly borders: MultiLineString;
}

let states: Promise<StateOutlines> | undefined;
let counties: Promise<MultiLineString> | undefined;

/** Rejects when the file cannot be had; asked for again the next time. */
export function stateOutlines(): Promise<StateOutlines> {
  states ??= topology<{ states: GeometryCollection }>(statesUrl).then(
    (atlas) => ({
      states: feature(atlas, atlas.objects.states),
      borders: mesh(atlas, atlas.objects.states, (one, other) => one !== other),
    }),
    (error: unknown) => {
      states = undefined;
      throw error;
    },
  );
  return states;
}

/** Borders between counties, for maps of a few hundred kilometres. */
export function countyBorders(): Promise<MultiLineString> {
  counties ??= topology<{ counties: GeometryCollection }>(countiesUrl).then(
    (atlas) => mesh(atlas, atlas.objects.counties, (one, other) => one !== other),
    (error: unknown) => {
      counties = undefined;
      throw error;
    },
  );
  return counties;
}

async function topology<Objects extends Record<string, GeometryCollection>>(url: string): Promise<Topology<Objects>> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`the outlines of the map could not be had (${answer.status})`);
  return (await answer.json()) as Topology<Objects>;
}
