import fc from 'fast-check';
import type { CallerLocation } from '../../../../../shared/domain/location.ts';
import { firstFittingIndex } from '../../../../../shared/domain/routing/first-fitting.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import type { AttemptRule, Rule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';
import { caller, rules, seed } from './random-routing.ts';
import { callerOf, decideFor, now, ruleOf, seattle, switchboard } from './situations.ts';

const schedules = [
  { id: 'day', opensAt: [epochMs(0)], closesAt: [epochMs(2_000_000)], compiledUntil: epochMs(9_000_000) },
];
const nearest: AttemptRule = { kind: 'nearestBranch', withinKilometers: 50, upTo: 2, timeoutSeconds: 10 };

describe('deciding where a caller goes', () => {
  it('takes the first rule that fits', () => {
    const table = routingTableOf({
      rules: [
        ruleOf({ id: 'cards', when: [{ kind: 'reason', anyOf: ['lost-card'] }] }),
        ruleOf({ id: 'bills', when: [{ kind: 'reason', anyOf: ['billing'] }] }),
        ruleOf({ id: 'all' }),
      ],
    });

    const { plan, explanation } = decideFor(table);

    expect(plan).toEqual({ ruleId: 'bills', attempts: [switchboard], callerId: '+14255550100' });
    expect(explanation).toEqual({
      ruleId: 'bills',
      rulesPassedOver: [{ ruleId: 'cards', failed: { kind: 'reason', anyOf: ['lost-card'] } }],
      branchesPassedOver: [],
      moreBranchesPassedOver: 0,
      attemptsPassedOver: [],
      choices: [],
      defaultUsed: false,
    });
  });

  it('takes the rule that asking one after the other finds, and gives the failing condition of each before it', () => {
    fc.assert(
      fc.property(rules, caller, seed, (rules, caller, seed) => {
        const indexed = indexTable(routingTableOf({ rules, schedules }));

        const { plan, explanation } = decide(indexed, caller, now, seed);

        const first = firstFittingIndex(rules, caller, { now, schedules: indexed.schedules, seed });
        expect(plan.ruleId).toBe(rules[first]?.id ?? 'default');
        expect(explanation.ruleId).toBe(plan.ruleId);
        expect(explanation.rulesPassedOver.map(({ ruleId }) => ruleId)).toEqual(
          (first === -1 ? rules : rules.slice(0, first)).map(({ id }) => id),
        );
      }),
    );
  });

  it('goes to the default when no rule fits, and says why none did', () => {
    const failed = { kind: 'entry', anyOf: ['phone'] } as const;
    const table = routingTableOf({ rules: [ruleOf({ when: [{ kind: 'reason', anyOf: ['billing'] }, failed] })] });

    const { plan, explanation } = decideFor(table);

    expect(plan.ruleId).toBe('default');
    expect(plan.attempts).toMatchObject([{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }]);
    expect(explanation).toMatchObject({
      ruleId: 'default',
      rulesPassedOver: [{ ruleId: 'rule', failed }],
      defaultUsed: false,
    });
  });

  it.each([
    { case: 'before closing time', at: 1_999_999, ruleId: 'rule' },
    { case: 'after hours', at: 2_000_000, ruleId: 'default' },
  ])('looks at the clock: $case', ({ at, ruleId }) => {
    const table = routingTableOf({
      schedules,
      rules: [ruleOf({ when: [{ kind: 'schedule', id: 'day', is: 'open' }] })],
    });

    const { plan } = decideFor(table, callerOf(), 'call-1', epochMs(at));

    expect(plan.ruleId).toBe(ruleId);
  });

  it.each([
    { case: 'nobody knows where the caller is', location: undefined, because: 'locationUnknown' },
    {
      case: 'only the state is known',
      location: { source: 'areaCode', observedAt: now, stateOrRegion: 'WA' } satisfies CallerLocation,
      because: 'locationUnknown',
    },
    {
      case: 'no branch is near',
      location: { ...seattle, coordinates: { latitude: 40.7, longitude: -74 } },
      because: 'noBranchFits',
    },
  ])('follows a rule that leaves nothing to try with the default when $case', ({ location, because }) => {
    const table = routingTableOf({
      branches: [branchOf({ id: 'downtown' })],
      rules: [ruleOf({ attempts: [nearest] })],
    });
    const { location: _, ...elsewhere } = callerOf();

    const { plan, explanation } = decideFor(table, location === undefined ? elsewhere : { ...elsewhere, location });

    expect(plan).toMatchObject({ ruleId: 'rule', attempts: [{ kind: 'contactCenter', id: 'support' }] });
    expect(explanation).toMatchObject({
      ruleId: 'rule',
      defaultUsed: true,
      attemptsPassedOver: [{ attempt: 'nearestBranch', because }],
    });
  });

  it('follows a rule without attempts with the default', () => {
    const { plan, explanation } = decideFor(routingTableOf({ rules: [ruleOf({ attempts: [] })] }));

    expect(plan.attempts).toHaveLength(1);
    expect(explanation.defaultUsed).toBe(true);
  });

  it('looks for reasons only when somebody asks, and once', () => {
    let asked = 0;
    const passedOver: Rule = {
      id: 'cards',
      attempts: [],
      get when() {
        asked += 1;
        return [{ kind: 'reason', anyOf: ['lost-card'] } as const];
      },
    };
    const table = routingTableOf({ rules: [passedOver, ruleOf()] });
    const indexed = indexTable(table);
    const before = asked;

    const decision = decide(indexed, callerOf(), now, 'call-1');
    const afterPlan = asked;
    const first = decision.explanation;

    expect(afterPlan).toBe(before);
    expect(asked).toBe(before + 1);
    expect(decision.explanation).toBe(first);
    expect(asked).toBe(before + 1);
    expect(Object.keys(decision)).toEqual(['plan', 'explanation']);
  });
});
