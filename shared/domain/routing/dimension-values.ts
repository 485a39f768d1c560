import { assertNever } from '../assert-never.ts';
import type { Caller } from './caller.ts';
import { attributeOf, plainPostalCode, type Condition } from './condition.ts';
import type { Dimension } from './rule-index-plan.ts';

/** One condition, as a look-up understands it: no caller passes whose value is not among these. */
export interface Requirement {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

/**
 * What the condition requires in a dimension. `undefined`: it has to be asked. Prefixes of different lengths are cut to the shortest,
 * so that one look-up finds them all; the condition itself has the last word.
 */
export function requirementOf(condition: Condition): Requirement | undefined {
  switch (condition.kind) {
    case 'reason':
    case 'entry':
    case 'country':
    case 'state':
      return { dimension: { kind: condition.kind }, values: condition.anyOf };
    case 'locale': {
      const parts = shortest(condition.anyOf, (locale) => locale.split('-').length);
      return { dimension: { kind: 'locale', parts }, values: condition.anyOf.map((each) => firstParts(each, parts)) };
    }
    case 'postalPrefix':
    case 'callerPrefix': {
      const length = shortest(condition.anyOf, (prefix) => prefix.length);
      return { dimension: { kind: condition.kind, length }, values: cut(condition.anyOf, length) };
    }
    case 'attribute': {
      const { name, test } = condition;
      if (test.kind === 'in') return { dimension: { kind: 'attribute', name }, values: test.anyOf };
      if (test.kind !== 'prefix') return undefined;
      const length = shortest(test.anyOf, (prefix) => prefix.length);
      return { dimension: { kind: 'attribute', name, length }, values: cut(test.anyOf, length) };
    }
    case 'schedule':
    case 'share':
      return undefined;
    default:
      return assertNever(condition);
  }
}

/** The caller's value; `undefined`: no rule that requires one fits. */
export function callersValue(dimension: Dimension, caller: Caller): string | undefined {
  switch (dimension.kind) {
    case 'reason':
      return caller.reasonId;
    case 'entry':
      return caller.entry;
    case 'country':
      return caller.location?.countryCode?.toUpperCase();
    case 'state':
      return caller.location?.stateOrRegion?.toUpperCase();
    case 'locale':
      return caller.locale === undefined ? undefined : firstParts(caller.locale, dimension.parts);
    case 'postalPrefix':
      return plainPostalCode(caller.location?.postalCode)?.slice(0, dimension.length);
    case 'callerPrefix':
      return caller.phoneNumber?.slice(0, dimension.length);
    case 'attribute': {
      const value = attributeOf(caller, dimension.name);
      return dimension.length === undefined ? value : value?.slice(0, dimension.length);
    }
    default:
      return assertNever(dimension);
  }
}

/** What the condition requires in that dimension; `undefined` when it requires nothing there. */
export function valuesRequired(condition: Condition, dimension: Dimension): readonly string[] | undefined {
  if (condition.kind !== dimension.kind) return undefined;
  // Spares the most common conditions a requirement of their own.
  if (condition.kind === 'reason' || condition.kind === 'state') return condition.anyOf;
  const requirement = requirementOf(condition);
  return requirement !== undefined && sameDimension(requirement.dimension, dimension) ? requirement.values : undefined;
}

function sameDimension(a: Dimension, b: Dimension): boolean {
  return (
    a.kind === b.kind &&
    ('parts' in a ? a.parts : 0) === ('parts' in b ? b.parts : 0) &&
    ('length' in a ? a.length : -1) === ('length' in b ? b.length : -1) &&
    ('name' in a ? a.name : '') === ('name' in b ? b.name : '')
  );
}

/** The same text for the same dimension, and no other. */
export function dimensionKey(dimension: Dimension): string {
  switch (dimension.kind) {
    case 'locale':
      return `locale ${dimension.parts}`;
    case 'postalPrefix':
    case 'callerPrefix':
      return `${dimension.kind} ${dimension.length}`;
    case 'attribute':
      return `attribute ${dimension.length ?? ''} ${dimension.name}`;
    default:
      return dimension.kind;
  }
}

function shortest(texts: readonly string[], measure: (text: string) => number): number {
  return texts.reduce((least, text) => Math.min(least, measure(text)), measure(texts[0] ?? ''));
}

function cut(prefixes: readonly string[], length: number): readonly string[] {
  return prefixes.length === 1 ? prefixes : [...new Set(prefixes.map((prefix) => prefix.slice(0, length)))];
}

/** "en-US" has "en" for its first part. */
function firstParts(locale: string, parts: number): string {
  let end = -1;
  for (let part = 0; part < parts; part += 1) {
    end = locale.indexOf('-', end + 1);
    if (end === -1) return locale;
  }
  return locale.slice(0, end);
}
