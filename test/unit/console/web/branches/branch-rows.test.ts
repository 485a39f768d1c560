import { branchFindings, fieldOf } from '../../../../../console/web/routing/branches/branch-findings.ts';
import {
  choicesOf,
  noFilter,
  shownRows,
  type BranchFilter,
} from '../../../../../console/web/routing/branches/branch-filter.ts';
import { BranchRows, type BranchRow } from '../../../../../console/web/routing/branches/branch-row.ts';
import { aFinding, tacoma, threeBranches } from './branches-fixture.ts';

const inBoise = { latitude: 43.62, longitude: -116.2 };
const placeOf = (country: string, code: string): typeof inBoise | undefined =>
  country === 'US' && code === '83702' ? inBoise : undefined;
const findings = new Map([['austin', [aFinding('branches.austin.number')]]]);

const idsOf = (rows: readonly BranchRow[]): readonly string[] => rows.map(({ id }) => id);

describe('Rows of branches', () => {
  it('have the place of their postal code where they have no coordinates', () => {
    const rows = new BranchRows().of(threeBranches, findings, placeOf);

    expect(rows.map(({ place }) => place)).toEqual([
      { latitude: 47.25, longitude: -122.44 },
      inBoise,
      { latitude: 30.27, longitude: -97.74 },
    ]);
  });

  it('stay the same objects but for the branch that is another', () => {
    const known = new BranchRows();
    const before = known.of(threeBranches, findings, placeOf);

    const after = known.of(new Map(threeBranches).set('tacoma', { ...tacoma, name: 'Tacoma Mall' }), findings, placeOf);

    expect(after.map((row, index) => row === before[index])).toEqual([false, true, true]);
    expect(after[0]?.branch.name).toBe('Tacoma Mall');
  });

  it('stay the same objects when one in front of them goes, and are others when their findings are', () => {
    const known = new BranchRows();
    const before = known.of(threeBranches, findings, placeOf);
    const { 1: boise, 2: austin } = before;
    const without = new Map([...threeBranches].filter(([id]) => id !== 'tacoma'));

    const afterwards = known.of(without, findings, placeOf);
    const checked = known.of(without, new Map([['boise', [aFinding('branches.boise.name')]]]), placeOf);

    expect(afterwards.map((row) => row === boise || row === austin)).toEqual([true, true]);
    expect(checked.map((row) => row.findings.length)).toEqual([1, 0]);
  });

  it('are placed once the postal codes are there', () => {
    const known = new BranchRows();
    const before = known.of(threeBranches, findings, undefined);

    const after = known.of(threeBranches, findings, placeOf);

    expect(before[1]?.place).toBeUndefined();
    expect(after[1]?.place).toEqual(inBoise);
  });

  const rows = new BranchRows().of(threeBranches, findings, placeOf);
  const shownBy = (filter: Partial<BranchFilter>): readonly string[] =>
    idsOf(shownRows(rows, { ...noFilter, ...filter }, undefined));

  it.each<[string, Partial<BranchFilter>, string[]]>([
    ['words that are all in them', { text: 'TACO 5550' }, ['tacoma']],
    ['a number', { text: '+1208' }, ['boise']],
    ['a ZIP code', { text: '83702' }, ['boise']],
    ['words that are in none', { text: 'tacoma boise' }, []],
    ['a service', { service: 'loans' }, ['tacoma', 'austin']],
    ['a schedule', { schedule: 'always' }, ['boise']],
    ['findings', { withFindings: true }, ['austin']],
    ['the part of a map', { inside: { south: 40, north: 50, west: -125, east: -110 } }, ['tacoma', 'boise']],
    ['several at once', { service: 'loans', withFindings: true, text: 'a' }, ['austin']],
  ])('are filtered by %s', (_, filter, ids) => {
    expect(shownBy(filter)).toEqual(ids);
  });

  it('are never inside a map without a place', () => {
    const unplaced = new BranchRows().of(threeBranches, findings, undefined);
    const world = { south: -90, north: 90, west: -180, east: 180 };

    expect(idsOf(shownRows(unplaced, { ...noFilter, inside: world }, undefined))).toEqual(['tacoma', 'austin']);
  });

  it('are sorted both ways, what is missing last either way', () => {
    const sorted = (descending: boolean): readonly string[] =>
      idsOf(shownRows(rows, noFilter, { by: 'capacity', descending }));

    expect(idsOf(shownRows(rows, noFilter, { by: 'name', descending: false }))).toEqual(['austin', 'boise', 'tacoma']);
    expect(idsOf(shownRows(rows, noFilter, { by: 'place', descending: true }))).toEqual(['austin', 'boise', 'tacoma']);
    expect(sorted(false)).toEqual(['tacoma', 'boise', 'austin']);
    expect(sorted(true)).toEqual(['tacoma', 'boise', 'austin']);
  });

  it('offer the services and schedules that there are', () => {
    expect(choicesOf(rows)).toEqual({ services: ['cards', 'loans'], schedules: ['always', 'weekdays'] });
  });
});

describe('Findings of branches', () => {
  it('are told at their branch, and those of the file beside them', () => {
    const all = [
      aFinding('branches.tacoma.schedule'),
      aFinding('branches.tacoma.coordinates[0]', { file: 'branches.csv' }),
      aFinding('branches.boise'),
      aFinding('row 3, column number', { file: 'branches.csv', line: 4 }),
      aFinding('branches', { code: 'branch-file-unreadable' }),
      aFinding('rules[0].attempts'),
    ];

    const { byId, general } = branchFindings(all, 'branches.csv');

    expect([...byId].map(([id, own]) => [id, own.map(fieldOf)])).toEqual([
      ['tacoma', ['schedule', 'coordinates']],
      ['boise', [undefined]],
    ]);
    expect(general).toEqual([all[3], all[4]]);
  });
});
