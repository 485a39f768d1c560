import fc from 'fast-check';
import { branchFileFormats } from '../../../../../console/routing/branch-file/branch-file-format.ts';
import { writeBranchFile } from '../../../../../console/routing/branch-file/write-branch-file.ts';
import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { anyBranches, branchesOf } from './branch-file-fixture.ts';

const branches = new Map<string, FileBranch>([
  [
    'downtown',
    {
      name: 'Downtown, "the old one"',
      number: '+12065550141',
      coordinates: [47.608, -122.3351],
      services: ['accounts', 'cards'],
      schedule: 'always',
      capacity: 3,
    },
  ],
  [
    'no',
    { name: 'North', number: '+12065550142', postalCode: '00501', country: 'US', services: ['yes'], schedule: 'week' },
  ],
]);

describe('writing a branch file', () => {
  it('writes CSV as RFC 4180 has it', () => {
    expect(writeBranchFile('csv', branches)).toBe(
      [
        'id,name,number,latitude,longitude,postalCode,country,services,schedule,capacity',
        'downtown,"Downtown, ""the old one""",+12065550141,47.608,-122.3351,,,accounts;cards,always,3',
        'no,North,+12065550142,,,00501,US,yes,week,',
        '',
      ].join('\n'),
    );
  });

  it('writes GeoJSON with the longitude first, a feature in a line', () => {
    const written = writeBranchFile('geojson', branches);

    expect(written.split('\n')).toHaveLength(5);
    expect(JSON.parse(written)).toMatchObject({
      type: 'FeatureCollection',
      features: [
        { id: 'downtown', geometry: { type: 'Point', coordinates: [-122.3351, 47.608] }, properties: { capacity: 3 } },
        { id: 'no', geometry: null, properties: { postalCode: '00501' } },
      ],
    });
  });

  it('writes YAML as people do, and quotes what is text only with quotes', () => {
    expect(writeBranchFile('yaml', branches)).toBe(`downtown:
  name: "Downtown, \\"the old one\\""
  number: "+12065550141"
  coordinates: [47.608, -122.3351]
  services: [accounts, cards]
  schedule: always
  capacity: 3
"no":
  name: "North"
  number: "+12065550142"
  postalCode: "00501"
  country: "US"
  services: ["yes"]
  schedule: week
`);
  });

  it.each(branchFileFormats)('writes a file without branches as %s', (format) => {
    expect(branchesOf(`none.${format}`, writeBranchFile(format, new Map()))).toEqual([]);
  });

  it('loses nothing on the way through all formats and back', () => {
    fc.assert(
      fc.property(anyBranches, fc.constantFrom('\n', '\r\n'), (branches, lineEnd) => {
        const csv = writeBranchFile('csv', branches).replaceAll('\n', lineEnd);
        const geojson = writeBranchFile('geojson', new Map(branchesOf('a.csv', csv)));
        const yaml = writeBranchFile('yaml', new Map(branchesOf('b.geojson', geojson)));
        const again = writeBranchFile('csv', new Map(branchesOf('c.yaml', yaml)));

        expect(branchesOf('d.csv', `\uFEFF${again}`)).toEqual([...branches]);
      }),
      { numRuns: 150 },
    );
  });
});
