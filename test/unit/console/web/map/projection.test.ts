import { boundsOf } from '../../../../../console/web/map/bounds.ts';
import { dotsOf, projection } from '../../../../../console/web/map/projection.ts';

describe('The map without WebGL', () => {
  it('finds the place again that it drew', () => {
    const tacoma = { latitude: 47.25, longitude: -122.44 };
    const onPaper = projection(boundsOf([]), 800, 500);

    const [x, y] = onPaper.toPoint(tacoma);
    const found = onPaper.toPlace(x, y);

    expect(found.latitude).toBeCloseTo(47.25, 9);
    expect(found.longitude).toBeCloseTo(-122.44, 9);
  });

  it('has all of its bounds on the paper, also over the antimeridian', () => {
    const places = [
      { latitude: 13.5, longitude: 144.8 },
      { latitude: 21.3, longitude: -157.9 },
    ];
    const onPaper = projection(boundsOf(places), 800, 500);

    for (const place of places) {
      const [x, y] = onPaper.toPoint(place);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(800);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(500);
    }
  });

  it('draws branches that would cover each other as one dot that counts them', () => {
    const onPaper = projection(boundsOf([]), 800, 500);
    const near = { latitude: 40, longitude: -100 };

    const dots = dotsOf([near, near, { latitude: 30, longitude: -90 }], onPaper, 14);

    expect(dots.map(({ count }) => count)).toEqual([2, 1]);
    expect([dots[0]?.x, dots[0]?.y]).toEqual([...onPaper.toPoint(near)].map((pixels) => expect.closeTo(pixels, 9)));
  });
});
