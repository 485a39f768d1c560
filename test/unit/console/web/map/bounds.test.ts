import fc from 'fast-check';
import { boundsOf, emptyMap, isInside, normalLongitude } from '../../../../../console/web/map/bounds.ts';

const place = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 179.99, noNaN: true }),
});

describe('Bounds of places', () => {
  it('have every place inside', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (places) => {
        const bounds = boundsOf(places);

        return places.every((each) => isInside(bounds, each));
      }),
    );
  });

  it('go over the antimeridian where that is narrower', () => {
    const guam = { latitude: 13.5, longitude: 144.8 };
    const honolulu = { latitude: 21.3, longitude: -157.9 };

    const bounds = boundsOf([guam, honolulu]);

    expect(bounds).toMatchObject({ west: 144.8, east: -157.9 });
    expect(isInside(bounds, { latitude: 15, longitude: 180 })).toBe(true);
    expect(isInside(bounds, { latitude: 15, longitude: 0 })).toBe(false);
  });

  it('are half a degree wide and high around one place', () => {
    expect(boundsOf([{ latitude: 47, longitude: -122 }])).toEqual({
      south: 46.75,
      north: 47.25,
      west: -122.25,
      east: -121.75,
    });
  });

  it('are the United States where there is nothing', () => {
    expect(boundsOf([])).toBe(emptyMap);
  });

  it.each([
    [-215.2, 144.8],
    [180, -180],
    [540, -180],
    [-122, -122],
  ])('take the longitude %d as %d', (given, normal) => {
    expect(normalLongitude(given)).toBeCloseTo(normal, 9);
  });
});
