import fc from 'fast-check';
import { longestRingSeconds } from '../../../../../console/routing/analysis/ring-time.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
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
function choosing(upTo: number, ...members: readonly SimpleAttemptRule[]): AttemptRule {
  return { kind: 'choice', upTo, from: members.map((attempt) => ({ weight: 1, attempt })) };
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
      case: 'what follows branches, when each of them would end the call and none may be near',
      attempts: [{ ...near(2), onOutcome: always('end') } as AttemptRule, centre(100)],
      seconds: 100,
    },
    {
      case: 'what follows words and the same kind, when only another kind may follow',
      attempts: [centre(30, always('nextKind')), message, centre(40), near(1)],
      seconds: 50,
    },
    {
      case: 'only another kind, when that is the policy',
      attempts: [centre(30, always('nextKind')), centre(40), near(1)],
      seconds: 50,
    },
    {
      case: 'a meeting too, which waits for a minute when nothing else is said',
      attempts: [{ kind: 'meeting', id: 'adviser' }, centre(30)],
      seconds: 90,
    },
    {
      case: 'a meeting for as long as an adviser is waited for',
      attempts: [{ kind: 'meeting', id: 'adviser', timeoutSeconds: 120 }, message, centre(30)],
      seconds: 150,
    },
    {
      case: 'a meeting only, when nobody coming ends the call',
      attempts: [{ kind: 'meeting', id: 'adviser', onOutcome: always('end') }, centre(30)],
      seconds: 60,
    },
    {
      case: 'the slowest that a choice can take',
      attempts: [choosing(2, centre(10), centre(40), centre(30))],
      seconds: 70,
    },
    {
      case: 'a choice in the order in which the one that ends the call is the last',
      attempts: [choosing(2, centre(90, { notAnswered: 'end', declined: 'end' }), centre(60), centre(10))],
      seconds: 150,
    },
    {
      case: 'a choice that nothing follows, when each of it ends the call',
      attempts: [choosing(2, centre(90, always('end')), centre(60, always('end'))), centre(20)],
      seconds: 90,
    },
    {
      case: 'one of a choice of one kind and what follows, when only another kind may follow',
      attempts: [choosing(2, centre(30, always('nextKind')), centre(20, always('nextKind'))), centre(40), near(1)],
      seconds: 50,
    },
  ])('is $case', ({ attempts, seconds }) => {
    expect(longestRingSeconds(attempts, table)).toBe(seconds);
  });

  it('is never less than any order of a choice comes to', () => {
    const policy = fc.record(
      { notAnswered: action, declined: action, unreachable: action, misconfigured: action },
      { requiredKeys: [] },
    );
    const member = fc.tuple(fc.constantFrom('contactCenter', 'phone'), fc.integer({ min: 1, max: 120 }), policy);
    fc.assert(
      fc.property(
        fc.array(member.map(attemptOf), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        member.map(attemptOf),
        (members, upTo, last) => {
          const seconds = longestRingSeconds([choosing(upTo, ...members), last], table);

          for (const order of ordersOf(members))
            expect(longestRingSeconds([...order.slice(0, upTo), last], table)).toBeLessThanOrEqual(seconds);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const action = fc.constantFrom('next' as const, 'nextKind' as const, 'end' as const);

function attemptOf([kind, timeoutSeconds, onOutcome]: [string, number, OutcomePolicy]): SimpleAttemptRule {
  if (kind === 'phone') return { kind, id: 'partner', number: '+12065550160' as E164, timeoutSeconds, onOutcome };
  return centre(timeoutSeconds, onOutcome);
}

function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    ordersOf(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
