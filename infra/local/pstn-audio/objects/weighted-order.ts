import type { Ids } from '../../../../shared/ports/ids.ts';

/**
 * Lowest priority first; within one an order drawn by lot, in which each comes next with a chance in proportion to its weight
 * (as RFC 2782 does it for servers), so that those that fail leave their share to the rest in proportion too.
 */
export function weightedOrder<Item>(
  items: readonly Item[],
  of: (item: Item) => { readonly priority: number; readonly weight: number },
  ids: Pick<Ids, 'randomBytes'>,
): readonly Item[] {
  const byPriority = Map.groupBy(items, (item) => of(item).priority);
  return [...byPriority]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, equals]) => drawn(equals, (item) => of(item).weight, ids));
}

function drawn<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  ids: Pick<Ids, 'randomBytes'>,
): readonly Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 1) {
    let lot = fraction(ids) * left.reduce((sum, item) => sum + weightOf(item), 0);
    const found = left.findIndex((item) => (lot -= weightOf(item)) < 0);
    order.push(...left.splice(Math.max(found, 0), 1));
  }
  return [...order, ...left];
}

/** 0 or more, less than 1. */
function fraction(ids: Pick<Ids, 'randomBytes'>): number {
  return Buffer.from(ids.randomBytes(4)).readUInt32BE() / 2 ** 32;
}
