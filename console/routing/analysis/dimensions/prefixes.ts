import type { AtomSet } from '../atom-set.ts';
import type { CallerSketch, Dimension } from '../dimension.ts';
import { TextClasses } from './text-classes.ts';
import type { TextGrammar } from './text-grammar.ts';

export interface PrefixOptions {
  readonly kind: 'postalPrefix' | 'callerPrefix';
  readonly grammar: TextGrammar;
  readonly prefixes: readonly string[];
  readonly sketch: (text: string, caller: CallerSketch) => void;
}

/** Something that conditions ask the first characters of: postal codes, telephone numbers. Atom 0: not known. */
export function prefixDimension({ kind, grammar, prefixes, sketch }: PrefixOptions): Dimension {
  const classes = new TextClasses(grammar, { prefixes });
  return {
    size: classes.examples.length + 1,
    atomsFor: (condition) => (condition.kind === kind ? afterUnknown(classes.beginningWith(condition.anyOf)) : []),
    sketch(atom, caller) {
      const text = classes.examples[atom - 1];
      if (text !== undefined) sketch(text, caller);
    },
  };
}

/** Classes as atoms, where atom 0 is "not known". */
export function afterUnknown(classes: AtomSet): AtomSet {
  return classes.map((bound) => bound + 1);
}
