import fc from 'fast-check';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { CallService } from '../../../../../shared/domain/routing/call-service.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import type { Schedule } from '../../../../../shared/domain/routing/schedule.ts';
import { stableFraction } from '../../../../../shared/domain/routing/stable-fraction.ts';
import type { AttemptRule, Rule, RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { epochMs, type EpochMs } from '../../../../../shared/domain/time.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';
import { effects, twoBranches } from './random-attempts.ts';
import { kinds } from './random-conditions.ts';

export const now = epochMs(Date.parse('2026-11-21T00:00:00Z'));
const hour = 3_600_000;
const ruleIds = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5'];

export function hoursFrom(start: number): EpochMs {
  return epochMs(now + start * hour);
}

export function scheduleOf(id: string, hours: readonly (readonly [number, number])[]): Schedule {
  return {
    id,
    opensAt: hours.map(([opens]) => hoursFrom(opens)),
    closesAt: hours.map(([, closes]) => hoursFrom(closes)),
    compiledUntil: hoursFrom(10),
  };
}

export interface RandomTable {
  readonly table: RoutingTable;
  readonly dimensions: readonly string[];
}

const meetings = ['m0', 'm1', 'm2'].map((id): readonly AttemptRule[] => [{ kind: 'meeting', id }]);

const nothing: { readonly service?: CallService } = {};
/** What a rule grants, for most rules nothing. */
const services = fc.constantFrom(
  nothing,
  nothing,
  { service: { recording: 'ask' } },
  { service: { keys: { 1: 'nextPerson', 9: 'hangUp' } } },
) satisfies fc.Arbitrary<{ readonly service?: CallService }>;

function rulesOver(dimensions: readonly string[]): fc.Arbitrary<Rule[]> {
  const when = fc
    .tuple(
      ...dimensions.flatMap((name) =>
        kinds[name] === undefined ? [] : [fc.option(kinds[name].conditions, { nil: [], freq: 2 })],
      ),
    )
    .map((conditions) => conditions.flat());
  const more = dimensions.flatMap((name) => effects[name]?.attempts ?? []);
  const attempts = fc.constantFrom(...meetings.slice(0, more.length === 0 ? 3 : 1), ...more);
  return fc
    .array(fc.tuple(when, attempts, services), { minLength: 2, maxLength: ruleIds.length })
    .map((rules) =>
      rules.map(([when, attempts, service], index) => ({ id: ruleIds[index]!, when, attempts, ...service })),
    );
}

interface TableParts {
  readonly rules: readonly Rule[];
  readonly evening: readonly [number, number];
  readonly callerId?: string;
  readonly locale: string | undefined;
}

function tableOf({ rules, evening, callerId = '+14255550100', locale }: TableParts): RoutingTable {
  return routingTableOf({
    rules,
    ...(locale === undefined ? {} : { locale }),
    branches: twoBranches,
    callerId: callerId as E164,
    schedules: [
      scheduleOf('day', [
        [1, 3],
        [5, 7],
      ]),
      scheduleOf('evening', [evening]),
      scheduleOf('never', []),
    ],
    reasons: ['a', 'b', 'c'].map((id) => ({ id, name: { default: id }, synonyms: {} })),
  });
}

const evenings = fc.constantFrom([6, 9] as const, [2, 6] as const, [7, 9] as const);

// So that trying everybody does not take too long.
const isSmall = (names: readonly string[]): boolean => sizeOf(names) < 12_000;

const dimensionsOfATable = fc.subarray(Object.keys(kinds), { minLength: 2, maxLength: 3 }).filter(isSmall);

/** What rules ask, and what they do. */
const dimensionsOfTwo = fc
  .tuple(
    fc.subarray(Object.keys(kinds), { minLength: 1, maxLength: 3 }),
    fc.subarray(Object.keys(effects), { maxLength: 2 }),
  )
  .map((names) => names.flat())
  .filter(isSmall);

/** Lots are drawn by the names of rules. */
const renamings = fc.constantFrom(0, 0, 0, 1);

const callerIds = fc.oneof(
  { weight: 9, arbitrary: fc.constant('+14255550100') },
  { weight: 1, arbitrary: fc.constant('+14255550101') },
);

const locales = fc.constantFrom(undefined, undefined, 'fr-CA', 'en-GB', 'en-US');

export const randomTable: fc.Arbitrary<RandomTable> = dimensionsOfATable.chain((dimensions) =>
  fc
    .record({ rules: rulesOver(dimensions), evening: evenings, locale: locales })
    .map((parts) => ({ table: tableOf(parts), dimensions })),
);

/** Two tables over the same dimensions; the second is the first with some rules changed, or another one. */
export const randomTables: fc.Arbitrary<{
  readonly before: RoutingTable;
  readonly after: RoutingTable;
  readonly dimensions: readonly string[];
}> = dimensionsOfTwo.chain((dimensions) =>
  fc
    .tuple(
      rulesOver(dimensions),
      rulesOver(dimensions),
      evenings,
      evenings,
      fc.subarray([0, 1, 2, 3, 4, 5]),
      callerIds,
      renamings,
      locales,
      fc.option(locales, { nil: 'as before' as const, freq: 2 }),
    )
    .map(([rules, others, evening, otherEvening, replaced, callerId, renamed, locale, otherLocale]) => ({
      dimensions,
      before: tableOf({ rules, evening, locale }),
      after: tableOf({
        rules: rules.map((rule, index) => ({
          ...(replaced.includes(index) ? (others[index] ?? rule) : rule),
          id: ruleIds[(index + renamed) % ruleIds.length]!,
        })),
        evening: replaced.includes(5) ? otherEvening : evening,
        callerId,
        locale: otherLocale === 'as before' ? locale : otherLocale,
      }),
    })),
);

/** One seed for each way that the lots of all rules can fall, half and half. */
const seedsForAllLots: readonly string[] = (() => {
  const found = new Map<string, string>();
  for (let count = 0; found.size < 2 ** ruleIds.length; count += 1) {
    const seed = `seed-${count}`;
    const lots = ruleIds.map((id) => (stableFraction(seed, id) < 0.5 ? 'in' : 'out')).join();
    if (!found.has(lots)) found.set(lots, seed);
  }
  return [...found.values()];
})();

const moments = Array.from({ length: 20 }, (_, index) => hoursFrom(index / 2 + 0.25));

function sizeOf(dimensions: readonly string[]): number {
  const callers = dimensions.reduce((size, name) => size * (callersTellingApart(name)?.length ?? 1), 1);
  return callers * seedsFor(dimensions).length * momentsFor(dimensions).length;
}

function callersTellingApart(name: string): readonly ((caller: Caller) => Caller)[] | undefined {
  return kinds[name]?.callers ?? effects[name]?.callers;
}

function seedsFor(dimensions: readonly string[]): readonly string[] {
  const isDrawn = dimensions.some((name) => name === 'share' || effects[name]?.draws === true);
  return isDrawn ? seedsForAllLots : ['seed'];
}

function momentsFor(dimensions: readonly string[]): readonly EpochMs[] {
  return dimensions.includes('schedule') ? moments : [now];
}

export interface Trial {
  readonly caller: Caller;
  readonly at: EpochMs;
  readonly seed: string;
}

/** Everybody, as far as these dimensions go. */
export function* everybody(dimensions: readonly string[]): Generator<Trial> {
  const changes = dimensions.flatMap((name) => [callersTellingApart(name) ?? []]).filter(({ length }) => length > 0);
  for (const caller of callersOf({ entry: 'phone', attributes: {} }, changes))
    for (const at of momentsFor(dimensions)) for (const seed of seedsFor(dimensions)) yield { caller, at, seed };
}

function* callersOf(
  caller: Caller,
  [first, ...rest]: readonly (readonly ((caller: Caller) => Caller)[])[],
): Generator<Caller> {
  if (first === undefined) yield caller;
  else for (const change of first) yield* callersOf(change(caller), rest);
}
