import { branchesOf, positionOf, problemsOf, textAt } from './branch-file-fixture.ts';

const properties = { name: 'Downtown', number: '+12065550141', services: ['accounts'], schedule: 'always' };
const downtown = {
  type: 'Feature',
  id: 'downtown',
  geometry: { type: 'Point', coordinates: [-122.3351, 47.608] },
  properties,
};

function geojson(...features: readonly unknown[]): string {
  return `{ "type": "FeatureCollection", "features": [\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n] }`;
}

describe('reading branches from GeoJSON', () => {
  it('reads a branch from each point, its longitude first', () => {
    expect(branchesOf('branches.geojson', geojson(downtown))).toEqual([
      ['downtown', { ...properties, coordinates: [47.608, -122.3351] }],
    ]);
  });

  it('takes what map programs write: heights, services as text, the id as a property, null for nothing, both columns of the place', () => {
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-122.3351, 47.608, 56] },
      properties: { ...properties, id: 'downtown', services: 'a; b', postalCode: null, latitude: 47.608, longitude: 0 },
    };

    expect(branchesOf('branches.json', geojson(feature))).toEqual([
      ['downtown', { ...properties, services: ['a', 'b'], coordinates: [47.608, -122.3351] }],
    ]);
  });

  it('takes a feature that is nowhere for a branch that has a postal code only', () => {
    const feature = { ...downtown, geometry: null, properties: { ...properties, postalCode: '98101' } };

    expect(branchesOf('branches.geojson', geojson(feature))).toEqual([
      ['downtown', { ...properties, postalCode: '98101' }],
    ]);
  });

  it.each([
    {
      case: 'a line',
      at: '"LineString"',
      feature: { ...downtown, geometry: { type: 'LineString', coordinates: [] } },
      problem: 'features[1].geometry.type must be a Point: a branch is at one place',
    },
    {
      case: 'the latitude first',
      at: '"coordinates"',
      feature: { ...downtown, geometry: { type: 'Point', coordinates: [47.608, -122.3351] } },
      problem:
        'features[1].geometry.coordinates must have the longitude first, then the latitude: [-122.3351, 47.608]?',
    },
    {
      case: 'a place off the Earth',
      at: '181',
      feature: { ...downtown, geometry: { type: 'Point', coordinates: [181, 0] } },
      problem: 'features[1].geometry.coordinates[0] must be -180 to 180',
    },
    {
      case: 'a place in text',
      at: '"coordinates"',
      feature: { ...downtown, geometry: { type: 'Point', coordinates: ['1', '2'] } },
      problem: 'features[1].geometry.coordinates must be longitude and latitude in degrees: [-122.3351, 47.608]',
    },
    {
      case: 'no place',
      at: 'null',
      feature: { ...downtown, geometry: null },
      problem: 'features[1].geometry is missing: give coordinates or postalCode',
    },
    {
      case: 'an unknown property',
      at: '"3"',
      feature: { ...downtown, properties: { ...properties, nmber: '3' } },
      problem: 'features[1].properties.nmber "nmber" is not known here – did you mean "number"?',
    },
    {
      case: 'a number that is none',
      at: '12065550141',
      feature: { ...downtown, properties: { ...properties, number: 12_065_550_141 } },
      problem: 'features[1].properties.number must be text: put it in quotes',
    },
    {
      case: 'a numbered feature',
      at: '7,',
      feature: { ...downtown, id: 7 },
      problem: 'features[1].id must be text: put it in quotes',
    },
    {
      case: 'no feature',
      at: '3',
      feature: 3,
      problem: 'features[1] must be a feature: {"type": "Feature", "geometry": …, "properties": …}',
    },
  ])('says which feature is wrong: $case', ({ at, feature, problem }) => {
    const text = geojson({ ...downtown, id: 'first' }, feature);

    const [found = '', ...others] = problemsOf('branches.geojson', text);

    expect(others).toEqual([]);
    expect(found.replace(/^3:\d+ /, '')).toBe(problem);
    expect(textAt(text, found, at)).toBe(at);
  });

  it('names both features that have one id', () => {
    expect(problemsOf('branches.geojson', geojson(downtown, downtown))).toEqual([
      '3:24 features[1].id "downtown" is the id of features[0] in line 2 too: give each its own',
    ]);
  });

  it('says that a single feature is no collection, and that WGS 84 is the only system', () => {
    expect(problemsOf('a.geojson', JSON.stringify(downtown))).toContain(
      '1:9 type must be "FeatureCollection": a list of features, one for each branch',
    );
    expect(problemsOf('a.geojson', '{"type":"FeatureCollection","crs":{"name":"EPSG::3857"},"features":[]}')).toEqual([
      '1:29 crs is another coordinate system: write the file with longitude and latitude in WGS 84 (RFC 7946)',
    ]);
  });

  it.each([
    { field: undefined, at: '{"type":"Feature","id":"downtown"' },
    { field: 'number', at: '"+12065550141"' },
    { field: 'coordinates', at: '"geometry"' },
    { field: 'capacity', at: '"properties"' },
  ])('says where a branch stands, and its $field', ({ field, at }) => {
    const text = geojson({ ...downtown, id: 'first' }, downtown);

    const position = positionOf({ name: 'branches.geojson', text }, 'downtown', field);

    expect(position).toMatch(/^branches.geojson 3:/);
    expect(textAt(text, position, at)).toBe(at);
  });
});

describe('reading branches from a JSON map', () => {
  const branch = { ...properties, coordinates: [47.608, -122.3351] };

  it('reads it as a table has it', () => {
    expect(branchesOf('branches.json', JSON.stringify({ downtown: branch }))).toEqual([['downtown', branch]]);
  });

  it.each([
    {
      case: 'an id that is there twice',
      text: `{ "a": ${JSON.stringify(branch)},\n"b": {},\n"a": {} }`,
      problem: '3:1 a is there twice, first in line 1: give it once',
    },
    {
      case: 'a field that is there twice',
      text: `{ "a": ${JSON.stringify(branch).replace('{', '{"name": "\\"{[",')} }`,
      problem: '1:24 name is there twice, first in line 1: give it once',
    },
    { case: 'a comma too many', text: '{\n"a": 3,\n}', problem: '3:1  no JSON: Expected double-quoted property name' },
    { case: 'an end too early', text: '{\n"a": {', problem: "2:7  no JSON: Expected property name or '}'" },
    { case: 'nothing', text: '', problem: '1:1  no JSON: Unexpected end of JSON input' },
    { case: 'a list', text: '\n []', problem: '2:2  must be a map from ids to branches' },
    {
      case: 'a field that is wrong',
      text: `{\n "a": ${JSON.stringify({ ...branch, capacity: 0 })}\n}`,
      problem: '2:138 a.capacity must be 1 to 65535',
    },
    {
      case: 'an id that is none',
      text: `{\n "A": ${JSON.stringify(branch)}\n}`,
      problem: '2:2 A must start with a letter and have 1 to 32 characters a-z, 0-9 and "-"',
    },
  ])('says where it is wrong: $case', ({ text, problem }) => {
    expect(problemsOf('branches.json', text)).toEqual([problem]);
  });

  it('tells of a hundred thousand brackets without throwing', () => {
    expect(problemsOf('branches.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual([
      '1:1  must be a map from ids to branches',
    ]);
  });
});
