import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Condition } from '../../../shared/domain/routing/condition.ts';
import { plainPostalCode } from '../../../shared/domain/routing/condition.ts';
import type { AttributeTest } from '../../../shared/domain/routing/attribute-test.ts';
import type { Rule, RoutingTable } from '../../../shared/domain/routing/table.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { intersection, type AtomSet } from './atom-set.ts';
import { boxOf, type Box } from './box.ts';
import type { Dimension } from './dimension.ts';
import { attributeDimension } from './dimensions/attributes.ts';
import { localeDimension } from './dimensions/locales.ts';
import { lotDimension, type LotDimension } from './dimensions/lots.ts';
import { momentDimension, type MomentDimension } from './dimensions/moments.ts';
import { entryDimension, namedValuesDimension } from './dimensions/named-values.ts';
import { prefixDimension } from './dimensions/prefixes.ts';
import { postalCodes, telephoneNumbers } from './dimensions/text-grammar.ts';

/**
 * All callers and moments that the conditions of some tables tell apart. Exact for callers as they are: ways in that exist, locales of
 * a language and a region, telephone numbers and postal codes that can be (see `TextGrammar`), moments from now to the
 * end of the compiled opening hours; everything else is any text.
 */
export interface Space {
  readonly dimensions: readonly Dimension[];
  readonly sizes: readonly number[];
  /** False when some attribute is compared in a way that only samples can be taken of. */
  readonly exact: boolean;
  readonly moments: MomentDimension;
  /** By table, the callers that each rule's conditions hold for. */
  readonly boxes: readonly (readonly Box[])[];
  /** From this dimension on there are lots only; before it is time. */
  readonly firstLot: number;
  lotAt(dimension: number): LotDimension | undefined;
  /** Where a condition of one table looks, and at what. */
  placeOf(condition: Condition, of: number, ruleId: string): readonly [dimension: number, set: AtomSet];
}

/** Indexes of the dimensions that every space has; attributes come next, then time, then lots. */
export const reasonAt = 0;
export const entryAt = 1;
export const localeAt = 2;
const countryAt = 3;
const stateAt = 4;
const postalCodeAt = 5;
export const phoneNumberAt = 6;
const firstAttribute = 7;

export interface SpaceOptions {
  readonly now: EpochMs;
  /** Values to tell apart beside those that conditions name: whatever somebody wants to ask about. */
  readonly locales?: Iterable<string>;
}

