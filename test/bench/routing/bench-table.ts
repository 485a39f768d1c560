import { openPackedBranches, packBranches } from '../../../shared/adapters/packed-branches/packed-branches.ts';
import type { Coordinates } from '../../../shared/domain/location.ts';
import type { E164 } from '../../../shared/domain/phone-number.ts';
import type { Branch } from '../../../shared/domain/routing/branches.ts';
import type { Caller } from '../../../shared/domain/routing/caller.ts';
import type { Condition } from '../../../shared/domain/routing/condition.ts';
import { planRuleIndex } from '../../../shared/domain/routing/plan-rule-index.ts';
import type { Schedule } from '../../../shared/domain/routing/schedule.ts';
import type { AttemptRule, RoutingTable, Rule } from '../../../shared/domain/routing/table.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { branchOf, routingTableOf } from '../../support/routing-table-builder.ts';
import type { Draw } from './draw.ts';

/** One decision to make. */
export interface BenchCall {
  readonly caller: Caller;
  readonly now: EpochMs;
  readonly seed: string;
}

const hour = 3_600_000;
const states = [
  'AZ',
  'CA',
  'CO',
  'FL',
  'GA',
  'IL',
  'MA',
  'MI',
  'MN',
  'NC',
  'NJ',
  'NV',
  'NY',
  'OH',
  'OR',
  'PA',
  'TX',
  'WA',
];
const tiers = ['basic', 'silver', 'gold', 'platinum'];

/** A point in the contiguous United States, to a millionth of a degree. */
export function somewhere(draw: Draw): Coordinates {
  const rounded = (degrees: number): number => Math.round(degrees * 1_000_000) / 1_000_000;
  return { latitude: rounded(25 + 24 * draw.fraction()), longitude: rounded(-124 + 57 * draw.fraction()) };
}

/** Spread over the country; nine of ten keep hours, half offer cards. */
export function branchesOf(count: number, draw: Draw): Branch[] {
  return Array.from({ length: count }, (_, index) =>
    branchOf({
      id: `branch-${index}`,
      number: `+1206${5_550_000 + index}` as E164,
      coordinates: somewhere(draw),
      services: draw.fraction() < 0.5 ? ['accounts', 'cards'] : ['accounts'],
      ...(draw.fraction() < 0.9 ? { scheduleId: `hours-${draw.below(20)}` } : {}),
    }),
  );
}

/** Twenty schedules of a year, an hour apart: eight hours a day. */
export function schedulesOf(): Schedule[] {
  return Array.from({ length: 20 }, (_, schedule) => {
    const opensAt = Array.from({ length: 365 }, (_, day) => epochMs((day * 24 + (schedule % 10)) * hour));
    return {
      id: `hours-${schedule}`,
      opensAt,
      closesAt: opensAt.map((at) => epochMs(at + 8 * hour)),
      compiledUntil: epochMs(365 * 24 * hour),
    };
  });
}

/**
 * A table as a large operator has it: most rules ask for a reason and a region, some for a tier, hours, a language, a prefix
 * or a share; one rule in four rings the nearest branches.
 */
export function benchTable(ruleCount: number, branchCount: number, draw: Draw): RoutingTable {
  const rules = Array.from({ length: ruleCount }, (_, index): Rule => ({
    id: `rule-${index}`,
    when: conditionsOf(ruleCount, draw),
    attempts: attemptsOf(index),
  }));
  return routingTableOf({
    rules,
    ruleIndex: planRuleIndex(rules),
    schedules: schedulesOf(),
    branches: openPackedBranches(packBranches(branchesOf(branchCount, draw))),
  });
}

function conditionsOf(ruleCount: number, draw: Draw): Condition[] {
  const when: Condition[] = [{ kind: 'reason', anyOf: [`reason-${draw.below(Math.max(10, ruleCount / 50))}`] }];
  const perhaps = (share: number, condition: Condition): void => {
    if (draw.fraction() < share) when.push(condition);
  };
  if (draw.fraction() < 0.5) when.push({ kind: 'postalPrefix', anyOf: [String(100 + draw.below(900))] });
  else when.push({ kind: 'state', anyOf: [draw.of(states), draw.of(states)] });
  perhaps(0.4, { kind: 'attribute', name: 'tier', test: { kind: 'in', anyOf: [draw.of(tiers)] } });
  perhaps(0.2, { kind: 'attribute', name: 'balance', test: { kind: 'range', from: draw.below(5000) } });
  perhaps(0.2, { kind: 'schedule', id: `hours-${draw.below(20)}`, is: draw.fraction() < 0.7 ? 'open' : 'closed' });
  perhaps(0.1, { kind: 'locale', anyOf: [draw.of(['en', 'es-US'])] });
  perhaps(0.1, { kind: 'callerPrefix', anyOf: [`+1${200 + draw.below(700)}`] });
  perhaps(0.1, { kind: 'share', percent: 50 });
  return when;
}

function attemptsOf(index: number): AttemptRule[] {
  const support: AttemptRule = { kind: 'contactCenter', id: 'support', timeoutSeconds: 30 };
  return index % 4 === 0
    ? [{ kind: 'nearestBranch', service: 'cards', withinKilometers: 100, upTo: 2, timeoutSeconds: 20 }, support]
    : [support];
}

/** Two thirds are made to fit a rule somewhere in the table (an earlier one may still take them); the others are anybody. */
export function benchCalls(count: number, { rules }: RoutingTable, draw: Draw): BenchCall[] {
  return Array.from({ length: count }, (_, index) => {
    const rule = index % 3 === 0 ? undefined : rules[draw.below(rules.length)];
    return {
      caller: callerFor(rule?.when ?? [], draw),
      now: epochMs(draw.below(364 * 24) * hour),
      seed: `1ueast-${draw.text(44)}`,
    };
  });
}

function callerFor(when: readonly Condition[], draw: Draw): Caller {
  const wanted = (kind: Condition['kind'], otherwise: string): string => {
    const condition = when.find((each) => each.kind === kind);
    return condition !== undefined && 'anyOf' in condition ? (condition.anyOf[0] ?? otherwise) : otherwise;
  };
  const tier = when.find((each) => each.kind === 'attribute' && each.name === 'tier');
  const wantedTier = tier?.kind === 'attribute' && tier.test.kind === 'in' ? tier.test.anyOf[0] : undefined;
  return {
    entry: 'alexa-skill-call',
    reasonId: wanted('reason', `reason-${draw.below(200)}`),
    locale: wanted('locale', 'en') === 'es-US' ? 'es-US' : 'en-US',
    phoneNumber: `${wanted('callerPrefix', `+1${200 + draw.below(700)}`)}5550123` as E164,
    location: {
      source: 'deviceAddress',
      observedAt: epochMs(0),
      countryCode: 'US',
      stateOrRegion: wanted('state', draw.of(states)),
      postalCode: `${wanted('postalPrefix', String(100 + draw.below(900)))}${10 + draw.below(90)}`,
      coordinates: somewhere(draw),
    },
    attributes: { tier: wantedTier ?? draw.of(tiers), balance: String(draw.below(10_000)), branch: 'home' },
  };
}
