import { assertNever } from '../../../shared/domain/assert-never.ts';
import { namedBranch } from '../../../shared/domain/routing/indexed-table.ts';
import type { AttemptRule, RoutingTable } from '../../../shared/domain/routing/table.ts';

/** What stands behind the names of attempts, a fact at a time: for tables whose attempts read alike and mean something else. */
export function describeDestinations(attempts: readonly AttemptRule[], table: RoutingTable): string[] {
  return [...attempts.flatMap((attempt) => factsOf(attempt, table)), `${table.callerId} is shown`];
}

function factsOf(attempt: AttemptRule, table: RoutingTable): string[] {
  const { kind } = attempt;
  switch (kind) {
    case 'contactCenter': {
      const found = table.contactCenters.find(({ id }) => id === attempt.id);
      if (found === undefined) return [];
      const { id, user, voiceConnectorArn, headers } = found;
      const fixed = Object.entries(headers.fixed ?? {}).map(([name, value]) => `${id} gets ${name}: ${value}`);
      const name = headers.name === undefined ? '' : ` in ${headers.name}`;
      return [
        `${id} is ${user}`,
        `${id} is behind ${voiceConnectorArn}`,
        `${id} gets the id by ${headers.profile}${name}`,
        ...fixed,
      ];
    }
    case 'branch': {
      const index = namedBranch(table, attempt.id);
      return index === undefined ? [] : [`${attempt.id} has ${table.branches.at(index).number}`];
    }
    case 'lookUp':
      return table.lookUps.filter(({ id }) => id === attempt.id).map(({ id, url }) => `${id} is asked at ${url}`);
    case 'message':
    case 'voicemail':
      return Object.entries(attempt.words).map(([locale, words]) => `${attempt.id} says (${locale}) "${words}"`);
    case 'choice':
      return attempt.from.flatMap((member) => factsOf(member.attempt, table));
    case 'phone':
    case 'meeting':
    case 'nearestBranch':
      return [];
    default:
      return assertNever(kind);
  }
}
