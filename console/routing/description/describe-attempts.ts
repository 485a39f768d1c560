import { assertNever } from '../../../shared/domain/assert-never.ts';
import {
  policyOutcomes,
  type OutcomePolicy,
  type PolicyAction,
  type PolicyOutcome,
} from '../../../shared/domain/routing/attempt-policy.ts';
import type { AttemptRule } from '../../../shared/domain/routing/table.ts';

/** "contact centre support (30 s), then meeting adviser". */
export function describeAttempts(attempts: readonly AttemptRule[]): string {
  return attempts.map(describeAttempt).join(', then ');
}

export function describeAttempt(attempt: AttemptRule): string {
  switch (attempt.kind) {
    case 'contactCenter':
      return `contact centre ${attempt.id} (${attempt.timeoutSeconds} s)${describePolicy(attempt)}`;
    case 'nearestBranch': {
      const branches = attempt.upTo === 1 ? 'the nearest open branch' : `up to ${attempt.upTo} nearest open branches`;
      const service = attempt.service === undefined ? '' : ` for ${attempt.service}`;
      const spread =
        attempt.spreadKilometers === undefined
          ? ''
          : `, by lot among those at most ${attempt.spreadKilometers} km farther than the nearest`;
      const each = attempt.upTo === 1 ? '' : ' each';
      return `${branches}${service} within ${attempt.withinKilometers} km${spread} (${attempt.timeoutSeconds} s${each})${describePolicy(attempt)}`;
    }
    case 'branch':
      return `branch ${attempt.id} (${attempt.timeoutSeconds} s)${describePolicy(attempt)}`;
    case 'phone':
      return `${attempt.id} at ${attempt.number} (${attempt.timeoutSeconds} s)${describePolicy(attempt)}`;
    case 'meeting':
      return `meeting ${attempt.id}${attempt.timeoutSeconds === undefined ? '' : ` (${attempt.timeoutSeconds} s)`}${describePolicy(attempt)}`;
    case 'lookUp':
      return `wherever ${attempt.id} says (${attempt.timeoutSeconds} s)${describePolicy(attempt)}`;
    case 'message':
      return `the words of ${attempt.id}: "${attempt.words.default}"`;
    case 'voicemail':
      return `voicemail ${attempt.id} (up to ${attempt.maximumSeconds} s)${describePolicy(attempt)}`;
    case 'choice':
      return describeChoice(attempt);
    default:
      return assertNever(attempt);
  }
}

/** In per cent: weights mean nothing to whoever only hears them. */
function describeChoice({ from, upTo }: Extract<AttemptRule, { kind: 'choice' }>): string {
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  const members = from.map(({ weight, attempt }) => `${percent(weight, total)} % ${describeAttempt(attempt)}`);
  return `${upTo === 1 ? 'one' : `up to ${upTo}`} of these by lot: ${members.join('; ')}`;
}

function percent(weight: number, total: number): number {
  return Math.round((weight / total) * 1000) / 10;
}

const outcomeWords: Readonly<Record<PolicyOutcome, string>> = {
  notAnswered: 'not answered',
  declined: 'declined',
  unreachable: 'unreachable',
  misconfigured: 'refused by AWS',
};
const actionWords: Readonly<Record<PolicyAction, string>> = {
  next: 'go on',
  nextKind: 'go on with another kind',
  end: 'end the call',
};

function describePolicy({ onOutcome = {} }: { readonly onOutcome?: OutcomePolicy }): string {
  const parts = policyOutcomes.flatMap((outcome) => {
    const action = onOutcome[outcome];
    return action === undefined ? [] : [`if ${outcomeWords[outcome]}, ${actionWords[action]}`];
  });
  return parts.length === 0 ? '' : ` [${parts.join('; ')}]`;
}
