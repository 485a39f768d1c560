import type { PublishedTable, RoutingTable } from '../../shared/domain/routing/table.ts';
import { describeAttempts } from './description/describe-attempts.ts';
import { describeConditions } from './description/describe-conditions.ts';

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

function describeEnd({ schedules }: RoutingTable): string[] {
  if (schedules.length === 0) return [];
  const end = schedules.reduce((soonest, { compiledUntil }) => Math.min(soonest, compiledUntil), Infinity);
  return [`opening hours are known until ${new Date(end).toISOString().slice(0, 10)}: publish again before then`];
}
