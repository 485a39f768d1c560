import { hasAtom } from '../atom-set.ts';
import { everywhere, isNowhere, meet, overlaps, type Box } from '../box.ts';
import { defaultOf, isSameOutcome, outcomeOf, type Outcome } from '../outcome.ts';
import type { FindingList } from '../../findings.ts';
import type { RuleReach } from '../rule-reach.ts';
import { detailsOf } from './unreached-rules.ts';

/** Longer tables are not looked at: the answer is not worth the wait. */
const mostRules = 2000;

interface Follower {
  readonly id: string;
  readonly box: Box;
  readonly outcome: Outcome;
}

/** Rules that take calls, and whose callers would meet just the same without them. */
export function findRedundantRules(reach: RuleReach, findings: FindingList): void {
  const { table } = reach;
  if (table.rules.length > mostRules || !reach.space.exact) return;
  const followers: Follower[] = [
    ...table.rules.map((rule, index) => ({
      id: rule.id,
      box: reach.box(index),
      outcome: outcomeOf(rule, table),
    })),
    { id: 'default', box: everywhere, outcome: outcomeOf(defaultOf(table), table) },
  ];
  for (const [index, { id }] of table.rules.entries()) {
    const insteadOf = followers[index];
    const found = reach.of(index);
    if (found.kind !== 'reached' || insteadOf === undefined) continue;
    const next = followers.find((follower, later) => later > index && contains(follower.box, found.region));
    if (next === undefined || !isSameOutcome(next.outcome, insteadOf.outcome)) continue;
    if (!wouldBeTheSame(index, followers, reach)) continue;
    findings.note(
      'rule-redundant',
      ['rules', index, 'id'],
      `changes nothing: without it, all its callers would meet the same attempts by what follows ("${next.id}" for the caller shown). Remove it, unless it is there for its name`,
      { rule: id, ...detailsOf(reach.witnessIn(found.region, [id])) },
    );
  }
}

/** Whether nobody whom the rule takes would come to a later rule with another outcome. */
function wouldBeTheSame(index: number, followers: readonly Follower[], reach: RuleReach): boolean {
  const rule = followers[index];
  if (rule === undefined) return false;
  const before = [...reach.taking(index)];
  for (const [later, follower] of followers.entries()) {
    if (later <= index || isNowhere(follower.box)) continue;
    if (!isSameOutcome(follower.outcome, rule.outcome) && overlaps(rule.box, follower.box)) {
      const between = Array.from({ length: later - index - 1 }, (_, offset) => index + 1 + offset);
      if (reach.leftBy([...before, ...between], meet(rule.box, follower.box)) !== 'nowhere') return false;
    }
  }
  return true;
}

/** Whether the first caller of the region is in the box. */
function contains({ dimensions, sets }: Box, region: Box): boolean {
  return dimensions.every((dimension, place) => {
    const at = region.dimensions.indexOf(dimension);
    return hasAtom(sets[place] ?? [], at === -1 ? 0 : (region.sets[at]?.[0] ?? 0));
  });
}
