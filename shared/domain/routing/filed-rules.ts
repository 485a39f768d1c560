import { valuesRequired } from './dimension-values.ts';
import type { Dimension, RuleGroup, RuleIndexPlan } from './rule-index-plan.ts';
import type { Rule } from './table.ts';

/** The values that rules require in one dimension, numbered from 0. */
export interface NumberedDimension {
  readonly dimension: Dimension;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Rules that are found by the same dimensions. */
export interface Group {
  readonly lowestRule: number;
  /** Positions of dimensions. */
  readonly by: readonly number[];
  /** For each of them: by what the number of a value is multiplied. */
  readonly factors: readonly number[];
  /** The products of a rule's values and the rule's own position, summed up to one number; ascending. */
  readonly filings: Float64Array;
}

export interface FiledRules {
  readonly dimensions: readonly NumberedDimension[];
  /** In the order of their first rules. */
  readonly groups: readonly Group[];
}

/** Files each rule under the values that it requires. `undefined`: the plan is for other rules. */
export function fileRules(rules: readonly Rule[], plan: RuleIndexPlan): FiledRules | undefined {
  if (!namesEveryRuleOnce(plan, rules.length)) return undefined;
  const dimensions = plan.dimensions.map(({ dimension, values }) => ({
    dimension,
    values,
    numbers: new Map<string, number>(),
  }));
  const groups: Group[] = [];
  for (const { by: wanted, rules: members } of plan.groups) {
    const { by, factors } = narrowing(wanted, dimensions, rules.length);
    const filings: number[] = [];
    for (const index of members) {
      const rule = rules[index];
      if (rule === undefined || !file(index, rule, { by, factors }, dimensions, filings)) return undefined;
    }
    groups.push({ lowestRule: members[0] ?? Infinity, by, factors, filings: new Float64Array(filings).sort() });
  }
  // With more values than planned, two of them could come to the same number.
  if (dimensions.some(({ numbers, values }) => numbers.size > values)) return undefined;
  return { dimensions, groups: groups.sort((a, b) => a.lowestRule - b.lowestRule) };
}

/** The place of the first filing that is not below this number. */
export function firstFilingFrom(filings: Float64Array, number: number): number {
  let low = 0;
  let high = filings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((filings[middle] ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Narrowing = Pick<Group, 'by' | 'factors'>;

type Numbering = readonly {
  readonly dimension: Dimension;
  readonly values: number;
  readonly numbers: Map<string, number>;
}[];

function narrowing(wanted: RuleGroup['by'], dimensions: Numbering, rules: number): Narrowing {
  const factors: number[] = [];
  let factor = Math.max(1, rules);
  for (const position of wanted) {
    const beyond = factor * (dimensions[position]?.values ?? 0);
    // A dimension too many for whole numbers is left to the conditions.
    if (beyond > Number.MAX_SAFE_INTEGER) break;
    factors.push(factor);
    factor = beyond;
  }
  return { by: wanted.slice(0, factors.length), factors };
}

/** Whether the rule requires something in all of the dimensions; if so, it is filed under each combination of its values. */
function file(
  index: number,
  rule: Rule,
  { by, factors }: Narrowing,
  dimensions: Numbering,
  filings: number[],
): boolean {
  const start = filings.push(index) - 1;
  for (let depth = 0; depth < by.length; depth += 1) {
    const entry = dimensions[by[depth] ?? -1];
    const values = entry && valuesIn(rule, entry.dimension);
    if (entry === undefined || values === undefined) return false;
    const factor = factors[depth] ?? 0;
    if (values.length === 0) {
      filings.length = start;
      return true;
    }
    const end = filings.length;
    for (let other = values.length - 1; other >= 0; other -= 1) {
      const product = factor * numberOf(values[other] ?? '', entry.numbers);
      // The first value takes the filings there are, each other one a copy of them.
      for (let each = start; each < end; each += 1) {
        const filing = (filings[each] ?? 0) + product;
        if (other === 0) filings[each] = filing;
        else filings.push(filing);
      }
    }
  }
  return true;
}

function valuesIn(rule: Rule, dimension: Dimension): readonly string[] | undefined {
  for (const condition of rule.when) {
    const values = valuesRequired(condition, dimension);
    if (values !== undefined) return values;
  }
  return undefined;
}

function numberOf(value: string, numbers: Map<string, number>): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  numbers.set(value, numbers.size);
  return numbers.size - 1;
}

function namesEveryRuleOnce({ groups }: RuleIndexPlan, rules: number): boolean {
  const named = new Uint8Array(rules);
  let count = 0;
  for (const group of groups) {
    let previous = -1;
    for (const rule of group.rules) {
      if (!(rule > previous && rule < rules) || named[rule] !== 0) return false;
      named[rule] = 1;
      previous = rule;
      count += 1;
    }
  }
  return count === rules;
}
