import type { Ingress } from '../../../../shared/domain/call-context.ts';
import { ingresses } from '../../../../shared/domain/call-context.ts';
import type { Condition } from '../../../../shared/domain/routing/condition.ts';
import { atomSet, type AtomSet } from '../atom-set.ts';
import type { CallerSketch, Dimension } from '../dimension.ts';

export interface NamedValues {
  /** Every value that a condition, or a question, names. */
  readonly named: Iterable<string>;
  /** What people would know, for "anything else". */
  readonly others: readonly string[];
  readonly sketch: (value: string, caller: CallerSketch) => void;
}

/** Something that is one of the named values, anything else, or not known: reasons, countries, states. */
export function namedValuesDimension({ named, others, sketch }: NamedValues): Dimension {
  const distinct = new Set(named);
  const values: readonly string[] = [unnamed(distinct, others), ...distinct];
  // Atom 0: not known. Atom 1: anything else.
  const atomOf = new Map(values.map((value, index) => [value, index + 1]));
  return {
    size: values.length + 1,
    atomsFor: (condition) => namedAtoms(condition, atomOf),
    sketch(atom, caller) {
      const value = values[atom - 1];
      if (value !== undefined) sketch(value, caller);
    },
  };
}

/** The ways in are all there are, and a call always comes in by one. */
export function entryDimension(): Dimension {
  const entries: readonly Ingress[] = ingresses;
  const atomOf = new Map<string, number>(entries.map((entry, index) => [entry, index]));
  return {
    size: entries.length,
    atomsFor: (condition) => namedAtoms(condition, atomOf),
    sketch(atom, caller) {
      const entry = entries[atom];
      if (entry !== undefined) caller.entry = entry;
    },
  };
}

/** The first of the others that nobody named, or one that is made up. */
export function unnamed(named: ReadonlySet<string>, others: readonly string[]): string {
  const known = others.find((value) => !named.has(value));
  if (known !== undefined) return known;
  let count = 1;
  while (named.has(`OTHER-${count}`)) count += 1;
  return `OTHER-${count}`;
}

function namedAtoms(condition: Condition, atomOf: ReadonlyMap<string, number>): AtomSet {
  const anyOf = 'anyOf' in condition ? condition.anyOf : [];
  return atomSet(anyOf.flatMap((value) => atomOf.get(value) ?? []));
}
