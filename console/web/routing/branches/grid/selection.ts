type Ids = ReadonlySet<string>;

/** With an id, or without it when it was there. */
export function toggled(chosen: Ids, id: string): Ids {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** And all from one row to another, both included, whichever is above. */
export function withRange(chosen: Ids, rows: readonly { readonly id: string }[], from: number, to: number): Ids {
  const range = rows.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1);
  return new Set([...chosen, ...range.map(({ id }) => id)]);
}

/** All that are shown; none of them when all are chosen already. Those that a filter hides stay as they are. */
export function toggledAll(chosen: Ids, rows: readonly { readonly id: string }[]): Ids {
  const next = new Set(chosen);
  const all = rows.every(({ id }) => chosen.has(id));
  for (const { id } of rows)
    if (all) next.delete(id);
    else next.add(id);
  return next;
}

/** Without ids that are no branches any more; the same set where nothing is gone. */
export function stillThere(chosen: Ids, branches: ReadonlyMap<string, unknown>): Ids {
  const there = [...chosen].filter((id) => branches.has(id));
  return there.length === chosen.size ? chosen : new Set(there);
}
