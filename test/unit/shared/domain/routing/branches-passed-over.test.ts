import type { AttemptRule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';
import type { Branch } from '../../../../../shared/domain/routing/branches.ts';
import type { Explanation } from '../../../../../shared/domain/routing/explanation.ts';
import { decideFor, ruleOf } from './situations.ts';

const closed = { id: 'nights', opensAt: [], closesAt: [], compiledUntil: epochMs(9_000_000) };

/** North of the caller, so many kilometres. */
function branchAt(kilometers: number, changes: Parameters<typeof branchOf>[0]): Branch {
  return branchOf({ coordinates: { latitude: 47.62 + kilometers / 111.195, longitude: -122.34 }, ...changes });
}

function explained(
  branches: readonly Branch[],
  changes: Partial<Extract<AttemptRule, { kind: 'nearestBranch' }>> = {},
): Explanation & { chosen: string[] } {
  const attempt: AttemptRule = {
    kind: 'nearestBranch',
    service: 'accounts',
    withinKilometers: 50,
    upTo: 1,
    timeoutSeconds: 10,
    ...changes,
  };
  const { plan, explanation } = decideFor(
    routingTableOf({ branches, schedules: [closed], rules: [ruleOf({ attempts: [attempt] })] }),
  );
  return { ...explanation, chosen: plan.attempts.map(({ id }) => id) };
}

describe('branches passed over', () => {
  it('are those that are nearer than the one chosen, and the next ones in line', () => {
    const { chosen, branchesPassedOver, moreBranchesPassedOver } = explained([
      branchAt(1, { id: 'closed', scheduleId: 'nights' }),
      branchAt(2, { id: 'no-accounts', services: ['cards'] }),
      branchAt(3, { id: 'chosen' }),
      branchAt(4, { id: 'closed-farther', scheduleId: 'nights' }),
      branchAt(5, { id: 'second' }),
      branchAt(60, { id: 'elsewhere' }),
    ]);

    expect(chosen).toEqual(['chosen']);
    expect(branchesPassedOver).toEqual([
      { branchId: 'closed', because: 'closed', kilometers: 1 },
      { branchId: 'no-accounts', because: 'serviceNotOffered', kilometers: 2 },
      { branchId: 'second', because: 'fartherThanChosen', kilometers: 5 },
    ]);
    expect(moreBranchesPassedOver).toBe(0);
  });

  it('are all within the distance, and the first beyond that would have done, when too few fit', () => {
    const { chosen, branchesPassedOver } = explained(
      [
        branchAt(3, { id: 'chosen' }),
        branchAt(4, { id: 'closed', scheduleId: 'nights' }),
        branchAt(51, { id: 'closed-elsewhere', scheduleId: 'nights' }),
        ...[52, 53, 54, 55].map((kilometers) => branchAt(kilometers, { id: `at-${kilometers}` })),
      ],
      { upTo: 2 },
    );

    expect(chosen).toEqual(['chosen']);
    expect(branchesPassedOver).toEqual([
      { branchId: 'closed', because: 'closed', kilometers: 4 },
      { branchId: 'at-52', because: 'tooFar', kilometers: 52 },
      { branchId: 'at-53', because: 'tooFar', kilometers: 53 },
      { branchId: 'at-54', because: 'tooFar', kilometers: 54 },
    ]);
  });

  it('are those that the rule rings before, which are not rung twice', () => {
    const nearest: AttemptRule = { kind: 'nearestBranch', withinKilometers: 50, upTo: 1, timeoutSeconds: 10 };
    const branches = [branchAt(1, { id: 'a' }), branchAt(2, { id: 'b' }), branchAt(3, { id: 'c' })];
    const named: AttemptRule = { kind: 'branch', id: 'a', timeoutSeconds: 10 };

    const { plan, explanation } = decideFor(
      routingTableOf({ branches, rules: [ruleOf({ attempts: [named, nearest, nearest] })] }),
    );

    expect(plan.attempts.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(explanation.branchesPassedOver).toContainEqual({ branchId: 'b', because: 'alreadyTried', kilometers: 2 });
  });

  it('may have lost a draw', () => {
    const { chosen, branchesPassedOver } = explained(
      ['a', 'b', 'c'].map((id, index) => branchAt(1 + index / 10, { id })),
      { spreadKilometers: 5 },
    );

    expect(
      branchesPassedOver
        .map(({ branchId }) => branchId)
        .concat(chosen)
        .sort(),
    ).toEqual(['a', 'b', 'c']);
    expect(branchesPassedOver.map(({ because }) => because)).toEqual(['notDrawn', 'notDrawn']);
  });

  it('are told up to fifty, and counted beyond', () => {
    const many = Array.from({ length: 70 }, (_, index) =>
      branchAt(index / 10, { id: `closed-${String(index).padStart(2, '0')}`, scheduleId: 'nights' }),
    );

    const { branchesPassedOver, moreBranchesPassedOver } = explained([...many, branchAt(8, { id: 'chosen' })]);

    expect(branchesPassedOver).toHaveLength(50);
    expect(branchesPassedOver[0]?.branchId).toBe('closed-00');
    expect(moreBranchesPassedOver).toBe(20);
  });
});
