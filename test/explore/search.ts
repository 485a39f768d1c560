import { isDeserted, keyOf, type Call } from './call.ts';
import { cycleIn } from './cycles.ts';
import type { Emit } from './move.ts';

export interface Breach {
  readonly rule: string;
  /** What happened, from the first moment on: the shortest story with this end. */
  readonly story: readonly string[];
}

export interface Found {
  readonly states: number;
  readonly transitions: number;
  /** Moves from the first moment to the state that is farthest from it. */
  readonly depth: number;
  /** States in which the call is over. */
  readonly ends: number;
  /** One for each rule and each answer that broke it, with the shortest story. */
  readonly breaches: readonly Breach[];
  /** Whether there were more states than were allowed. */
  readonly isCut: boolean;
}

export interface SearchOptions {
  /** Told of each state that was not seen before. */
  readonly onState?: (key: string) => void;
  readonly maximumStates?: number;
}

/** Far more than any scenario has: one that does not end in itself is found out. */
const enough = 400_000;

const errorTypes = / (?:AccessDenied|ActionExecutionThrottled|Invalid\w+|MissingRequired\w+|SystemException)/g;

/** Goes through every state that can be reached, nearest first. */
export function search(
  start: Call,
  moves: (call: Call, emit: Emit) => void,
  { onState, maximumStates = enough }: SearchOptions = {},
): Found {
  const numbers = new Map<string, number>();
  const calls: (Call | undefined)[] = [];
  const parents: number[] = [];
  const labels: string[] = [];
  const depths: number[] = [];
  const inner: [number[], number[]] = [[], []];
  const breaches = new Map<string, Breach>();
  let transitions = 0;
  let ends = 0;
  let isCut = false;

  const numberOf = (call: Call, parent: number, label: string): number | undefined => {
    const key = keyOf(call);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (calls.length >= maximumStates) {
      isCut = true;
      return undefined;
    }
    const number = calls.length;
    numbers.set(key, number);
    onState?.(key);
    calls.push(call);
    parents.push(parent);
    labels.push(label);
    depths.push((depths[parent] ?? -1) + 1);
    return number;
  };
  const storyOf = (number: number): string[] => {
    const story: string[] = [];
    for (let at = number; at > 0; at = parents[at] ?? 0) story.push(labels[at] ?? '');
    return story.toReversed();
  };

  numberOf(start, -1, '');
  for (let number = 0; number < calls.length; number += 1) {
    const call = calls[number];
    if (call === undefined) continue;
    // It is not needed again: what is left is its key and its story.
    calls[number] = undefined;
    if (isDeserted(call) && call.pending.length === 0) ends += 1;
    moves(call, ({ label, call: after, isOutside, breaches: wrong = [] }) => {
      transitions += 1;
      for (const rule of wrong) {
        const told = [...storyOf(number), label];
        // The function's last answer tells one cause from another; why an action failed mostly does not.
        const cause = `${rule} ${told.findLast((line) => line.includes('→')) ?? ''}`.replaceAll(errorTypes, '');
        if (!breaches.has(cause)) breaches.set(cause, { rule, story: told });
      }
      // What comes after a breach proves nothing.
      if (after === undefined || wrong.length > 0) return;
      const reached = numberOf(after, number, label);
      if (isOutside === true || reached === undefined) return;
      inner[0].push(number);
      inner[1].push(reached);
    });
  }

  const round = cycleIn(calls.length, inner[0], inner[1]);
  if (round !== undefined) {
    const rule = 'it goes round for ever, with nobody doing anything';
    breaches.set(rule, { rule, story: storyOf(round) });
  }
  return {
    states: calls.length,
    transitions,
    depth: depths.reduce((deepest, depth) => Math.max(deepest, depth), 0),
    ends,
    breaches: [...breaches.values()],
    isCut,
  };
}
