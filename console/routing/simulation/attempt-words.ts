import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { PolicyAction } from '../../../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../../../shared/domain/routing/plan.ts';

const kindWords = {
  contactCenter: 'contact centre',
  branch: 'branch',
  phone: 'phone',
  meeting: 'meeting',
  lookUp: 'look-up',
  message: 'message',
  voicemail: 'voicemail',
} as const satisfies Record<Attempt['kind'], string>;

const policyWords: Readonly<Record<PolicyAction, string>> = {
  next: 'the call goes on',
  nextKind: 'the call goes on with another kind',
  end: 'the table ends the call here',
};

/** "branch:tacoma", as plans, records and the local cloud have it. */
export function destinationOf({ kind, id }: Pick<Attempt, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** "branch tacoma". */
export function nameOf({ kind, id }: Pick<Attempt, 'kind' | 'id'>): string {
  return `${kindWords[kind]} ${id}`;
}

/** "branch tacoma rings for 6 s and is answered". */
export function answeredText(attempt: Attempt, seconds: number): string {
  const name = nameOf(attempt);
  switch (attempt.kind) {
    case 'contactCenter':
    case 'branch':
    case 'phone':
      return `${name} rings for ${seconds} s and is answered`;
    case 'meeting':
      return `an adviser comes into ${name} after ${seconds} s`;
    case 'voicemail':
      return `${name} records what the caller says, up to ${attempt.maximumSeconds} s`;
    case 'lookUp':
    case 'message':
      return name;
    default:
      return assertNever(attempt);
  }
}

/** "branch tacoma rings for 20 s and nobody answers: the call goes on". */
export function failedText(
  attempt: Attempt,
  outcome: 'notAnswered' | 'unreachable' | 'misconfigured',
  { seconds, policy }: { readonly seconds: number; readonly policy: PolicyAction },
): string {
  return `${nameOf(attempt)} ${whatFails(attempt, outcome, seconds)}: ${policyWords[policy]}`;
}

function whatFails(
  { kind }: Attempt,
  outcome: 'notAnswered' | 'unreachable' | 'misconfigured',
  seconds: number,
): string {
  if (kind === 'lookUp')
    return outcome === 'misconfigured'
      ? 'names somebody whom the table does not let be rung'
      : 'does not answer, or not in time';
  if (kind === 'voicemail') return 'records nothing';
  if (outcome !== 'notAnswered') return 'cannot be reached';
  return kind === 'meeting'
    ? `is waited in for ${seconds} s and nobody comes`
    : `rings for ${seconds} s and nobody answers`;
}
