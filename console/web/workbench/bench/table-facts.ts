import type { RoutingTableFile } from '../../../../shared/contracts/routing-table-file.ts';
import { skillLocales } from '../../../../shared/contracts/skill-locales.ts';
import { wordsFor } from '../../../../shared/domain/routing/localized-text.ts';
import { offeredReasons } from '../../../../shared/domain/routing/menu.ts';
import type { AttemptRule, RoutingTable } from '../../../../shared/domain/routing/table.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a table asks of callers, and whom it may ring: for a form to choose from. */
export interface TableFacts {
  readonly reasons: readonly Named[];
  /** In the menu. */
  readonly offered: readonly string[];
  readonly locales: readonly string[];
  /** With the values that rules name. */
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly lookUps: readonly string[];
  readonly contactCenters: readonly string[];
  /** Of its schedules, the one that most have. */
  readonly timeZone?: string;
  readonly branches: readonly (Named & { readonly latitude: number; readonly longitude: number })[];
}

export function factsOf(table: RoutingTable, { schedules }: Pick<RoutingTableFile, 'schedules'>): TableFacts {
  const timeZone = mostFrequent(Object.values(schedules ?? {}).flatMap((schedule) => zoneOf(schedule)));
  const attempts = [...table.rules.flatMap((rule) => rule.attempts), ...table.defaultAttempts];
  return {
    reasons: table.reasons.map(({ id, name }) => ({ id, name: wordsFor(name, table.locale).words })),
    offered: offeredReasons(table).map(({ id }) => id),
    locales: [...new Set([...skillLocales, ...(table.locale === undefined ? [] : [table.locale])])],
    attributes: attributesOf(table),
    lookUps: [...new Set(attempts.flatMap(lookUpsIn))],
    contactCenters: table.contactCenters.map(({ id }) => id),
    ...(timeZone === undefined ? {} : { timeZone }),
    branches: Array.from({ length: table.branches.size }, (_, index) => {
      const { id, name, coordinates } = table.branches.at(index);
      return { id, name, ...coordinates };
    }),
  };
}

function attributesOf({ rules }: RoutingTable): TableFacts['attributes'] {
  const values = new Map<string, Set<string>>();
  for (const condition of rules.flatMap(({ when }) => when)) {
    if (condition.kind !== 'attribute') continue;
    const known = values.get(condition.name) ?? new Set<string>();
    values.set(condition.name, known);
    if ('anyOf' in condition.test) for (const value of condition.test.anyOf) known.add(value);
  }
  return Array.from(values, ([name, known]) => ({ name, values: [...known] }));
}

function lookUpsIn(attempt: AttemptRule): string[] {
  if (attempt.kind === 'choice') return attempt.from.flatMap((member) => lookUpsIn(member.attempt));
  return attempt.kind === 'lookUp' ? [attempt.id] : [];
}

function zoneOf(schedule: object): string[] {
  return 'timeZone' in schedule && typeof schedule.timeZone === 'string' ? [schedule.timeZone] : [];
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
