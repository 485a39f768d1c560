/**
 * Ids that lead back to themselves, each cycle once, from its first id in the given order: [["a", "b"]] when a leads to b
 * and b to a. Of cycles that share ids at least one is found.
 */
export function findCycles(
  ids: readonly string[],
  leadsTo: (id: string) => readonly string[],
): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  const follow = (id: string): void => {
    const start = trail.indexOf(id);
    if (start !== -1) cycles.push(trail.slice(start));
    if (start !== -1 || finished.has(id)) return;
    trail.push(id);
    for (const next of leadsTo(id)) follow(next);
    trail.pop();
    finished.add(id);
  };
  for (const id of ids) follow(id);
  return cycles;
}

/** "a → b → a". */
export function formatCycle(cycle: readonly string[]): string {
  return [...cycle, ...cycle.slice(0, 1)].join(' → ');
}
