import { callerOfFile, fileOfCaller, type Witness } from '../../../shared/contracts/caller-file.ts';
import { ingresses } from '../../../shared/domain/call-context.ts';
import { isE164 } from '../../../shared/domain/phone-number.ts';
import { callerOfTable, type Caller } from '../../../shared/domain/routing/caller.ts';
import { stableFraction } from '../../../shared/domain/routing/stable-fraction.ts';
import { holds, type Moment } from '../../../shared/domain/routing/condition.ts';
import type { Coordinates } from '../../../shared/domain/location.ts';
import type { RoutingTable, Rule } from '../../../shared/domain/routing/table.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { firstOf, hasAtom } from './atom-set.ts';
import { setIn, type Box } from './box.ts';
import type { CallerSketch } from './dimension.ts';
import { entryAt, type Space } from './space.ts';

/** A caller, a moment and a lot, as decisions take them. */
export interface Example {
  readonly caller: Caller;
  readonly now: EpochMs;
  readonly seed: string;
}

/** How many lots are tried for one question before one gives up: enough for a caller in ten thousand. */
const mostSeeds = 200_000;
/** For all questions about a table, or about two: less than a second. */
const seedsForAll = 4_000_000;
/** What every question may still have when all that is spent: enough for a caller in a hundred. */
const fewestSeeds = 1000;

/** How many lots may still be tried; shared by many questions. */
export interface SeedBudget {
  seeds: number;
}

export function seedBudget(): SeedBudget {
  return { seeds: seedsForAll };
}

export interface SketchOptions {
  readonly space: Space;
  /** The rules of all tables: whose lots matter. */
  readonly tables: readonly RoutingTable[];
  readonly now: EpochMs;
  readonly budget: SeedBudget;
  /** Where the caller stands, if that matters. */
  readonly coordinates?: Coordinates;
  /** A moment of the region, if not just any. */
  readonly at?: EpochMs;
}

/** Somebody in the region, with as little about them as can be; `undefined` when no lot was found that puts them there. */
export function exampleIn(region: Box, options: SketchOptions): Example | undefined {
  for (const example of examplesIn(region, options)) return example;
  return undefined;
}

/** The same caller at the same moment, with one lot after the other that puts them in the region. */
export function* examplesIn(region: Box, options: SketchOptions): Generator<Example> {
  const { space, tables, budget } = options;
  const { at, ...sketch } = sketchIn(region, options);
  const caller = callerOf(sketch, options.coordinates);
  const lots = lotsNeeded(region, { space, tables, caller, at });
  const most = Math.min(mostSeeds, Math.max(fewestSeeds, budget.seeds));
  for (let count = 1; count <= most; count += 1) {
    budget.seeds -= 1;
    const seed = `witness-${count}`;
    if (lots.every((lot) => isDrawn(lot, seed))) yield { caller, now: at, seed };
  }
}

export function witnessOf({ caller, now, seed }: Example): Witness {
  return { context: fileOfCaller(caller), at: new Date(now).toISOString(), seed };
}

/** Back again, exactly as the command line reads it. */
export function exampleOf({ context, at, seed }: Witness): Example {
  return { caller: callerOfFile(context), now: epochMs(Date.parse(at)), seed };
}

function sketchIn(region: Box, { space, now, at }: SketchOptions): CallerSketch {
  const sketch: CallerSketch = { entry: 'phone', at: now, attributes: {} };
  for (const [index, dimension] of space.dimensions.entries()) {
    const atom = firstOf(setIn(region, index) ?? [0]);
    if (atom !== undefined) dimension.sketch(atom, sketch);
  }
  // A call context has a reason always: who has none comes in by a plain call, where that may be.
  const entries = setIn(region, entryAt);
  if (sketch.reasonId === undefined && (entries === undefined || hasAtom(entries, ingresses.indexOf('phone'))))
    sketch.entry = 'phone';
  if (at !== undefined) sketch.at = at;
  return sketch;
}

function callerOf(
  {
    entry,
    reasonId,
    locale,
    countryCode,
    stateOrRegion,
    postalCode,
    phoneNumber,
    attributes,
  }: Omit<CallerSketch, 'at'>,
  coordinates: Coordinates | undefined,
): Caller {
  const place = {
    ...(countryCode === undefined ? {} : { countryCode }),
    ...(stateOrRegion === undefined ? {} : { stateOrRegion }),
    ...(postalCode === undefined ? {} : { postalCode }),
    ...(coordinates === undefined ? {} : { coordinates }),
  };
  const isSomewhere = Object.keys(place).length > 0;
  return {
    entry,
    attributes,
    ...(reasonId === undefined ? {} : { reasonId }),
    ...(locale === undefined ? {} : { locale }),
    ...(phoneNumber !== undefined && isE164(phoneNumber) ? { phoneNumber } : {}),
    ...(isSomewhere ? { location: { source: 'postalCode', observedAt: epochMs(0), ...place } } : {}),
  };
}

interface Lot {
  readonly ruleId: string;
  readonly fractions: readonly (readonly [from: number, below: number])[];
}

/** Lots matter only of rules that the caller would fit but for them. */
function lotsNeeded(
  region: Box,
  {
    space,
    tables,
    caller,
    at,
  }: { readonly space: Space; readonly tables: readonly RoutingTable[]; readonly caller: Caller; readonly at: EpochMs },
): Lot[] {
  const drawn = region.dimensions.flatMap((dimension, index) => {
    const lot = space.lotAt(dimension);
    return lot === undefined ? [] : [{ ruleId: lot.ruleId, fractions: lot.fractionsOf(region.sets[index] ?? []) }];
  });
  if (drawn.length === 0) return [];
  const moments = tables.map(({ schedules }) => ({
    now: at,
    seed: '',
    schedules: new Map(schedules.map((each) => [each.id, each])),
  }));
  return drawn.filter(({ ruleId }) =>
    tables.some((table, of) =>
      table.rules.some((rule) => rule.id === ruleId && fitsButForLots(rule, callerOfTable(caller, table), moments[of])),
    ),
  );
}

function fitsButForLots({ id, when }: Rule, caller: Caller, moment: Moment | undefined): boolean {
  return (
    moment !== undefined &&
    when.every((condition) => condition.kind === 'share' || holds(condition, id, caller, moment))
  );
}

function isDrawn({ ruleId, fractions }: Lot, seed: string): boolean {
  const fraction = stableFraction(seed, ruleId);
  return fractions.some(([from, below]) => fraction >= from && fraction < below);
}
