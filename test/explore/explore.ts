import { newCall, PstnAudio } from './pstn-audio.ts';
import { nameOf, readings as usualReadings, type Reading } from './reading.ts';
import { newParts, type Flow, type Scenario } from './scenario.ts';
import { search, type Breach } from './search.ts';
import { TheFunction } from './the-function.ts';

export interface Explored {
  /** States that differ, each counted once, whatever the readings it was reached under. */
  readonly states: number;
  /** Moves that were made, under all readings. */
  readonly transitions: number;
  readonly depth: number;
  /** States in which a call is over, under all readings. */
  readonly ends: number;
  readonly breaches: readonly (Breach & { readonly scenario: string; readonly reading: string })[];
  readonly byReading: ReadonlyMap<string, number>;
  readonly byScenario: ReadonlyMap<string, number>;
  /** Scenarios that were given up: they have more states than are allowed. */
  readonly cut: readonly string[];
  /** Phases, types of actions and types of events that there were. */
  readonly met: ReadonlySet<string>;
}

export interface ExploreOptions {
  readonly flow: Flow;
  readonly scenarios: readonly Scenario[];
  readonly readings?: readonly Reading[];
  readonly maximumStates?: number;
}

/** Plays every course that calls of these kinds can take, under each reading, and says where a promise of the flow is not kept. */
export function explore({ flow, scenarios, readings = usualReadings, ...options }: ExploreOptions): Explored {
  const breaches: Explored['breaches'][number][] = [];
  const byReading = new Map<string, number>();
  const byScenario = new Map<string, number>();
  const cut: string[] = [];
  const met = new Set<string>();
  const sums = { states: 0, transitions: 0, depth: 0, ends: 0 };
  for (const scenario of scenarios) {
    const parts = newParts();
    const theFunction = new TheFunction(flow, scenario, parts);
    const distinct = new Set<string>();
    for (const reading of readings) {
      const pstnAudio = new PstnAudio(scenario, parts, theFunction, reading);
      const found = search(newCall(scenario, parts), (call, emit) => pstnAudio.moves(call, emit), {
        ...options,
        onState: (key) => distinct.add(key),
      });
      const name = nameOf(reading);
      byReading.set(name, (byReading.get(name) ?? 0) + found.states);
      sums.transitions += found.transitions;
      sums.depth = Math.max(sums.depth, found.depth);
      sums.ends += found.ends;
      if (found.isCut) cut.push(`${scenario.name}: ${name}`);
      breaches.push(...found.breaches.map((breach) => ({ ...breach, scenario: scenario.name, reading: name })));
    }
    for (const phase of theFunction.phases) met.add(phase);
    for (const action of parts.actions.values()) if (action !== undefined) met.add(action.Type);
    for (const notice of parts.notices.values()) if (notice !== undefined) met.add(notice.type);
    byScenario.set(scenario.name, distinct.size);
    sums.states += distinct.size;
  }
  return { ...sums, breaches, byReading, byScenario, cut, met };
}
