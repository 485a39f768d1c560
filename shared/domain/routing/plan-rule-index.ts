import { dimensionKey, requirementOf } from './dimension-values.ts';
import type { Dimension, RuleIndexPlan } from './rule-index-plan.ts';
import type { Rule } from './table.ts';

/** More dimensions would make more groups to look into. */
const mostDimensions = 4;

/** Under how many values one rule may be filed: the first of these that keeps the index small enough. */
const filingLimits = [64, 8] as const;
const mostFilings = 100_000;

/**
 * Chooses by what each rule is found: tuple space search (Srinivasan, Suri and Varghese 1999, for firewalls), where a rule belongs
 * to the group of those that require something in the same dimensions. Those with few other rules come first, until hardly any is left.
 */
export function planRuleIndex(rules: readonly Rule[]): RuleIndexPlan {
  const known = new Map<string, KnownDimension>();
  const required = rules.map((rule) => requirementsOf(rule, known));
  const limit = filingLimits.find((each) => filings(required, each) <= mostFilings) ?? 1;

  const groups = new Map<string, { readonly by: readonly number[]; readonly rules: number[] }>();
  for (const [rule, requirements] of required.entries()) {
    const by = narrowest(requirements, limit, rules.length)
      .map(({ known: { position } }) => position)
      .sort((a, b) => a - b);
    const key = by.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { by, rules: [rule] });
    else group.rules.push(rule);
  }
  return {
    dimensions: [...known.values()].map(({ dimension, rulesByValue }) => ({ dimension, values: rulesByValue.size })),
    groups: [...groups.values()],
  };
}

interface KnownDimension {
  readonly position: number;
  readonly dimension: Dimension;
  /** How many rules require each value. */
  readonly rulesByValue: Map<string, number>;
}

interface KnownRequirement {
  readonly known: KnownDimension;
  /** Any of them will do. */
  readonly values: readonly string[];
}

/** What the rule requires, once for each dimension; all that is new is taken into `known`. */
function requirementsOf(rule: Rule, known: Map<string, KnownDimension>): readonly KnownRequirement[] {
  const requirements: KnownRequirement[] = [];
  for (const condition of rule.when) {
    const requirement = requirementOf(condition);
    if (requirement === undefined) continue;
    const { dimension, values } = requirement;
    const key = dimensionKey(dimension);
    let entry = known.get(key);
    if (entry === undefined) {
      entry = { position: known.size, dimension, rulesByValue: new Map() };
      known.set(key, entry);
    }
    if (requirements.some((earlier) => earlier.known === entry)) continue;
    for (const value of values) entry.rulesByValue.set(value, (entry.rulesByValue.get(value) ?? 0) + 1);
    requirements.push({ known: entry, values });
  }
  return requirements;
}

function filings(required: readonly (readonly KnownRequirement[])[], limit: number): number {
  return required.reduce(
    (sum, requirements) =>
      sum + narrowest(requirements, limit, required.length).reduce((product, { values }) => product * values.length, 1),
    0,
  );
}

/** The narrowest, as many as the limit allows; the others are left to the rule's conditions. */
function narrowest(
  requirements: readonly KnownRequirement[],
  limit: number,
  rules: number,
): readonly KnownRequirement[] {
  const candidates = requirements
    .map((requirement) => ({ requirement, share: rulesWith(requirement) / rules }))
    .sort((a, b) => a.share - b.share || a.requirement.known.position - b.requirement.known.position);
  const chosen: KnownRequirement[] = [];
  let filings = 1;
  let expected = rules;
  for (const { requirement, share } of candidates) {
    const count = requirement.values.length;
    if (filings * count > limit) continue;
    chosen.push(requirement);
    filings *= count;
    expected *= share;
    // Hardly any other rule is found together with this one.
    if (chosen.length === mostDimensions || expected <= 1) break;
  }
  return chosen;
}

/** How many rules share a value with this requirement, counted once for each value. */
function rulesWith({ known, values }: KnownRequirement): number {
  return values.reduce((sum, value) => sum + (known.rulesByValue.get(value) ?? 0), 0);
}
