import type { EpochMs } from '../time.ts';
import { callerOfTable, type Caller } from './caller.ts';
import type { Moment } from './condition.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explanation.ts';
import type { IndexedTable } from './indexed-table.ts';
import type { Plan } from './plan.ts';
import { resolveAttempts, type Situation } from './resolve-attempts.ts';

export interface Decision {
  readonly plan: Plan;
  /** Told only when it is asked for: it looks at every rule, where the plan does not have to. */
  readonly explanation: Explanation;
}

/**
 * Where this caller goes: the attempts of the first rule whose conditions all hold, else the default.
 * Pure: the same table, caller, moment and seed give the same plan, in production as in the simulator.
 * A rule that leaves nothing to try (no branch open nearby, say) is followed by the default's attempts,
 * so that a plan is never empty when the table's default is not. A caller of unknown locale is taken to speak the table's.
 *
 * @param seed keeps a caller's luck the same for the whole call: the context id, else the transaction id.
 */
export function decide(indexed: IndexedTable, known: Caller, now: EpochMs, seed: string): Decision {
  const { table, schedules } = indexed;
  const caller = callerOfTable(known, table);
  const moment: Moment = { now, schedules, seed };
  const ruleIndex = indexed.rules.firstFitting(caller, moment);
  const situation: Situation = { indexed, caller, moment };
  const rule = table.rules[ruleIndex];
  const chosen = rule === undefined ? [] : resolveAttempts(rule.id, rule.attempts, situation);
  const attempts = chosen.length > 0 ? chosen : resolveAttempts('default', table.defaultAttempts, situation);

  let explanation: Explanation | undefined;
  // What is tried, and what is granted, come from the same place.
  const service = chosen.length > 0 ? rule?.service : table.defaultService;
  return {
    plan: {
      ruleId: rule?.id ?? 'default',
      attempts,
      callerId: table.callerId,
      ...(service === undefined ? {} : { service }),
    },
    get explanation() {
      return (explanation ??= explain(situation, ruleIndex));
    },
  };
}
