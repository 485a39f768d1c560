import fc from 'fast-check';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import type { Condition } from '../../../../../shared/domain/routing/condition.ts';
import type { Schedule } from '../../../../../shared/domain/routing/schedule.ts';
import { stableFraction } from '../../../../../shared/domain/routing/stable-fraction.ts';
import type { AttemptRule, Rule, RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { epochMs, type EpochMs } from '../../../../../shared/domain/time.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';

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

const tenPostalPrefixes = Array.from({ length: 10 }, (_, digit) => `98${digit}`);
const tenCallerPrefixes = Array.from({ length: 10 }, (_, digit) => `+1${digit}`);

function someOf<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.subarray([...items], { minLength: 1 });
}

/** Conditions of one dimension, and the callers or moments that it is tried with: finer than anything that a condition tells apart. */
interface Kind {
  readonly conditions: fc.Arbitrary<Condition[]>;
  readonly callers?: readonly ((caller: Caller) => Caller)[];
}

const absent = (caller: Caller): Caller => caller;

const kinds: Readonly<Record<string, Kind>> = {
  reason: {
    conditions: someOf(['a', 'b', 'c']).map((anyOf) => [{ kind: 'reason', anyOf }]),
    callers: [absent, ...['a', 'b', 'c', 'other'].map((reasonId) => (caller: Caller) => ({ ...caller, reasonId }))],
  },
  entry: {
    conditions: someOf(['phone', 'callback', 'alexa-skill-call', 'alexa-smart-properties'] as const).map((anyOf) => [
      { kind: 'entry', anyOf },
    ]),
    callers: (['phone', 'callback', 'alexa-skill-call', 'alexa-smart-properties'] as const).map(
      (entry) => (caller: Caller) => ({ ...caller, entry }),
    ),
  },
  locale: {
    conditions: someOf(['en', 'en-US', 'en-GB', 'fr']).map((anyOf) => [{ kind: 'locale', anyOf }]),
    callers: [
      absent,
      ...['en', 'en-US', 'en-GB', 'en-AU', 'fr', 'fr-CA', 'fra-FR', 'de-DE'].map((locale) => (caller: Caller) => ({
        ...caller,
        locale,
      })),
    ],
  },
  postal: {
    conditions: fc
      .oneof(
        someOf(['9', '98', '980', '981', '9810', 'K', 'K1']),
        fc.constant(tenPostalPrefixes),
        fc.subarray(tenPostalPrefixes, { minLength: 4 }),
      )
      .map((anyOf) => [{ kind: 'postalPrefix', anyOf }]),
    callers: [
      absent,
      ...[
        '12345',
        '90000',
        '9AB',
        '991',
        'K1A0B1',
        'K2A',
        'A1A1A1',
        '98101',
        '98111',
        '981AB',
        '9810',
        '98000',
        '980',
      ].map(withPostal),
      ...tenPostalPrefixes.map((prefix) => withPostal(`${prefix}99`)),
    ],
  },
  phone: {
    conditions: fc
      .oneof(someOf(['+1', '+12', '+1206', '+44']), fc.constant(tenCallerPrefixes))
      .map((anyOf) => [{ kind: 'callerPrefix', anyOf }]),
    callers: [
      absent,
      ...[
        '+12065550100',
        '+12075550100',
        '+442079460000',
        '+498912345678',
        ...tenCallerPrefixes.map((prefix) => `${prefix}995550100`),
      ].map((phoneNumber) => (caller: Caller) => ({ ...caller, phoneNumber: phoneNumber as E164 })),
    ],
  },
  number: {
    conditions: fc
      .oneof(
        fc
          .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 }))
          .map(([from, more]) => ({ kind: 'range', from, below: from + more }) as const),
        fc.integer({ min: 0, max: 4 }).map((from) => ({ kind: 'range', from }) as const),
        fc.integer({ min: 0, max: 4 }).map((below) => ({ kind: 'range', below }) as const),
        someOf(['1', '2', 'gold']).map((anyOf) => ({ kind: 'in', anyOf }) as const),
        fc.boolean().map((is) => ({ kind: 'exists', is }) as const),
      )
      .map((test) => [{ kind: 'attribute', name: 'points', test }]),
    callers: [
      absent,
      ...['gold', 'silver', '1.0', '2.00', ...Array.from({ length: 21 }, (_, index) => String(index / 2 - 1))].map(
        (points) => withAttribute('points', points),
      ),
    ],
  },
  text: {
    conditions: fc
      .oneof(
        someOf(['W', 'WA', 'WA1', 'O']).map((anyOf) => ({ kind: 'prefix', anyOf }) as const),
        someOf(['W', 'WA', 'X']).map((anyOf) => ({ kind: 'in', anyOf }) as const),
        fc.boolean().map((is) => ({ kind: 'exists', is }) as const),
      )
      .map((test) => [{ kind: 'attribute', name: 'code', test }]),
    callers: [
      absent,
      ...['W', 'WB', 'WA', 'WA2', 'WA1', 'WA12', 'O', 'O1', 'X', 'X1', 'z'].map((code) => withAttribute('code', code)),
    ],
  },
  schedule: {
    conditions: fc
      .dictionary(fc.constantFrom('day', 'evening', 'never'), fc.constantFrom('open' as const, 'closed' as const), {
        minKeys: 1,
      })
      .map((asked) => Object.entries(asked).map(([id, is]) => ({ kind: 'schedule', id, is }))),
  },
  share: { conditions: fc.constant([{ kind: 'share', percent: 50 }]) },
};

