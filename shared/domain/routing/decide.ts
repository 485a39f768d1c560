import { assertNever } from '../assert-never.ts';
import type { EpochMs } from '../time.ts';
import type { Caller } from './caller.ts';
import { holds, type Condition, type Moment } from './condition.ts';
import type { AttemptPassedOver, BranchPassedOver, Explanation, RulePassedOver } from './explanation.ts';
import { nearestBranches } from './nearest-branches.ts';
import type { Attempt, Plan } from './plan.ts';
import type { AttemptRule, Branch, RoutingTable } from './table.ts';

export interface Decision {
  readonly plan: Plan;
  readonly explanation: Explanation;
}

/**
 * Where this caller goes: the attempts of the first rule whose conditions all hold, else the default.
 * Pure: the same table, caller and moment give the same plan, in production as in the simulator.
 * A rule that leaves nothing to try (no branch open nearby, say) is followed by the default's attempts,
 * so that a plan is never empty when the table's default is not.
 */
export function decide(table: RoutingTable, caller: Caller, now: EpochMs): Decision {
  const moment: Moment = { now, schedules: new Map(table.schedules.map((schedule) => [schedule.id, schedule])) };
  const rulesPassedOver: RulePassedOver[] = [];
  for (const rule of table.rules) {
    const failed = firstFailing(rule.when, caller, moment);
    if (failed === undefined) return conclude(rule.id, rule.attempts, { table, caller, moment, rulesPassedOver });
    rulesPassedOver.push({ ruleId: rule.id, failed });
  }
  return conclude('default', table.defaultAttempts, { table, caller, moment, rulesPassedOver });
}

interface Situation {
  readonly table: RoutingTable;
  readonly caller: Caller;
  readonly moment: Moment;
  readonly rulesPassedOver: readonly RulePassedOver[];
}

function firstFailing(conditions: readonly Condition[], caller: Caller, moment: Moment): Condition | undefined {
  return conditions.find((condition) => !holds(condition, caller, moment));
}

function conclude(ruleId: string, rules: readonly AttemptRule[], situation: Situation): Decision {
  const chosen = resolveAll(rules, situation);
  const defaultUsed = ruleId !== 'default' && chosen.attempts.length === 0;
  const fallback = defaultUsed ? resolveAll(situation.table.defaultAttempts, situation) : undefined;
  return {
    plan: { ruleId, attempts: fallback?.attempts ?? chosen.attempts, callerId: situation.table.callerId },
    explanation: {
      ruleId,
      rulesPassedOver: situation.rulesPassedOver,
      branchesPassedOver: [...chosen.branchesPassedOver, ...(fallback?.branchesPassedOver ?? [])],
      attemptsPassedOver: [...chosen.attemptsPassedOver, ...(fallback?.attemptsPassedOver ?? [])],
      defaultUsed,
    },
  };
}

interface Resolved {
  readonly attempts: Attempt[];
  readonly branchesPassedOver: BranchPassedOver[];
  readonly attemptsPassedOver: AttemptPassedOver[];
}

function resolveAll(rules: readonly AttemptRule[], situation: Situation): Resolved {
  const resolved: Resolved = { attempts: [], branchesPassedOver: [], attemptsPassedOver: [] };
  for (const rule of rules) resolve(rule, situation, resolved);
  return resolved;
}

function resolve(rule: AttemptRule, { table, caller, moment }: Situation, resolved: Resolved): void {
  switch (rule.kind) {
    case 'contactCenter': {
      const contactCenter = table.contactCenters.find(({ id }) => id === rule.id);
      if (contactCenter !== undefined) {
        resolved.attempts.push({ ...contactCenter, kind: 'contactCenter', timeoutSeconds: rule.timeoutSeconds });
      }
      return;
    }
    case 'branch': {
      const branch = table.branches.find(({ id }) => id === rule.id);
      if (branch !== undefined) resolved.attempts.push(branchAttempt(branch, rule.timeoutSeconds));
      return;
    }
    case 'nearestBranch': {
      const from = caller.location?.coordinates;
      if (from === undefined) {
        resolved.attemptsPassedOver.push({ attempt: rule.kind, because: 'locationUnknown' });
        return;
      }
      const found = nearestBranches(table.branches, moment.schedules, { ...rule, from, now: moment.now });
      resolved.branchesPassedOver.push(...found.passedOver);
      if (found.branches.length === 0)
        resolved.attemptsPassedOver.push({ attempt: rule.kind, because: 'noBranchFits' });
      resolved.attempts.push(...found.branches.map((branch) => branchAttempt(branch, rule.timeoutSeconds)));
      return;
    }
    case 'phone':
    case 'meeting':
      resolved.attempts.push(rule);
      return;
    default:
      assertNever(rule);
  }
}

function branchAttempt(branch: Branch, timeoutSeconds: number): Attempt {
  return { kind: 'branch', id: branch.id, number: branch.number, timeoutSeconds };
}
