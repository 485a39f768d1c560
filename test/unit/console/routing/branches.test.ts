import { compileBranches } from '../../../../console/routing/compile/branches.ts';
import { createPhoneBook } from '../../../../console/routing/compile/phone-book.ts';
import { FindingList, type Finding } from '../../../../console/routing/findings.ts';
import type { RoutingTableFile } from '../../../../shared/contracts/routing-table-file.ts';
import type { FileBranch } from '../../../../shared/contracts/table-file/branches.ts';
import { callerFileSchema } from '../../../../shared/contracts/caller-file.ts';
import type { Branch } from '../../../../shared/domain/routing/branches.ts';
import { epochMs } from '../../../../shared/domain/time.ts';

const now = epochMs(Date.parse('2026-11-21T00:00:00Z'));
const schedules = [
  { id: 'week', opensAt: [now], closesAt: [epochMs(now + 1)], compiledUntil: epochMs(now + 2) },
  { id: 'never', opensAt: [], closesAt: [], compiledUntil: epochMs(now + 2) },
];
const downtown: FileBranch = {
  name: 'Downtown',
  number: '+12065550141',
  coordinates: [47.608, -122.3351],
  services: ['accounts'],
  schedule: 'week',
};

function compile(branches: RoutingTableFile['branches']): { branches: Branch[]; findings: readonly Finding[] } {
  const findings = new FindingList(() => undefined);
  const phoneBook = createPhoneBook({ dialling: { allow: ['+1'] }, callerId: '+14255550100' }, findings);
  return { branches: compileBranches({ branches }, { now, schedules, phoneBook, findings }), findings: findings.all };
}

describe('compiling branches', () => {
  it('keeps places to a millionth of a degree, and each service once', () => {
    const { branches, findings } = compile({
      downtown: { ...downtown, coordinates: [47.608_000_49, -0.000_000_1], services: ['a', 'b', 'a'], capacity: 3 },
    });

    expect(findings).toEqual([]);
    expect(branches).toEqual([
      {
        id: 'downtown',
        name: 'Downtown',
        number: '+12065550141',
        coordinates: { latitude: 47.608, longitude: 0 },
        services: ['a', 'b'],
        scheduleId: 'week',
        capacity: 3,
      },
    ]);
  });

  it('puts a branch without coordinates where its ZIP code lies', () => {
    const { coordinates: _coordinates, ...nowhere } = downtown;

    const { branches } = compile({ a: { ...nowhere, postalCode: '98101', schedule: 'always' } });

    expect(branches[0]).not.toHaveProperty('scheduleId');
    expect(branches[0]?.coordinates.latitude).toBeCloseTo(47.61, 1);
    expect(branches[0]?.coordinates.longitude).toBeCloseTo(-122.33, 1);
  });

  it.each([
    {
      place: { postalCode: '00000' },
      says: '"00000" is no ZIP code with an area of its own: give the branch coordinates',
    },
    {
      place: { postalCode: 'K1A 0B1', country: 'ca' },
      says: 'postal codes are known for the United States only, not for CA: give the branch coordinates',
    },
  ])('refuses a branch whose place nobody knows: $place', ({ place, says }) => {
    const { coordinates: _coordinates, ...nowhere } = downtown;

    const { findings } = compile({ a: { ...nowhere, ...place } });

    expect(findings).toMatchObject([{ code: 'branch-without-place', path: 'branches.a.postalCode', message: says }]);
  });

  it('refuses a schedule that is none, and a number that must not be dialled', () => {
    const { findings } = compile({ a: { ...downtown, schedule: 'weeks', number: '+445550100' } });

    expect(findings).toMatchObject([
      {
        code: 'unknown-reference',
        path: 'branches.a.schedule',
        message: '"weeks" is not a schedule of this file – did you mean "week"?',
      },
      { code: 'number-not-allowed', path: 'branches.a.number' },
    ]);
  });

  it('shows a branch that is always closed with a caller before its door', () => {
    const { findings } = compile({ a: { ...downtown, schedule: 'never' } });

    expect(findings).toMatchObject([
      { severity: 'warning', code: 'branch-always-closed', path: 'branches.a.schedule' },
    ]);
    expect(findings[0]?.witness).toEqual({
      context: { location: { coordinates: { latitude: 47.608, longitude: -122.3351 } } },
      at: '2026-11-21T00:00:00.000Z',
      seed: 'witness',
    });
    expect(callerFileSchema.safeParse(findings[0]?.witness?.context).success).toBe(true);
  });

  it('warns of a number at two places once, and not of two counters in one house', () => {
    const { findings } = compile({
      a: downtown,
      counter: downtown,
      b: { ...downtown, coordinates: [1, 2] },
      c: { ...downtown, coordinates: [3, 4] },
    });

    expect(findings).toMatchObject([
      {
        severity: 'warning',
        code: 'branch-number-twice',
        path: 'branches.b.number',
        message: 'is the number of "a" too, which is somewhere else: callers of both reach the same telephone',
      },
    ]);
  });

  it('sums up what it would say of a hundred branches', () => {
    const shut = Array.from({ length: 100 }, (_, index) => [`b${index}`, { ...downtown, schedule: 'never' }]);

    const { findings } = compile(Object.fromEntries(shut) as Record<string, FileBranch>);

    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toMatchObject({
      code: 'branch-always-closed',
      path: 'branches',
      message: '80 more branches are never open',
    });
  });

  it('says that a branch file was not given', () => {
    expect(compile('branches.csv').findings).toMatchObject([{ code: 'branch-file-unreadable', path: 'branches' }]);
  });
});
