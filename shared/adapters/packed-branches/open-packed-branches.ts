import type { E164 } from '../../domain/phone-number.ts';
import type { Branch, BranchDirectory } from '../../domain/routing/branches.ts';
import { readColumns, rowOf, textAt } from './columns.ts';
import { coordinatesAt, nearestIn, treeOf } from './nearest.ts';

/**
 * A directory over the octets that `packBranches` wrote, in the order in which they were packed. Nothing is unpacked but the branch
 * that is asked for.
 *
 * @throws RangeError on other octets.
 */
export function openPackedBranches(octets: Uint8Array): BranchDirectory {
  const columns = readColumns(octets);
  const tree = treeOf(columns);
  const { count, schedules, scheduleIds, serviceSetOf, serviceSets, capacities, ids, names, numbers } = columns;
  const checked = (index: number): number => {
    if (!Number.isInteger(index) || index < 0 || index >= count)
      throw new RangeError(`no branch ${index} among ${count}`);
    return index;
  };
  const scheduleIdOf = (index: number): string | undefined => scheduleIds[(schedules[checked(index)] ?? 0) - 1];
  const servicesOf = (index: number): readonly string[] => serviceSets[serviceSetOf[checked(index)] ?? 0] ?? [];

  const at = (index: number): Branch => {
    const scheduleId = scheduleIdOf(index);
    const capacity = capacities[index] ?? 0;
    return {
      id: textAt(ids, index),
      name: textAt(names, index),
      number: textAt(numbers, index) as E164,
      coordinates: coordinatesAt(columns, index),
      services: servicesOf(index),
      ...(scheduleId === undefined ? {} : { scheduleId }),
      ...(capacity === 0 ? {} : { capacity }),
    };
  };
  return {
    size: count,
    at,
    indexOf: (id) => rowOf(ids, id),
    offers: (index, service) => servicesOf(index).includes(service),
    scheduleIdOf,
    nearest: (search) => nearestIn(tree, columns, search),
  };
}
