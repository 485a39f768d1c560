import { attributePasses, type AttributeTest } from '../../../../shared/domain/routing/attribute-test.ts';
import type { Condition } from '../../../../shared/domain/routing/condition.ts';
import { atomSet, run, unionOf, type AtomSet } from '../atom-set.ts';
import type { Dimension } from '../dimension.ts';
import { unnamed } from './named-values.ts';
import { NumberClasses } from './number-classes.ts';
import { afterUnknown } from './prefixes.ts';
import { TextClasses } from './text-classes.ts';
import { anyText } from './text-grammar.ts';

export interface AttributeDimension extends Dimension {
  /** False for an attribute that is compared both by beginnings and as a number: then only some of its values are looked at. */
  readonly exact: boolean;
}

const otherTexts = ['other', 'another', 'something-else'];

/** One attribute of the call context, as the tests of all tables see it. Atom 0: it is not there. */
export function attributeDimension(name: string, tests: readonly AttributeTest[]): AttributeDimension {
  const values = new Set(tests.flatMap((test) => (test.kind === 'in' ? test.anyOf : [])));
  const prefixes = tests.flatMap((test) => (test.kind === 'prefix' ? test.anyOf : []));
  const bounds = tests.flatMap((test) =>
    test.kind === 'range' ? [test.from ?? -Infinity, test.below ?? Infinity] : [],
  );
  const dimension = (
    examples: readonly string[],
    passing: (test: AttributeTest) => AtomSet,
    exact = true,
  ): AttributeDimension => ({
    size: examples.length + 1,
    exact,
    atomsFor: (condition: Condition) =>
      condition.kind === 'attribute' ? existing(condition.test, examples.length, passing) : [],
    sketch(atom, caller) {
      const value = examples[atom - 1];
      if (value !== undefined) caller.attributes[name] = value;
    },
  });

  if (prefixes.length > 0 && bounds.length > 0) {
    const samples = sampleValues(values, prefixes, bounds);
    return dimension(
      samples,
      (test) => afterUnknown(atomSet([...samples.keys()].filter((index) => attributePasses(test, samples[index])))),
      false,
    );
  }
  if (bounds.length > 0) {
    const classes = new NumberClasses({ bounds, values, other: unnamed(values, otherTexts) });
    return dimension(classes.examples, (test) => afterUnknown(numericAtoms(test, classes)));
  }
  const classes = new TextClasses(anyText, { prefixes, values });
  const [first, ...rest] = classes.examples;
  // The class of all other texts comes first, and its example is a single letter.
  const other = otherTexts.find((text) => !values.has(text) && !prefixes.some((prefix) => text.startsWith(prefix)));
  return dimension([other ?? first ?? 'other', ...rest], (test) => afterUnknown(textAtoms(test, classes)));
}

function existing(test: AttributeTest, count: number, passing: (test: AttributeTest) => AtomSet): AtomSet {
  if (test.kind === 'exists') return test.is ? run(1, count + 1) : run(0, 1);
  return passing(test);
}

function textAtoms(test: AttributeTest, classes: TextClasses): AtomSet {
  if (test.kind === 'in') return classes.oneOf(test.anyOf);
  return test.kind === 'prefix' ? classes.beginningWith(test.anyOf) : [];
}

function numericAtoms(test: AttributeTest, classes: NumberClasses): AtomSet {
  if (test.kind === 'in') return unionOf(test.anyOf.flatMap((value) => pointOf(classes.classOf(value))));
  return test.kind === 'range' ? classes.between(test.from ?? -Infinity, test.below ?? Infinity) : [];
}

function pointOf(at: number | undefined): AtomSet[] {
  return at === undefined ? [] : [run(at, at + 1)];
}

function sampleValues(values: ReadonlySet<string>, prefixes: readonly string[], bounds: readonly number[]): string[] {
  const finite = bounds.filter((bound) => Number.isFinite(bound));
  const numbers = finite.flatMap((bound) => [bound - 1, bound - 0.5, bound, bound + 0.5, bound + 1]).map(String);
  return [...new Set(['other', ...values, ...prefixes, ...prefixes.map((prefix) => `${prefix}0`), ...numbers])];
}
