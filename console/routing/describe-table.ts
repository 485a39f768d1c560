import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Condition } from '../../shared/domain/routing/condition.ts';
import type { AttemptRule, PublishedTable, RoutingTable } from '../../shared/domain/routing/table.ts';

/** A published table in lines that can be read aloud. */
export function describeTable({ version, table }: PublishedTable): string[] {
  return [
    `${table.name}, version ${version}; shows ${table.callerId} to whoever is called`,
    ...table.rules.map(
      ({ id, when, attempts }, index) =>
        `${index + 1}. ${id}: ${describeConditions(when)}: ${describeAttempts(attempts)}`,
    ),
    `otherwise: ${describeAttempts(table.defaultAttempts)}`,
    ...describeEnd(table),
  ];
}

function describeConditions(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? 'everybody' : conditions.map(describeCondition).join(' and ');
}

function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'reason':
    case 'entry':
    case 'locale':
    case 'state':
      return `${condition.kind} is ${condition.anyOf.join(' or ')}`;
    case 'postalPrefix':
      return `postal code begins with ${condition.anyOf.join(' or ')}`;
    case 'attribute':
      return `${condition.name} is ${condition.anyOf.join(' or ')}`;
    case 'schedule':
      return `${condition.id} is ${condition.is}`;
    default:
      return assertNever(condition);
  }
}

function describeAttempts(attempts: readonly AttemptRule[]): string {
  return attempts.map(describeAttempt).join(', then ');
}

function describeAttempt(attempt: AttemptRule): string {
  switch (attempt.kind) {
    case 'contactCenter':
      return `contact centre ${attempt.id} (${attempt.timeoutSeconds} s)`;
    case 'nearestBranch': {
      const branches = attempt.upTo === 1 ? 'the nearest open branch' : `up to ${attempt.upTo} nearest open branches`;
      const service = attempt.service === undefined ? '' : ` for ${attempt.service}`;
      return `${branches}${service} within ${attempt.withinKilometers} km (${attempt.timeoutSeconds} s each)`;
    }
    case 'branch':
      return `branch ${attempt.id} (${attempt.timeoutSeconds} s)`;
    case 'phone':
      return `${attempt.id} at ${attempt.number} (${attempt.timeoutSeconds} s)`;
    case 'meeting':
      return `meeting ${attempt.id}`;
    default:
      return assertNever(attempt);
  }
}

function describeEnd({ schedules }: RoutingTable): string[] {
  if (schedules.length === 0) return [];
  const end = new Date(Math.min(...schedules.map(({ compiledUntil }) => compiledUntil)));
  return [`opening hours are known until ${end.toISOString().slice(0, 10)}: publish again before then`];
}
