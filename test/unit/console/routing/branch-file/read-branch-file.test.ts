import fc from 'fast-check';
import { branchFileFormats } from '../../../../../console/routing/branch-file/branch-file-format.ts';
import { readBranchFile } from '../../../../../console/routing/branch-file/read-branch-file.ts';
import { writeBranchFile } from '../../../../../console/routing/branch-file/write-branch-file.ts';
import { anyBranches, branchesOf, positionOf, problemsOf } from './branch-file-fixture.ts';

const text = `# all of them
downtown:
  name: Downtown
  number: "+12065550141"
  coordinates: [47.608, -122.3351]
  services: [accounts]
  schedule: always
`;

describe('reading a branch file', () => {
  it.each(['branches.yaml', 'branches.yml', 'BRANCHES.YAML'])('reads %s as a map from ids to branches', (name) => {
    expect(branchesOf(name, text)).toEqual([
      [
        'downtown',
        {
          name: 'Downtown',
          number: '+12065550141',
          coordinates: [47.608, -122.3351],
          services: ['accounts'],
          schedule: 'always',
        },
      ],
    ]);
  });

  it('says where a branch stands, and each of its fields', () => {
    const file = { name: 'branches.yaml', text };

    expect(positionOf(file, 'downtown')).toBe('branches.yaml 2:1');
    expect(positionOf(file, 'downtown', 'number')).toBe('branches.yaml 4:11');
    expect(positionOf(file, 'downtown', 'capacity')).toBe('branches.yaml 2:1');
  });

  it.each([
    {
      case: 'a field',
      text: text.replace('schedule', 'shedule'),
      problem: '7:12 downtown.shedule "shedule" is not known here – did you mean "schedule"?',
    },
    {
      case: 'an id',
      text: `${text}downtown: {}\n`,
      problem: '8:1 downtown is there twice, first in line 2: give it once',
    },
    { case: 'the whole of it', text: '- a', problem: '1:1  must be a map from ids to branches' },
  ])('says in YAML where $case is wrong', ({ text, problem }) => {
    expect(problemsOf('branches.yaml', text)).toEqual([problem]);
  });

  it('refuses a file in another encoding, which would lose the accents of names', () => {
    const latin1 = Buffer.from(text.replace('name: Downtown', 'name: Montréal'), 'latin1').toString('utf8');

    expect(problemsOf('branches.yaml', latin1)).toEqual([
      '3:14  has a character that is no UTF-8: save the file as UTF-8 ("CSV UTF-8" in spreadsheets)',
    ]);
  });

  it('does not guess what another kind of file is', () => {
    expect(problemsOf('branches.xlsx', '')).toEqual([
      'undefined:undefined  is none that branches are read from: .csv, .geojson, .json, .yaml or .yml',
    ]);
  });

  it.each([
    { name: 'branches.csv', size: 65_000_000, says: 'has 65.0 MB, and 64 MB are the most that is read' },
    {
      name: 'branches.yaml',
      size: 10_100_000,
      says: 'has 10.1 MB, and 10 MB are the most that is read: write so many branches as .csv or .geojson',
    },
  ])('refuses $name that is too large without looking at it', ({ name, size, says }) => {
    expect(problemsOf(name, 'x'.repeat(size))).toEqual([expect.stringContaining(says)]);
  });

  it.each(branchFileFormats)('either reads a damaged %s file whole or says where it is wrong', (format) => {
    const damage = fc.tuple(fc.nat(), fc.nat(20), fc.string({ maxLength: 3 }));

    fc.assert(
      fc.property(anyBranches, damage, (branches, [place, length, instead]) => {
        const text = writeBranchFile(format, branches);
        const at = place % text.length;
        const damaged = `${text.slice(0, at)}${instead}${text.slice(at + length)}`;

        const reading = readBranchFile({ name: `branches.${format}`, text: damaged });

        if (reading.kind === 'invalid') expect(reading.findings.length).toBeGreaterThan(0);
        else for (const id of reading.entries.keys()) expect(reading.locate(id, 'number')?.line).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
