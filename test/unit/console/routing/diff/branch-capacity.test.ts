import { diffTables } from '../../../../../console/routing/diff/diff-tables.ts';
import type { Branch } from '../../../../../shared/domain/routing/branches.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import { callerOfFile } from '../../../../../shared/contracts/caller-file.ts';
import type { AttemptRule, RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';
import { now } from '../analysis/random-tables.ts';

const downtown = { latitude: 47.608, longitude: -122.3351 };
const ballard = { latitude: 47.6687, longitude: -122.3847 };
const portland = { latitude: 45.5152, longitude: -122.6784 };

const near: AttemptRule = {
  kind: 'nearestBranch',
  service: 'accounts',
  withinKilometers: 20,
  upTo: 1,
  spreadKilometers: 1,
  timeoutSeconds: 30,
};

function withCapacity(
  capacity: number,
  {
    attempts = [near],
    changed = {},
    id = 'near',
  }: {
    readonly attempts?: readonly AttemptRule[];
    readonly changed?: Partial<Branch>;
    readonly id?: string;
  } = {},
): RoutingTable {
  return routingTableOf({
    rules: [{ id, when: [], attempts }],
    branches: [
      branchOf({ id: 'ballard', coordinates: ballard }),
      branchOf({ id: 'downtown', coordinates: downtown, capacity, ...changed }),
    ],
  });
}

describe('another capacity of a branch', () => {
  it('is shown with a caller who is as near to another branch', () => {
    const [before, after] = [withCapacity(2), withCapacity(3)];

    const { entries, isComplete } = diffTables(before, after, { now });

    expect(isComplete).toBe(true);
    expect(entries).toMatchObject([{ kind: 'branch', id: 'downtown', change: 'capacity' }]);
    const { context, at, seed } = entries[0]!.witness!;
    const [was, is] = [before, after].map(
      (table) => decide(indexTable(table), callerOfFile(context), epochMs(Date.parse(at)), seed).plan.attempts,
    );
    expect(was).not.toEqual(is);
  });

  it.each<{ case: string; options: Parameters<typeof withCapacity>[1] }>([
    {
      case: 'attempts that spread callers ask for another service',
      options: {
        attempts: [
          { ...near, service: 'cards' },
          { ...near, spreadKilometers: 0 },
        ] as AttemptRule[],
      },
    },
    { case: 'no other branch is within reach', options: { changed: { coordinates: portland } } },
    {
      case: 'its rule has rung it by name before',
      options: { attempts: [{ kind: 'branch', id: 'downtown', timeoutSeconds: 9 }, near] },
    },
  ])('is not named when $case', ({ options }) => {
    expect(diffTables(withCapacity(2, options), withCapacity(3, options), { now }).entries).toEqual([]);
  });

  it('decides for others under another name of the rule, by whose name the lot is drawn', () => {
    const { entries } = diffTables(withCapacity(2), withCapacity(2, { id: 'nearby' }), { now });

    expect(entries).toMatchObject([{ kind: 'route', before: 'near', after: 'nearby', witness: {} }]);
  });
});
