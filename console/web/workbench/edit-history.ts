import type { TableEdit } from './table-edit.ts';

/** A state of the table that one can go back to. */
export interface Step {
  readonly revision: number;
  /** What was done to come from it to the next. */
  readonly words: string;
  /** How much memory it takes, in branches. */
  readonly weight: number;
  /** Absent: it stands for itself. Else typing on at the same place goes on in the same step. */
  readonly typing?: Typing;
}

export interface Typing {
  /** The field that is typed in. */
  readonly place: string;
  /** Of the last key, in milliseconds. */
  readonly at: number;
}

/** Whoever stops for longer begins another step. */
const pauseMs = 1000;

const mostSteps = 100;
/** A bank with 100,000 branches can take back twenty changes to them. */
const mostWeight = 2_000_000;

/** What can be taken back, and what can be done again: of two lists each the last first. */
export interface EditHistory {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const noHistory: EditHistory = { past: [], future: [] };

/** What edits are typing into, where they do nothing but set the values of one field, or the text. */
export function placeOfTyping(edits: readonly TableEdit[]): string | undefined {
  const [edit, ...more] = edits;
  if (edit === undefined || more.length > 0) return undefined;
  if (edit.op === 'text') return 'text';
  return edit.op === 'set' || edit.op === 'remove' ? JSON.stringify(edit.path) : undefined;
}

/** @returns the history, and the revisions that nobody can go to any more. */
export function done(
  { past, future }: EditHistory,
  step: Step,
): { readonly history: EditHistory; readonly forgotten: readonly number[] } {
  const [last, ...earlier] = past;
  if (last !== undefined && step.typing !== undefined && future.length === 0 && goesOn(last, step)) {
    const history = { past: [{ ...last, typing: step.typing }, ...earlier], future };
    return { history, forgotten: [step.revision] };
  }
  const steps = [step, ...past];
  let weight = 0;
  const kept = steps.filter((each, at) => {
    weight += each.weight;
    return at === 0 || (at < mostSteps && weight <= mostWeight);
  });
  return {
    history: { past: kept, future: [] },
    forgotten: [...steps.slice(kept.length), ...future].map(({ revision }) => revision),
  };
}

function goesOn({ words, typing }: Step, next: Step): boolean {
  if (typing === undefined || next.typing === undefined || words !== next.words) return false;
  return typing.place === next.typing.place && next.typing.at - typing.at <= pauseMs;
}

/** @param now the revision that is left. */
export function undone(
  { past: [last, ...past], future }: EditHistory,
  now: { readonly revision: number; readonly weight: number },
): { readonly history: EditHistory; readonly to: number } | undefined {
  if (last === undefined) return undefined;
  return { history: { past, future: [{ ...now, words: last.words }, ...future] }, to: last.revision };
}

export function redone(
  { past, future: [next, ...future] }: EditHistory,
  now: { readonly revision: number; readonly weight: number },
): { readonly history: EditHistory; readonly to: number } | undefined {
  if (next === undefined) return undefined;
  return { history: { past: [{ ...now, words: next.words }, ...past], future }, to: next.revision };
}
