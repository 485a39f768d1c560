import { longestRingSeconds } from '../../../../../console/routing/analysis/ring-time.ts';
import type { OutcomePolicy } from '../../../../../shared/domain/routing/attempt-policy.ts';
import type { AttemptRule, SimpleAttemptRule } from '../../../../../shared/domain/routing/table.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';

const table = routingTableOf({ branches: ['a', 'b', 'c'].map((id) => branchOf({ id })) });

function centre(timeoutSeconds: number, onOutcome: OutcomePolicy = {}): SimpleAttemptRule {
  return { kind: 'contactCenter', id: 'support', timeoutSeconds, onOutcome };
}
function near(upTo: number): AttemptRule {
  return { kind: 'nearestBranch', withinKilometers: 5, upTo, timeoutSeconds: 20 };
}
const message: AttemptRule = { kind: 'message', id: 'sorry', words: { default: 'Sorry' } };
const always = (action: 'end' | 'nextKind'): OutcomePolicy => ({
  notAnswered: action,
  declined: action,
  unreachable: action,
  misconfigured: action,
});

describe('how long a caller may hear it ring', () => {
  it.each<{ case: string; attempts: AttemptRule[]; seconds: number }>([
    { case: 'one after the other', attempts: [centre(30), message, centre(40)], seconds: 70 },
    { case: 'each of the nearest branches', attempts: [near(2)], seconds: 40 },
    { case: 'no more branches than there are', attempts: [near(9)], seconds: 60 },
    {
      case: 'until the call ends, when nobody answering ends it',
      attempts: [centre(30, always('end')), centre(40)],
      seconds: 30,
    },
    {
      case: 'what follows an attempt that cannot be reached, when that is longer than ringing it',
      attempts: [centre(30, { notAnswered: 'end', declined: 'end' }), centre(100)],
      seconds: 100,
    },
    {
      case: 'only another kind, when that is the policy',
      attempts: [centre(30, always('nextKind')), centre(40), near(1)],
      seconds: 50,
    },
    {
      case: 'the slowest that a choice can take',
      attempts: [
        { kind: 'choice', upTo: 2, from: [10, 40, 30].map((timeout) => ({ weight: 1, attempt: centre(timeout) })) },
      ],
      seconds: 70,
    },
  ])('is $case', ({ attempts, seconds }) => {
    expect(longestRingSeconds(attempts, table)).toBe(seconds);
  });
});
