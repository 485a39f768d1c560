import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { AttributeTest } from '../../../shared/domain/routing/attribute-test.ts';
import type { Condition } from '../../../shared/domain/routing/condition.ts';

/** "reason is billing and office-hours is open"; "everybody" without conditions. */
export function describeConditions(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? 'everybody' : conditions.map(describeCondition).join(' and ');
}

export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'reason':
    case 'entry':
    case 'locale':
    case 'country':
    case 'state':
      return `${condition.kind} is ${oneOf(condition.anyOf)}`;
    case 'postalPrefix':
      return `postal code begins with ${oneOf(condition.anyOf)}`;
    case 'callerPrefix':
      return `the caller's number begins with ${oneOf(condition.anyOf)}`;
    case 'attribute':
      return `${condition.name} ${describeTest(condition.test)}`;
    case 'share':
      return `among ${condition.percent} % of callers, by lot`;
    case 'schedule':
      return `${condition.id} is ${condition.is}`;
    default:
      return assertNever(condition);
  }
}

function describeTest(test: AttributeTest): string {
  switch (test.kind) {
    case 'in':
      return `is ${oneOf(test.anyOf)}`;
    case 'prefix':
      return `begins with ${oneOf(test.anyOf)}`;
    case 'range':
      if (test.from === undefined) return `is below ${test.below}`;
      return test.below === undefined ? `is ${test.from} or more` : `is ${test.from} or more and below ${test.below}`;
    case 'exists':
      return test.is ? 'is known' : 'is not known';
    default:
      return assertNever(test);
  }
}

function oneOf(values: readonly string[]): string {
  return values.join(' or ');
}
