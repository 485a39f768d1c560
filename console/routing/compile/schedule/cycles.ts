interface Step {
  readonly id: string;
  readonly onward: Iterator<string>;
  /** Of the steps up to this one, the last that is in a cycle already found; -1 for none. */
  lastInCycle: number;
}

/** So many ids of a cycle are written out. */
const idsShown = 10;

/**
 * Ids that lead back to themselves, each cycle once, from its first id in the given order: [["a", "b"]] when a leads to b
 * and b to a. Of cycles that share ids at least one is found, and those that are found share none. Takes time in proportion
 * to what the ids lead to, however long the way.
 */
export function findCycles(
  ids: readonly string[],
  leadsTo: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  // A stack of its own, for that of the program is too small for a way of thousands.
  const trail: Step[] = [];
  const positions = new Map<string, number>();

  const enter = (id: string): void => {
    const top = trail.at(-1);
    const start = positions.get(id);
    if (start !== undefined) {
      if ((top?.lastInCycle ?? -1) < start) cycles.push(closeCycle(trail, start));
    } else if (!finished.has(id)) {
      positions.set(id, trail.length);
      trail.push({ id, onward: leadsTo(id).values(), lastInCycle: top?.lastInCycle ?? -1 });
    }
  };

  for (const id of ids) {
    enter(id);
    for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
      const next = step.onward.next();
      if (next.done !== true) {
        enter(next.value);
        continue;
      }
      trail.pop();
      positions.delete(step.id);
      finished.add(step.id);
    }
  }
  return cycles;
}

/** "a → b → a"; of a long one the beginning. */
export function formatCycle(cycle: readonly string[]): string {
  const more = cycle.length - idsShown;
  return [
    ...cycle.slice(0, idsShown),
    ...(more > 0 ? [`${more.toLocaleString('en-US')} more`] : []),
    ...cycle.slice(0, 1),
  ].join(' → ');
}

function closeCycle(trail: readonly Step[], start: number): string[] {
  return trail.slice(start).map((step, index) => {
    step.lastInCycle = start + index;
    return step.id;
  });
}
