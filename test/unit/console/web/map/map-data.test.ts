import { kilometersBetween } from '../../../../../shared/domain/location.ts';
import type { MapBranch } from '../../../../../console/web/map/map-branch.ts';
import {
  areAtSamePlaces,
  branchPoints,
  circleAround,
  marks,
  placesToSee,
  reaches,
} from '../../../../../console/web/map/map-data.ts';
import { mapWords } from '../../../../../console/web/map/map-words.ts';

const tacoma: MapBranch = { id: 'tacoma', name: 'Tacoma', latitude: 47.25, longitude: -122.44 };
const seattle: MapBranch = { id: 'seattle', name: 'Seattle', latitude: 47.61, longitude: -122.33 };
const boise: MapBranch = { id: 'boise', name: 'Boise', latitude: 43.62, longitude: -116.2 };
const branches = [tacoma, seattle, boise];
const caller = { latitude: 47.5, longitude: -122.2 };

describe('What a map is drawn from', () => {
  it('has a point for each branch, longitude first, with nothing but its index', () => {
    const { features } = branchPoints(branches);

    expect(features).toHaveLength(3);
    expect(features[1]).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-122.33, 47.61] },
      properties: { index: 1 },
    });
  });

  it('numbers candidates in the order they are tried, and not those that were passed over', () => {
    const candidates = [
      { id: 'seattle', kilometers: 15 },
      { id: 'tacoma', kilometers: 33, because: 'closed' },
      { id: 'boise', kilometers: 650 },
    ];

    const drawn = marks({ branches, caller, candidates, selected: 'boise' });

    expect(drawn.features.map(({ properties }) => properties)).toEqual([
      { kind: 'selected', words: '', id: 'boise' },
      { kind: 'taken', words: '1', id: 'seattle' },
      { kind: 'passed', words: '', id: 'tacoma' },
      { kind: 'taken', words: '2', id: 'boise' },
      { kind: 'caller', words: '', id: '' },
    ]);
  });

  it('keeps the rank of a candidate after one that is not on the map', () => {
    const candidates = [
      { id: 'unplaced', kilometers: 1 },
      { id: 'seattle', kilometers: 15 },
    ];

    const { features } = marks({ branches, caller, candidates });

    expect(features[0]?.properties).toEqual({ kind: 'taken', words: '2', id: 'seattle' });
  });

  it('draws lines to candidates in question, and the circle around the caller', () => {
    const candidates = [
      { id: 'seattle', kilometers: 15 },
      { id: 'tacoma', kilometers: 33, because: 'closed' },
    ];

    const { features } = reaches({ branches, caller, candidates, within: 100 });

    expect(features.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'LineString']);
    expect(features[1]?.geometry.coordinates).toEqual([
      [-122.2, 47.5],
      [-122.33, 47.61],
    ]);
  });

  it('draws a line over the antimeridian the short way', () => {
    const guam: MapBranch = { id: 'guam', name: 'Guam', latitude: 13.5, longitude: 144.8 };
    const honolulu = { latitude: 21.3, longitude: -157.9 };

    const { features } = reaches({
      branches: [guam],
      caller: honolulu,
      candidates: [{ id: 'guam', kilometers: 6100 }],
    });

    const [[, end]] = [features[0]!.geometry.coordinates as number[][]];
    expect(end?.[0]).toBeCloseTo(-215.2);
  });

  it.each([1, 100, 3000])('has every point of a circle of %d km at that distance', (kilometers) => {
    const ring = circleAround(caller, kilometers);

    expect(ring[0]).toEqual(ring.at(-1)?.map((degrees) => expect.closeTo(degrees, 9)));
    for (const [longitude, latitude] of ring)
      expect(kilometersBetween(caller, { latitude, longitude })).toBeCloseTo(kilometers, 6);
  });

  it('looks at the caller and whoever is in question, else at all branches', () => {
    const candidates = [
      { id: 'seattle', kilometers: 15 },
      { id: 'boise', kilometers: 650, because: 'closed' },
    ];

    expect(placesToSee({ branches, caller, candidates })).toEqual([caller, seattle]);
    expect(placesToSee({ branches })).toBe(branches);
  });

  it('sends points anew when a branch has moved, and not when it has another name', () => {
    expect(areAtSamePlaces(branches, [{ ...tacoma, name: 'Tacoma Mall' }, seattle, boise])).toBe(true);
    expect(areAtSamePlaces(branches, [{ ...tacoma, latitude: 47.2 }, seattle, boise])).toBe(false);
    expect(areAtSamePlaces(branches, [tacoma, seattle])).toBe(false);
  });

  it('says in words what it shows', () => {
    const candidates = [
      { id: 'seattle', kilometers: 15.2 },
      { id: 'tacoma', kilometers: 33, because: 'closed' },
    ];

    expect(mapWords({ branches: [boise] })).toBe('Map of 1 branch.');
    expect(mapWords({ branches, caller, candidates, within: 100, selected: 'boise' })).toBe(
      'Map of 3 branches; the caller is marked; one branch in question, nearest Seattle, 15 km away; a circle of 100 km around the caller; Boise is selected.',
    );
  });
});
