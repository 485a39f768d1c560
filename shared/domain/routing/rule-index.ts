import type { Caller } from './caller.ts';
import type { Moment } from './condition.ts';
import { callersValue } from './dimension-values.ts';
import { fileRules, firstFilingFrom, type FiledRules, type Group, type NumberedDimension } from './filed-rules.ts';
import { firstFailing } from './first-fitting.ts';
import { planRuleIndex } from './plan-rule-index.ts';
import type { RuleIndexPlan } from './rule-index-plan.ts';
import type { Rule } from './table.ts';

/** Finds the first rule that fits without asking every one. */
export interface RuleIndex {
  /** Where it stands among the rules; -1: none fits. */
  firstFitting(caller: Caller, moment: Moment): number;
}

/** In place of the number of a value that no rule requires. */
const notRequired = -1;

/** Built from the table's plan, or from one made on the spot when it has none or one for other rules. */
export function ruleIndexOf(rules: readonly Rule[], plan?: RuleIndexPlan): RuleIndex {
  const filed = (plan && fileRules(rules, plan)) ?? fileRules(rules, planRuleIndex(rules));
  if (filed === undefined) throw new Error('a fresh plan does not fit the rules that it was made for');
  return searchOf(rules, filed);
}

function searchOf(rules: readonly Rule[], { dimensions, groups }: FiledRules): RuleIndex {
  const { always, byAttribute } = apart(groups, dimensions);
  // A caller's values are looked up once for all groups. A value counts when it was written in this search;
  // so nothing has to be made or wiped for a call.
  const numbers = new Int32Array(dimensions.length);
  const writtenIn = new Float64Array(dimensions.length);
  let search = 0;

  const numberOf = (position: number, caller: Caller): number => {
    if (writtenIn[position] !== search) {
      writtenIn[position] = search;
      const entry = dimensions[position];
      const value = entry && callersValue(entry.dimension, caller);
      numbers[position] = (value === undefined ? undefined : entry?.numbers.get(value)) ?? notRequired;
    }
    return numbers[position] ?? notRequired;
  };
  const keyOf = ({ by, factors }: Group, caller: Caller): number => {
    let key = 0;
    for (let each = 0; each < by.length; each += 1) {
      const number = numberOf(by[each] ?? 0, caller);
      if (number === notRequired) return notRequired;
      key += number * (factors[each] ?? 0);
    }
    return key;
  };
  /** The first rule of these groups that fits and comes before `best`; else `best`. */
  const firstAmong = (among: readonly Group[], best: number, caller: Caller, moment: Moment): number => {
    let first = best;
    for (const group of among) {
      if (group.lowestRule >= first) break;
      const { filings } = group;
      const key = keyOf(group, caller);
      if (key === notRequired) continue;
      for (let place = firstFilingFrom(filings, key); place < filings.length; place += 1) {
        // Of another key, it is farther on than there are rules.
        const index = (filings[place] ?? Infinity) - key;
        const rule = rules[index];
        if (index >= first || rule === undefined) break;
        if (firstFailing(rule, caller, moment) === undefined) first = index;
      }
    }
    return first;
  };

  return {
    firstFitting: (caller, moment) => {
      search += 1;
      let first = firstAmong(always, rules.length, caller, moment);
      if (byAttribute.size > 0)
        for (const name of Object.keys(caller.attributes))
          first = firstAmong(byAttribute.get(name) ?? [], first, caller, moment);
      return first === rules.length ? -1 : first;
    },
  };
}

/** Groups that ask for an attribute are looked at only for callers who have it: each under the one that fewest ask for. */
function apart(
  groups: readonly Group[],
  dimensions: readonly NumberedDimension[],
): { readonly always: readonly Group[]; readonly byAttribute: ReadonlyMap<string, readonly Group[]> } {
  const namesOf = ({ by }: Group): readonly string[] =>
    by.flatMap((position) => {
      const dimension = dimensions[position]?.dimension;
      return dimension?.kind === 'attribute' ? [dimension.name] : [];
    });
  const askedFor = new Map<string, number>();
  for (const name of groups.flatMap(namesOf)) askedFor.set(name, (askedFor.get(name) ?? 0) + 1);

  const always: Group[] = [];
  const byAttribute = new Map<string, Group[]>();
  for (const group of groups) {
    const rarest = namesOf(group).toSorted((a, b) => (askedFor.get(a) ?? 0) - (askedFor.get(b) ?? 0))[0];
    if (rarest === undefined) always.push(group);
    else if (!byAttribute.get(rarest)?.push(group)) byAttribute.set(rarest, [group]);
  }
  return { always, byAttribute };
}