function withPostal(postalCode: string): (caller: Caller) => Caller {
  return (caller) => ({
    ...caller,
    location: { source: 'postalCode', observedAt: epochMs(0), ...caller.location, postalCode },
  });
}

function withAttribute(name: string, value: string): (caller: Caller) => Caller {
  return (caller) => ({ ...caller, attributes: { ...caller.attributes, [name]: value } });
}

export interface RandomTable {
  readonly table: RoutingTable;
  readonly dimensions: readonly string[];
}

const attemptsOf = (id: string): AttemptRule[] => [{ kind: 'meeting', id }];

function rulesOver(dimensions: readonly string[]): fc.Arbitrary<Rule[]> {
  const when = fc
    .tuple(...dimensions.map((name) => fc.option(kinds[name]!.conditions, { nil: [], freq: 2 })))
    .map((conditions) => conditions.flat());
  return fc
    .array(fc.tuple(when, fc.constantFrom('m0', 'm1', 'm2')), { minLength: 2, maxLength: ruleIds.length })
    .map((rules) =>
      rules.map(([when, meeting], index) => ({ id: ruleIds[index]!, when, attempts: attemptsOf(meeting) })),
    );
}

function tableOf(rules: readonly Rule[], evening: readonly [number, number]): RoutingTable {
  return routingTableOf({
    rules,
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

const dimensionsOfATable = fc.subarray(Object.keys(kinds), { minLength: 2, maxLength: 3 }).filter(
  // So that trying everybody does not take too long.
  (names) => sizeOf(names) < 12_000,
);

export const randomTable: fc.Arbitrary<RandomTable> = dimensionsOfATable.chain((dimensions) =>
  fc.tuple(rulesOver(dimensions), evenings).map(([rules, evening]) => ({ table: tableOf(rules, evening), dimensions })),
);

/** Two tables over the same dimensions; the second is the first with some rules changed, or another one. */
export const randomTables: fc.Arbitrary<{
  readonly before: RoutingTable;
  readonly after: RoutingTable;
  readonly dimensions: readonly string[];
}> = dimensionsOfATable.chain((dimensions) =>
  fc
    .tuple(rulesOver(dimensions), rulesOver(dimensions), evenings, evenings, fc.subarray([0, 1, 2, 3, 4, 5]))
    .map(([rules, others, evening, otherEvening, replaced]) => ({
      dimensions,
      before: tableOf(rules, evening),
      after: tableOf(
        rules.map((rule, index) => (replaced.includes(index) ? (others[index] ?? rule) : rule)),
        replaced.includes(5) ? otherEvening : evening,
      ),
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
  return dimensions.reduce((size, name) => {
    if (name === 'schedule') return size * moments.length;
    return size * (name === 'share' ? seedsForAllLots.length : kinds[name]!.callers!.length);
  }, 1);
}

export interface Trial {
  readonly caller: Caller;
  readonly at: EpochMs;
  readonly seed: string;
}

/** Everybody, as far as these dimensions go. */
export function* everybody(dimensions: readonly string[]): Generator<Trial> {
  const changes = dimensions.flatMap((name) => (kinds[name]!.callers === undefined ? [] : [kinds[name]!.callers]));
  const seeds = dimensions.includes('share') ? seedsForAllLots : ['seed'];
  const times = dimensions.includes('schedule') ? moments : [now];
  for (const caller of callersOf({ entry: 'phone', attributes: {} }, changes))
    for (const at of times) for (const seed of seeds) yield { caller, at, seed };
}

function* callersOf(
  caller: Caller,
  [first, ...rest]: readonly (readonly ((caller: Caller) => Caller)[])[],
): Generator<Caller> {
  if (first === undefined) yield caller;
  else for (const change of first) yield* callersOf(change(caller), rest);
}
