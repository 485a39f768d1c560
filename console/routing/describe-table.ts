import { offeredReasons } from '../../shared/domain/routing/menu.ts';
import type { PublishedTable, RoutingTable } from '../../shared/domain/routing/table.ts';
import { defaultOf } from './analysis/outcome.ts';
import { describeConditions } from './description/describe-conditions.ts';
import { describeMenu } from './description/describe-menu.ts';
import { describeTaking } from './description/describe-taking.ts';
import { hoursKnownUntil } from './hours-known.ts';

/** A published table in lines that can be read aloud. */
export function describeTable({ version, table }: PublishedTable): string[] {
  return [
    `${table.name}, version ${version}; shows ${table.callerId} to whoever is called`,
    ...table.rules.map(
      (rule, index) => `${index + 1}. ${rule.id}: ${describeConditions(rule.when)}: ${describeTaking(rule)}`,
    ),
    `otherwise: ${describeTaking(defaultOf(table))}`,
    ...(table.locale === undefined ? [] : [`callers of whom no locale is known are taken to speak ${table.locale}`]),
    ...describeAsked(table),
    ...describeEnd(table),
  ];
}

/** Where no rule asks why somebody calls, nobody is asked. */
function describeAsked(table: RoutingTable): string[] {
  const matters = table.rules.some(({ when }) => when.some(({ kind }) => kind === 'reason'));
  return matters && offeredReasons(table).length > 0
    ? [`callers who dial, and of whom nothing is known, are asked where it matters: ${describeMenu(table)}`]
    : [];
}

function describeEnd({ schedules }: RoutingTable): string[] {
  const end = hoursKnownUntil({ schedules });
  if (end === undefined) return [];
  return [`opening hours are known until ${new Date(end).toISOString().slice(0, 10)}: publish again before then`];
}
