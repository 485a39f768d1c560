import type { FileAttributeTest, FileConditions } from '../../../shared/contracts/table-file/conditions.ts';
import type { AttributeTest } from '../../../shared/domain/routing/attribute-test.ts';
import { plainPostalCode, type Condition } from '../../../shared/domain/routing/condition.ts';
import type { FilePath } from '../findings.ts';
import { checkReference, type Scope } from './scope.ts';

type Values = Required<FileConditions>;
type Compile<Value> = (value: Value, path: FilePath, scope: Scope) => readonly Condition[];

/**
 * One compiler for each kind of condition, by its name in `when`. The order is that in which explanations blame them:
 * what callers want, who they are, then their luck, and the calendar last.
 */
const compilers: { readonly [Kind in keyof Values]: Compile<Values[Kind]> } = {
  reason: (anyOf, path, { known, findings }) => {
    for (const [index, id] of anyOf.entries())
      checkReference(id, known.reasons, { what: 'a reason', path: [...path, index], findings });
    return [{ kind: 'reason', anyOf: distinct(anyOf) }];
  },
  entry: (anyOf) => [{ kind: 'entry', anyOf: distinct(anyOf) }],
  locale: (anyOf) => [{ kind: 'locale', anyOf: distinct(anyOf) }],
  // Alexa gives "WA" or "wa", "K1A 0B1" or "k1a0b1"; decisions compare in capitals, without blanks.
  country: (anyOf) => [{ kind: 'country', anyOf: distinct(anyOf.map((country) => country.toUpperCase())) }],
  state: (anyOf) => [{ kind: 'state', anyOf: distinct(anyOf.map((state) => state.toUpperCase())) }],
  postalPrefix: (anyOf) => [
    { kind: 'postalPrefix', anyOf: distinct(anyOf.map((prefix) => plainPostalCode(prefix) ?? prefix)) },
  ],
  callerPrefix: (anyOf) => [{ kind: 'callerPrefix', anyOf: distinct(anyOf) }],
  attribute: (attributes) =>
    Object.entries(attributes).map(([name, test]) => ({ kind: 'attribute', name, test: compileAttributeTest(test) })),
  share: (percent) => [{ kind: 'share', percent }],
  schedule: (schedules, path, { known, findings }) =>
    Object.entries(schedules).map(([id, is]) => {
      checkReference(id, known.schedules, { what: 'a schedule', path: [...path, id], findings });
      return { kind: 'schedule', id, is };
    }),
};

/** Conditions of one rule, always in the same order of kinds. */
export function compileConditions(when: FileConditions, path: FilePath, scope: Scope): Condition[] {
  return (Object.keys(compilers) as (keyof Values)[]).flatMap((kind) =>
    compileKind(kind, when[kind], { path: [...path, kind], scope }),
  );
}

function compileKind<Kind extends keyof Values>(
  kind: Kind,
  value: Values[Kind] | undefined,
  { path, scope }: { readonly path: FilePath; readonly scope: Scope },
): readonly Condition[] {
  return value === undefined ? [] : compilers[kind](value, path, scope);
}

function compileAttributeTest(test: FileAttributeTest): AttributeTest {
  if (typeof test === 'string') return { kind: 'in', anyOf: [test] };
  if (Array.isArray(test)) return { kind: 'in', anyOf: distinct(test) };
  if ('prefix' in test) return { kind: 'prefix', anyOf: distinct(test.prefix) };
  if ('exists' in test) return { kind: 'exists', is: test.exists };
  return { kind: 'range', ...test };
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
