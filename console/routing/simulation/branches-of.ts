import type { Simulation } from '../../../shared/contracts/simulation.ts';
import { kilometersBetween, type Coordinates } from '../../../shared/domain/location.ts';
import type { Caller } from '../../../shared/domain/routing/caller.ts';
import type { Explanation } from '../../../shared/domain/routing/explanation.ts';
import type { Plan } from '../../../shared/domain/routing/plan.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import { branchReasons } from '../description/describe-decision.ts';

type Branches = Simulation['branches'];

/** The branches that are tried, and those that came near it, with what a map needs of them. */
export function branchesOf(
  { attempts }: Plan,
  { branchesPassedOver, moreBranchesPassedOver: more }: Explanation,
  { table: { branches }, caller }: { readonly table: RoutingTable; readonly caller: Caller },
): Branches {
  const from = caller.location?.coordinates;
  const find = (branchId: string): Branches['chosen'][number] | undefined => {
    const index = branches.indexOf(branchId);
    if (index === undefined) return undefined;
    const { name, coordinates } = branches.at(index);
    return { branchId, name, coordinates, ...distance(from, coordinates) };
  };
  return {
    ...(from === undefined ? {} : { from }),
    chosen: attempts.flatMap(({ kind, id }) => (kind === 'branch' ? (find(id) ?? []) : [])),
    passedOver: branchesPassedOver.flatMap(({ branchId, because }) => {
      const found = find(branchId);
      return found === undefined ? [] : [{ ...found, because, text: branchReasons[because] }];
    }),
    more,
  };
}

function distance(from: Coordinates | undefined, to: Coordinates): { readonly kilometers?: number } {
  return from === undefined ? {} : { kilometers: Math.round(kilometersBetween(from, to) * 10) / 10 };
}
