import { assertNever } from '../../../shared/domain/assert-never.ts';
import { holds, type Condition } from '../../../shared/domain/routing/condition.ts';
import type { IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import type { Situation } from '../../../shared/domain/routing/resolve-attempts.ts';
import type { Rule } from '../../../shared/domain/routing/table.ts';
import { canonical } from '../../routing/analysis/outcome.ts';

/** A rule that asks what no record tells: the caller's place, number or attributes. */
export interface HidingRule {
  readonly index: number;
  readonly id: string;
  readonly told: readonly Condition[];
  /** The others, as canonical text. */
  readonly hidden: string;
}

export function hidingRulesOf({ table: { rules } }: IndexedTable): readonly HidingRule[] {
  return rules.flatMap(({ id, when }: Rule, index): readonly HidingRule[] => {
    const hidden = when.filter(isHidden);
    if (hidden.length === 0) return [];
    return [{ index, id, told: when.filter((condition) => !isHidden(condition)), hidden: canonical(hidden) }];
  });
}

/** Whether what the record tells leaves it to the hidden conditions whether the rule fits. */
export function isOpenTo({ id, told }: HidingRule, { caller, moment }: Situation): boolean {
  return told.every((condition) => holds(condition, id, caller, moment));
}

function isHidden({ kind }: Condition): boolean {
  switch (kind) {
    case 'country':
    case 'state':
    case 'postalPrefix':
    case 'callerPrefix':
    case 'attribute':
      return true;
    case 'reason':
    case 'entry':
    case 'locale':
    case 'schedule':
    case 'share':
      return false;
    default:
      return assertNever(kind);
  }
}
