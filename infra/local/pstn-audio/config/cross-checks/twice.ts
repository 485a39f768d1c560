import type { ConfigProblem } from '../problem.ts';

/** A problem at each entry whose value another one before it has: the message tells at which. Case does not count. */
export function twice<Entry>(
  path: string,
  entries: readonly Entry[],
  valueOf: (entry: Entry) => string | number | undefined,
  field: string,
  because: string,
): readonly ConfigProblem[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const value = valueOf(entry);
    if (value === undefined) return [];
    const known = first.get(String(value).toLowerCase());
    if (known === undefined) {
      first.set(String(value).toLowerCase(), index);
      return [];
    }
    return [{ path: `${path}[${index}].${field}`, message: `is that of ${path}[${known}] too: ${because}` }];
  });
}
