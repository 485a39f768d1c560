import type { Reason } from '../../../shared/domain/routing/table.ts';
import { run } from './atom-set.ts';
import { boxOf, meet, type Box } from './box.ts';
import { entryAt, phoneNumberAt, reasonAt, type Space } from './space.ts';

/**
 * Callers of whom nothing is known but that they dialled and, perhaps, their number: those who are asked why they call.
 * What they answer is open, and when they call.
 */
function callersWhoDial(space: Space): Box {
  const { dimensions, firstLot } = space;
  const [, dialled] = space.placeOf({ kind: 'entry', anyOf: ['phone'] }, 0, '');
  const time = firstLot - 1;
  const isOpen = new Set([reasonAt, entryAt, phoneNumberAt, time]);
  const unknown = [...dimensions.keys()].filter((dimension) => dimension < firstLot && !isOpen.has(dimension));
  return boxOf([[entryAt, dialled], ...unknown.map((dimension) => [dimension, run(0, 1)] as const)]);
}

/** Those of them who say that they call for one of these reasons, of the space's tables. */
export function callersWhoChoose(reasons: readonly Pick<Reason, 'id'>[], space: Space): Box {
  const [, chosen] = space.placeOf({ kind: 'reason', anyOf: reasons.map(({ id }) => id) }, 0, '');
  return meet(callersWhoDial(space), boxOf([[reasonAt, chosen]]));
}
