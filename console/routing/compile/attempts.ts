import { attemptKinds, type FileAttempt } from '../../../shared/contracts/table-file/attempts.ts';
import type { AttemptRule } from '../../../shared/domain/routing/table.ts';
import type { FilePath } from '../findings.ts';
import { checkReference, type Scope } from './scope.ts';

type Values = Required<Omit<FileAttempt, 'timeout'>>;
type At = { readonly path: FilePath; readonly scope: Scope };
type Compile<Value> = (value: Value, timeoutSeconds: number, at: At) => AttemptRule;

const defaultTimeoutSeconds = 30;

/** One compiler for each kind of attempt, by its name in the file. */
const compilers: { readonly [Kind in keyof Values]: Compile<Values[Kind]> } = {
  contactCenter: (id, timeoutSeconds, { path, scope: { file, findings } }) => {
    checkReference(id, Object.keys(file.contactCenters), { what: 'a contact centre', path, findings });
    return { kind: 'contactCenter', id, timeoutSeconds };
  },
  nearestBranch: ({ service, within, upTo }, timeoutSeconds, { path, scope: { file, findings } }) => {
    const services = [...new Set(Object.values(file.branches).flatMap((branch) => branch.services))];
    if (services.length === 0)
      findings.error('no-branches', path, 'needs branches, and the file has none: write some under branches');
    else if (service !== undefined)
      checkReference(service, services, { what: 'a service of any branch', path: [...path, 'service'], findings });
    return {
      kind: 'nearestBranch',
      ...(service === undefined ? {} : { service }),
      withinKilometers: within,
      upTo,
      timeoutSeconds,
    };
  },
  branch: (id, timeoutSeconds, { path, scope: { file, findings } }) => {
    checkReference(id, Object.keys(file.branches), { what: 'a branch', path, findings });
    return { kind: 'branch', id, timeoutSeconds };
  },
  phone: ({ id, number }, timeoutSeconds, { path, scope }) => ({
    kind: 'phone',
    id,
    number: scope.phoneBook.dialled(number, [...path, 'number']),
    timeoutSeconds,
  }),
  meeting: (id) => ({ kind: 'meeting', id }),
};

export function compileAttempts(attempts: readonly FileAttempt[], path: FilePath, scope: Scope): AttemptRule[] {
  return attempts.flatMap((attempt, index) => {
    const timeoutSeconds = attempt.timeout ?? defaultTimeoutSeconds;
    return attemptKinds.flatMap((kind) =>
      compileKind(kind, attempt[kind], timeoutSeconds, { path: [...path, index, kind], scope }),
    );
  });
}

function compileKind<Kind extends keyof Values>(
  kind: Kind,
  value: Values[Kind] | undefined,
  timeoutSeconds: number,
  at: At,
): AttemptRule[] {
  return value === undefined ? [] : [compilers[kind](value, timeoutSeconds, at)];
}

/** Whether the attempt needs nothing but the table: a nearest branch may be far, a meeting may be empty. */
export function reachesSomebody({ kind }: AttemptRule): boolean {
  return kind === 'contactCenter' || kind === 'branch' || kind === 'phone';
}
