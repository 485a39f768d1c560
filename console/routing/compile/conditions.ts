import type { FileConditions } from '../../../shared/contracts/table-file/conditions.ts';
import type { Condition } from '../../../shared/domain/routing/condition.ts';
import type { FilePath } from '../findings.ts';
import { checkReference, type Scope } from './scope.ts';

/** What fits none of the catalogue's reasons; always known. */
const otherReason = 'other';

type Values = Required<FileConditions>;
type Compile<Value> = (value: Value, path: FilePath, scope: Scope) => readonly Condition[];

/** One compiler for each kind of condition, by its name in `when`. The schedule is last, as the calendar is the last thing to blame in an explanation. */
const compilers: { readonly [Kind in keyof Values]: Compile<Values[Kind]> } = {
  reason: (anyOf, path, { file, findings }) => {
    const known = [...Object.keys(file.reasons), otherReason];
    for (const [index, id] of anyOf.entries())
      checkReference(id, known, { what: 'a reason', path: [...path, index], findings });
    return [{ kind: 'reason', anyOf }];
  },
  entry: (anyOf) => [{ kind: 'entry', anyOf }],
  locale: (anyOf) => [{ kind: 'locale', anyOf }],
  // Alexa gives "WA" or "wa"; the decision compares in capitals.
  state: (anyOf) => [{ kind: 'state', anyOf: anyOf.map((state) => state.toUpperCase()) }],
  postalPrefix: (anyOf) => [{ kind: 'postalPrefix', anyOf }],
  attribute: (attributes) => Object.entries(attributes).map(([name, anyOf]) => ({ kind: 'attribute', name, anyOf })),
  schedule: (schedules, path, { file, findings }) =>
    Object.entries(schedules).map(([id, is]) => {
      checkReference(id, Object.keys(file.schedules), { what: 'a schedule', path: [...path, id], findings });
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
