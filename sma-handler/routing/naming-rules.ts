import type { AttemptRule, RoutingTable, SimpleAttemptRule } from '../../shared/domain/routing/table.ts';

/** An attempt that names somebody to reach. */
export type NamingRule = Extract<SimpleAttemptRule, { kind: 'contactCenter' | 'branch' | 'phone' | 'meeting' }>;

/** The attempts of a table that name somebody by that id, in the order of its rules, the default's last. */
export function attemptsNamed(id: string, { rules, defaultAttempts }: RoutingTable): readonly NamingRule[] {
  return [...rules.map(({ attempts }) => attempts), defaultAttempts].flat().flatMap(simple).filter(names(id));
}

function simple(attempt: AttemptRule): readonly SimpleAttemptRule[] {
  if (attempt.kind === 'nearestBranch') return [];
  return attempt.kind === 'choice' ? attempt.from.map((member) => member.attempt) : [attempt];
}

function names(id: string): (rule: SimpleAttemptRule) => rule is NamingRule {
  return (rule): rule is NamingRule =>
    rule.id === id && rule.kind !== 'lookUp' && rule.kind !== 'message' && rule.kind !== 'voicemail';
}
