import type { Caller } from './caller.ts';
import { holds, type Condition, type Moment } from './condition.ts';
import type { Rule } from './table.ts';

/**
 * Where the first rule stands that fits, by asking one after the other; -1: none does.
 * The plain meaning of a table, and the measure for the index that decisions use.
 */
export function firstFittingIndex(rules: readonly Rule[], caller: Caller, moment: Moment): number {
  return rules.findIndex((rule) => firstFailing(rule, caller, moment) === undefined);
}

/** The first of the rule's conditions that does not hold. */
export function firstFailing(rule: Rule, caller: Caller, moment: Moment): Condition | undefined {
  return rule.when.find((condition) => !holds(condition, rule.id, caller, moment));
}
