import type { IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import type { Rule } from '../../../shared/domain/routing/table.ts';
import { hidingRulesOf, isOpenTo, type HidingRule } from './hidden-conditions.ts';
import type { RecordedCall } from './recorded-call.ts';
import { situationOf } from './situation-of-call.ts';

/** A table that calls of the past are held against. */
export interface PastTable {
  readonly indexed: IndexedTable;
  readonly hiding: readonly HidingRule[];
}

export function pastTable(indexed: IndexedTable): PastTable {
  return { indexed, hiding: hidingRulesOf(indexed) };
}

/** What a call that was decided by a rule tells of its caller, beside what its record says. */
export interface Hints {
  /** Conditions, as canonical text, that did not all hold: a rule before asked for them. */
  readonly failed: ReadonlySet<string>;
  /** Those that held: the rule that took the call asked for them. */
  readonly held: string | undefined;
  /** In the table of that time. */
  readonly rule: Rule | 'default';
}

/** Undefined when the table of that time, with what the record tells, gives another rule than was recorded. */
export function hintsOf(call: RecordedCall, { indexed, hiding }: PastTable): Hints | undefined {
  const situation = situationOf(call, indexed);
  const taken = indexed.rules.firstFitting(situation.caller, situation.moment);
  const rule = indexed.table.rules[taken];
  if ((rule?.id ?? 'default') !== call.ruleId) return undefined;
  const failed = new Set<string>();
  for (const each of hiding) {
    if (rule !== undefined && each.index >= taken) break;
    if (isOpenTo(each, situation)) failed.add(each.hidden);
  }
  const held = hiding.find(({ index }) => index === taken)?.hidden;
  return { failed, held, rule: rule ?? 'default' };
}

/**
 * The rule of a table that takes the call; `default`: none does. Undefined where that cannot be told: a rule would take it or not for
 * the caller's place, number or attributes, and nothing is known of these.
 */
export function ruleTaking(
  call: RecordedCall,
  { indexed, hiding }: PastTable,
  { failed, held }: Hints,
): Rule | 'default' | undefined {
  const situation = situationOf(call, indexed);
  const taken = indexed.rules.firstFitting(situation.caller, situation.moment);
  const rule = indexed.table.rules[taken];
  for (const each of hiding) {
    if (rule !== undefined && each.index > taken) break;
    if (each.hidden === held && each.index === taken) return rule;
    const isKnownNotToFit = each.index !== taken && failed.has(each.hidden);
    if (!isKnownNotToFit && isOpenTo(each, situation)) return undefined;
  }
  return rule ?? 'default';
}
