import type { Explanation, RulePassedOver } from './explanation.ts';
import { firstFailing } from './first-fitting.ts';
import { resolveAttempts, type AttemptNotes, type Situation } from './resolve-attempts.ts';

/** Why the call goes where it goes: the same steps once more, and notes taken on the way. */
export function explain(situation: Situation, ruleIndex: number): Explanation {
  const { indexed, caller, moment } = situation;
  const { rules, defaultAttempts } = indexed.table;
  const rule = rules[ruleIndex];
  const rulesPassedOver: RulePassedOver[] = [];
  for (const passedOver of rule === undefined ? rules : rules.slice(0, ruleIndex)) {
    const failed = firstFailing(passedOver, caller, moment);
    if (failed !== undefined) rulesPassedOver.push({ ruleId: passedOver.id, failed });
  }
  const notes: AttemptNotes = {
    branchesPassedOver: [],
    moreBranchesPassedOver: 0,
    attemptsPassedOver: [],
    choices: [],
  };
  const chosen = rule === undefined ? [] : resolveAttempts(rule.id, rule.attempts, situation, notes);
  if (chosen.length === 0) resolveAttempts('default', defaultAttempts, situation, notes);
  return {
    ruleId: rule?.id ?? 'default',
    rulesPassedOver,
    ...notes,
    defaultUsed: rule !== undefined && chosen.length === 0,
  };
}
