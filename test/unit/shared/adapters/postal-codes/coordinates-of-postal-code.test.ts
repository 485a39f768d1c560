import { coordinatesOfPostalCode } from '../../../../../shared/adapters/postal-codes/coordinates-of-postal-code.ts';
import { findCentroid, packCentroids } from '../../../../../shared/adapters/postal-codes/packed-centroids.ts';
import { coordinatesSchema } from '../../../../../shared/contracts/call-context.ts';
import { kilometersBetween } from '../../../../../shared/domain/location.ts';

describe('coordinates of a postal code', () => {
  it.each([
    { zip: '98101', place: 'Seattle', latitude: 47.610902, longitude: -122.336422 },
    { zip: '10001', place: 'New York', latitude: 40.75065, longitude: -73.997293 },
    { zip: '99501', place: 'Anchorage', latitude: 61.219998, longitude: -149.85784 },
    { zip: '00901', place: 'San Juan, with leading zeros', latitude: 18.466594, longitude: -66.107982 },
    { zip: '96910', place: 'Guam, beyond the antimeridian', latitude: 13.452852, longitude: 144.747191 },
    { zip: '96799', place: 'American Samoa, south of the equator', latitude: -14.322923, longitude: -170.752349 },
  ])('finds $zip, $place, within 200 m', ({ zip, latitude, longitude }) => {
    const found = coordinatesOfPostalCode('US', zip);

    expect(kilometersBetween(coordinatesSchema.parse(found), { latitude, longitude })).toBeLessThan(0.2);
  });

  it.each(['98101-1234', '981011234', ' 98101 '])('reads "%s" as its first five digits', (postalCode) => {
    expect(coordinatesOfPostalCode('us', postalCode)).toEqual(coordinatesOfPostalCode('US', '98101'));
  });

  it.each([
    { case: 'another country', country: 'CA', postalCode: '98101' },
    { case: 'a code without an area', country: 'US', postalCode: '00000' },
    { case: 'the last code of all, which is free', country: 'US', postalCode: '99999' },
    { case: 'too few digits', country: 'US', postalCode: '9810' },
    { case: 'nothing', country: 'US', postalCode: '' },
    { case: 'letters', country: 'US', postalCode: 'V6B 1A1' },
  ])('knows none for $case', ({ country, postalCode }) => {
    expect(coordinatesOfPostalCode(country, postalCode)).toBeUndefined();
  });
});

describe('packed centroids', () => {
  const centroid = (
    code: string,
    latitude: number,
  ): { code: string; coordinates: { latitude: number; longitude: number } } => ({
    code,
    coordinates: { latitude, longitude: -100 },
  });

  it('finds every code, in whatever order they came, and none between them', () => {
    const codes = ['99999', '00000', '00001', '00099', '00100', '50050', '50052', '50054'];
    const packed = Buffer.from(packCentroids(codes.map((code, index) => centroid(code, index + 1))));

    const found = codes.map((code) => Math.round(findCentroid(packed, code)?.latitude ?? Number.NaN));

    expect(found).toEqual(codes.map((_, index) => index + 1));
    expect(
      ['00002', '50049', '50051', '50053', '50055', '99998', '00101'].map((code) => findCentroid(packed, code)),
    ).toEqual(Array.from({ length: 7 }));
  });

  it.each([
    { case: 'a code of another shape', bad: centroid('1234', 40) },
    { case: 'a place too far north', bad: centroid('12345', 80) },
    { case: 'a latitude that is no number', bad: centroid('12345', Number.NaN) },
  ])('refuses $case', ({ bad }) => {
    expect(() => packCentroids([bad])).toThrow(RangeError);
  });
});
