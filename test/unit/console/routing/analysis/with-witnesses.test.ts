import { RuleReach } from '../../../../../console/routing/analysis/rule-reach.ts';
import { withWitnesses } from '../../../../../console/routing/analysis/with-witnesses.ts';
import type { Finding } from '../../../../../console/routing/findings.ts';
import type { Condition } from '../../../../../shared/domain/routing/condition.ts';
import type { Rule } from '../../../../../shared/domain/routing/table.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';
import { now } from './random-tables.ts';

const table = routingTableOf({
  rules: [
    { id: 'bills', when: [{ kind: 'reason', anyOf: ['billing'] }], attempts: [{ kind: 'meeting', id: 'a' }] },
    {
      id: 'west',
      when: [{ kind: 'state', anyOf: ['WA'] }],
      attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 9 }],
    },
  ],
});

describe('giving findings witnesses', () => {
  it.each([
    { case: 'an attempt of a rule', path: 'rules[0].attempts[0].meeting', context: { reason: { id: 'billing' } } },
    {
      case: 'a contact centre that a rule uses',
      path: 'contactCenters.support.headers',
      context: { location: { stateOrRegion: 'WA' } },
    },
    { case: 'the default', path: 'default.attempts', context: { ingress: 'phone' } },
  ])('shows a caller who meets $case', ({ path, context }) => {
    const finding: Finding = { severity: 'error', code: 'some-error', message: 'is wrong', path };

    const [shown] = withWitnesses([finding], { table, now });

    expect(shown).toEqual({
      ...finding,
      witness: expect.objectContaining({ context: expect.objectContaining(context) }),
    });
  });

  it('shows nobody for a rule that takes nobody', () => {
    const never: Rule = { id: 'never', when: [{ kind: 'reason', anyOf: ['billing'] }], attempts: [] };

    expect(new RuleReach({ ...table, rules: [...table.rules, never] }, now).witnessFor(2)).toBeUndefined();
  });

  it('gives up on a table that is made to be hard, and says so', () => {
    // Random clauses of three, as many as make satisfiability hardest.
    const random = lots(7);
    const clause = (id: string): Rule => {
      const names = new Set<number>();
      while (names.size < 3) names.add(random(60));
      const when = [...names].map((name): Condition => ({
        kind: 'attribute',
        name: `a${name}`,
        test: { kind: 'exists', is: random(2) === 0 },
      }));
      return { id, when, attempts: [] };
    };
    const rules = [
      ...Array.from({ length: 264 }, (_, index) => clause(`clause-${index}`)),
      { id: 'last', when: [], attempts: [] },
    ];

    const reach = new RuleReach(routingTableOf({ rules }), now, { budget: { steps: 20_000 } });

    expect(reach.of(rules.length - 1)).toEqual({ kind: 'unsettled' });
  });
});

/** Numbers below a limit, always the same ones. */
function lots(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
