import type { Rule } from '../table-parts.ts';

/** A name for each rule that it keeps while it is edited, renamed or moved, so that a form that is open stays with its rule. */
export interface KeyedRules {
  readonly rules: readonly Rule[];
  readonly keys: readonly string[];
  /** Names given so far. */
  readonly count: number;
}

export const noKeyedRules: KeyedRules = { rules: [], keys: [], count: 0 };

/** Rules that are the same object keep their name; of the others, those with the same id, then those at the same place. */
export function withKeys(before: KeyedRules, rules: readonly Rule[]): KeyedRules {
  if (before.rules === rules) return before;
  const byObject = new Map<Rule, string>();
  for (const [index, rule] of before.rules.entries()) byObject.set(rule, before.keys[index] ?? '');
  const given = new Set<string>();
  const take = (key: string | undefined): string | undefined => {
    if (key === undefined || given.has(key)) return undefined;
    given.add(key);
    return key;
  };
  const keys: (string | undefined)[] = rules.map((rule) => take(byObject.get(rule)));
  if (keys.includes(undefined)) {
    const byId = new Map(before.rules.map(({ id }, index) => [id, before.keys[index]]));
    for (const [index, rule] of rules.entries()) keys[index] ??= take(byId.get(rule.id));
    // An id that is being typed: the rule is where it was, and the list is as long as before.
    if (rules.length === before.rules.length)
      for (const index of rules.keys()) keys[index] ??= take(before.keys[index]);
  }
  let { count } = before;
  const named = keys.map((key) => {
    if (key !== undefined) return key;
    count += 1;
    return `rule-${count}`;
  });
  return { rules, keys: named, count };
}
