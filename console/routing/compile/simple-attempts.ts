import { simpleAttemptKinds, type FileAttempt } from '../../../shared/contracts/table-file/attempts.ts';
import type { OutcomePolicy } from '../../../shared/domain/routing/attempt-policy.ts';
import type { SimpleAttemptRule } from '../../../shared/domain/routing/table.ts';
import type { FilePath } from '../findings.ts';
import { localizedText } from './localized.ts';
import { checkReference, type Scope } from './scope.ts';

/** What an attempt says beside its kind; a member of a choice says the same. */
export interface AttemptManner {
  /** Seconds, 1 to 120. */
  readonly timeout?: number;
  readonly onOutcome?: OutcomePolicy;
}

type FileSimpleAttempt = Pick<FileAttempt, (typeof simpleAttemptKinds)[number]>;
type Values = Required<FileSimpleAttempt>;
interface At {
  readonly path: FilePath;
  readonly scope: Scope;
  readonly timeoutSeconds: number;
  /** The same where it is given: kinds that do not ring have another default. */
  readonly waitSeconds: number | undefined;
  /** `onOutcome`, or nothing. */
  readonly policy: { readonly onOutcome?: OutcomePolicy };
}
type Compile<Value> = (value: Value, at: At) => SimpleAttemptRule;

const defaultTimeoutSeconds = 30;

/** One compiler for each kind of attempt that names its destination, by its name in the file. */
const compilers: { readonly [Kind in keyof Values]: Compile<Values[Kind]> } = {
  contactCenter: (id, { path, scope: { known, findings }, timeoutSeconds, policy }) => {
    checkReference(id, known.contactCenters, { what: 'a contact centre', path, findings });
    return { kind: 'contactCenter', id, timeoutSeconds, ...policy };
  },
  branch: (id, { path, scope: { known, findings }, timeoutSeconds, policy }) => {
    checkReference(id, known.branches, { what: 'a branch', path, findings });
    return { kind: 'branch', id, timeoutSeconds, ...policy };
  },
  phone: ({ id, number }, { path, scope, timeoutSeconds, policy }) => {
    scope.destinations.define('phone', id, number, path);
    return {
      kind: 'phone',
      id,
      number: scope.phoneBook.dialled(number, [...path, 'number']),
      timeoutSeconds,
      ...policy,
    };
  },
  meeting: (id, { waitSeconds, policy }) => ({
    kind: 'meeting',
    id,
    ...(waitSeconds === undefined ? {} : { timeoutSeconds: waitSeconds }),
    ...policy,
  }),
  lookUp: (id, { path, scope: { known, findings }, timeoutSeconds, policy }) => {
    checkReference(id, known.lookUps, { what: 'a look-up', path, findings });
    return { kind: 'lookUp', id, timeoutSeconds, ...policy };
  },
  message: ({ id, words }, { path, scope }) => {
    scope.destinations.define('message', id, words, path);
    return { kind: 'message', id, words: localizedText(words) };
  },
  voicemail: ({ id, words, maximum }, { path, scope, policy }) => {
    scope.destinations.define('voicemail', id, [words, maximum], path);
    return { kind: 'voicemail', id, words: localizedText(words), maximumSeconds: maximum, ...policy };
  },
};

/** The attempt, when it is of one of these kinds. `path` leads to the attempt. */
export function compileSimpleAttempt(
  attempt: FileSimpleAttempt & AttemptManner,
  path: FilePath,
  scope: Scope,
): SimpleAttemptRule | undefined {
  const manner = {
    scope,
    timeoutSeconds: timeoutOf(attempt),
    waitSeconds: attempt.timeout,
    policy: policyOf(attempt),
  };
  for (const kind of simpleAttemptKinds) {
    const compiled = compileKind(kind, attempt[kind], { ...manner, path: [...path, kind] });
    if (compiled !== undefined) return compiled;
  }
  return undefined;
}

/** The seconds that an attempt of any ringing kind has. */
export function timeoutOf({ timeout }: AttemptManner): number {
  return timeout ?? defaultTimeoutSeconds;
}

/** `onOutcome` where it says something, else nothing. */
export function policyOf({ onOutcome }: AttemptManner): { readonly onOutcome?: OutcomePolicy } {
  return onOutcome === undefined || Object.keys(onOutcome).length === 0 ? {} : { onOutcome };
}

function compileKind<Kind extends keyof Values>(
  kind: Kind,
  value: Values[Kind] | undefined,
  at: At,
): SimpleAttemptRule | undefined {
  return value === undefined ? undefined : compilers[kind](value, at);
}