export function createSpace(tables: readonly RoutingTable[], { now, locales = [] }: SpaceOptions): Space {
  const asked = askedBy(tables);
  const ends = tables.flatMap(({ schedules }) => schedules.map(({ compiledUntil }) => compiledUntil));
  const moments = momentDimension(
    tables.map(({ schedules }, index) => schedules.filter(({ id }) => asked.schedules[index]?.has(id) === true)),
    { now, until: epochMs(ends.length === 0 ? now : Math.min(...ends)) },
  );
  const reasons = tables.flatMap((table) => table.reasons.map(({ id }) => id));
  const attributes = [...asked.attributes].map(([name, tests]) => attributeDimension(name, tests));
  const lots = [...asked.shares].map(([ruleId, percentages]) => lotDimension(ruleId, percentages));
  const dimensions: Dimension[] = [
    namedValuesDimension({
      named: [...asked.reason, ...reasons],
      others: ['other', 'something-else'],
      sketch: (value, caller) => (caller.reasonId = value),
    }),
    entryDimension(),
    localeDimension(
      [...asked.locale, ...locales],
      tables.map(({ locale }) => locale),
    ),
    namedValuesDimension({
      named: inCapitals(asked.country),
      others: ['US', 'CA', 'GB', 'DE', 'FR', 'JP'],
      sketch: (value, caller) => (caller.countryCode = value),
    }),
    namedValuesDimension({
      named: inCapitals(asked.state),
      others: ['WA', 'NY', 'TX', 'FL', 'IL', 'CO', 'ME'],
      sketch: (value, caller) => (caller.stateOrRegion = value),
    }),
    prefixDimension({
      kind: 'postalPrefix',
      grammar: postalCodes,
      prefixes: [...asked.postalPrefix].filter((prefix) => prefix === plainPostalCode(prefix)),
      sketch: (text, caller) => (caller.postalCode = text),
    }),
    prefixDimension({
      kind: 'callerPrefix',
      grammar: telephoneNumbers,
      prefixes: [...asked.callerPrefix],
      sketch: (text, caller) => (caller.phoneNumber = text),
    }),
    ...attributes,
    moments,
    ...lots,
  ];
  const firstLot = dimensions.length - lots.length;
  const attributeAt = new Map([...asked.attributes.keys()].map((name, index) => [name, firstAttribute + index]));
  const lotAt = new Map([...asked.shares.keys()].map((ruleId, index) => [ruleId, firstLot + index]));

  const dimensionOf = (condition: Condition, ruleId: string): number => {
    switch (condition.kind) {
      case 'reason':
        return reasonAt;
      case 'entry':
        return entryAt;
      case 'locale':
        return localeAt;
      case 'country':
        return countryAt;
      case 'state':
        return stateAt;
      case 'postalPrefix':
        return postalCodeAt;
      case 'callerPrefix':
        return phoneNumberAt;
      case 'attribute':
        return attributeAt.get(condition.name) ?? -1;
      case 'schedule':
        return firstLot - 1;
      case 'share':
        return lotAt.get(ruleId) ?? -1;
      default:
        return assertNever(condition);
    }
  };
  const placeOf = (condition: Condition, of: number, ruleId: string): readonly [number, AtomSet] => {
    const dimension = dimensionOf(condition, ruleId);
    return [dimension, dimensions[dimension]?.atomsFor(condition, of, ruleId) ?? []];
  };
  const sizes = dimensions.map(({ size }) => size);
  return {
    dimensions,
    sizes,
    exact: attributes.every(({ exact }) => exact),
    moments,
    boxes: tables.map(({ rules }, of) => rules.map((rule) => boxOfRule(rule, of, { sizes, placeOf }))),
    firstLot,
    lotAt: (dimension) => lots[dimension - firstLot],
    placeOf,
  };
}

function boxOfRule({ id, when }: Rule, of: number, { sizes, placeOf }: Pick<Space, 'sizes' | 'placeOf'>): Box {
  const sets = new Map<number, AtomSet>();
  for (const condition of when) {
    const [dimension, set] = placeOf(condition, of, id);
    const other = sets.get(dimension);
    sets.set(dimension, other === undefined ? set : intersection(other, set));
  }
  for (const [dimension, set] of sets)
    if (set.length === 2 && set[0] === 0 && set[1] === sizes[dimension]) sets.delete(dimension);
  return boxOf(sets);
}

interface Asked {
  readonly reason: Set<string>;
  readonly locale: Set<string>;
  readonly country: Set<string>;
  readonly state: Set<string>;
  readonly postalPrefix: Set<string>;
  readonly callerPrefix: Set<string>;
  readonly attributes: Map<string, AttributeTest[]>;
  /** By rule id, percentages. */
  readonly shares: Map<string, number[]>;
  /** By table. */
  readonly schedules: Set<string>[];
}

function askedBy(tables: readonly RoutingTable[]): Asked {
  const asked: Asked = {
    reason: new Set(),
    locale: new Set(),
    country: new Set(),
    state: new Set(),
    postalPrefix: new Set(),
    callerPrefix: new Set(),
    attributes: new Map(),
    shares: new Map(),
    schedules: tables.map(() => new Set<string>()),
  };
  for (const [index, { rules }] of tables.entries())
    for (const { id, when } of rules)
      for (const condition of when)
        switch (condition.kind) {
          case 'attribute':
            listOf(asked.attributes, condition.name).push(condition.test);
            break;
          case 'schedule':
            asked.schedules[index]?.add(condition.id);
            break;
          case 'share':
            listOf(asked.shares, id).push(condition.percent);
            break;
          case 'entry':
            break;
          case 'reason':
          case 'locale':
          case 'country':
          case 'state':
          case 'postalPrefix':
          case 'callerPrefix':
            for (const value of condition.anyOf) asked[condition.kind].add(value);
            break;
          default:
            assertNever(condition);
        }
  return asked;
}

function listOf<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Decisions compare in capitals: what is written otherwise holds for nobody. */
function inCapitals(values: Iterable<string>): string[] {
  return [...values].filter((value) => value === value.toUpperCase());
}
