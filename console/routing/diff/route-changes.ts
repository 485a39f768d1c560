import { atomSet } from '../analysis/atom-set.ts';
import { boxOf, everywhere, isInside, isNowhere, meet, type Box } from '../analysis/box.ts';
import type { CallerSketch } from '../analysis/dimension.ts';
import { saidIn, type Outcome } from '../analysis/outcome.ts';
import type { OverlapFilter } from '../analysis/overlap-filter.ts';
import { localeAt } from '../analysis/space.ts';
import { describeDestinations } from '../description/describe-destinations.ts';
import { describeTaking } from '../description/describe-taking.ts';
import { differingWords } from './differing-words.ts';
import type { JointTables, Station } from './joint-tables.ts';
import type { RouteChange } from './table-diff.ts';
import { witnessOfChange } from './witness-of-change.ts';

/** Pairs of rules with another outcome that have a caller in common: the one's before, the other's after. */
export function routeChanges(tables: JointTables): { readonly changes: RouteChange[]; readonly isComplete: boolean } {
  const { before, after } = tables;
  const [filterBefore, filterAfter] = tables.filters;
  const lastAfter = before.map((station) => firstAround(station.box, after, filterAfter));
  const lastBefore = after.map((station) => firstAround(station.box, before, filterBefore));
  const differences = new Differences(tables);
  const changes: RouteChange[] = [];
  let isComplete = true;

  for (const [i, from] of before.entries()) {
    for (const j of filterAfter.overlappingBelow(from.box, (lastAfter[i] ?? 0) + 1)) {
      const to = after[j];
      // All callers of the later of the two are taken by an earlier rule of the other table.
      if (to === undefined || i > (lastBefore[j] ?? 0)) continue;
      const different = differences.between(from.outcome, to.outcome);
      if (different === 'nowhere') continue;
      const target = meet(meet(from.box, to.box), different);
      if (isNowhere(target)) continue;
      if (tables.isExhausted) return { changes, isComplete: false };
      const coverage = tables.coverage(target, i, j);
      if (coverage.kind === 'uncovered') changes.push(changeOf(from, to, coverage.region, tables));
      if (coverage.kind === 'unsettled' || (coverage.kind === 'covered' && !tables.space.exact)) isComplete = false;
    }
  }
  return { changes, isComplete };
}

function changeOf(from: Station, to: Station, region: Box, tables: JointTables): RouteChange {
  const witness = witnessOfChange(region, from, to, tables);
  return {
    kind: 'route',
    before: from.ruleId,
    after: to.ruleId,
    ...inWords(from, to, tables),
    ...(witness === undefined ? {} : { witness }),
  };
}

/** Where attempts and service read alike, what stands behind their names and differs. */
function inWords(
  from: Station,
  to: Station,
  { tables: [before, after] }: JointTables,
): Pick<RouteChange, 'from' | 'to'> {
  return differingWords(
    { from: describeTaking(from), to: describeTaking(to) },
    { from: describeDestinations(from.attempts, before), to: describeDestinations(to.attempts, after) },
  );
}

/** The first rule that takes whoever has come as far and is in the box; nobody of the box comes farther. */
function firstAround(box: Box, stations: readonly Station[], filter: OverlapFilter): number {
  for (const index of filter.overlappingBelow(box, stations.length))
    if (isInside(box, stations[index]?.box ?? everywhere)) return index;
  return -1;
}

/** Which callers notice that one outcome is not the other. */
class Differences {
  readonly #locales: readonly (string | undefined)[];
  readonly #said = new Map<Outcome, readonly string[]>();

  constructor({ space, now }: JointTables) {
    const locales = space.dimensions[localeAt];
    this.#locales = Array.from({ length: locales?.size ?? 0 }, (_, atom) => {
      const sketch: CallerSketch = { entry: 'phone', at: now, attributes: {} };
      locales?.sketch(atom, sketch);
      return sketch.locale;
    });
  }

  between(before: Outcome, after: Outcome): Box | 'nowhere' {
    if (before.skeleton !== after.skeleton) return everywhere;
    if (before.texts.length === 0) return 'nowhere';
    const [said, saidAfter] = [this.#saidBy(before), this.#saidBy(after)];
    const atoms = this.#locales.flatMap((_, atom) => (said[atom] === saidAfter[atom] ? [] : [atom]));
    return atoms.length === 0 ? 'nowhere' : boxOf([[localeAt, atomSet(atoms)]]);
  }

  #saidBy(outcome: Outcome): readonly string[] {
    let said = this.#said.get(outcome);
    if (said === undefined) this.#said.set(outcome, (said = this.#locales.map((locale) => saidIn(locale, outcome))));
    return said;
  }
}
