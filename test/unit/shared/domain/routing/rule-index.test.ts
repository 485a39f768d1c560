import fc from 'fast-check';
import { ingresses } from '../../../../../shared/domain/call-context.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import type { Condition, Moment } from '../../../../../shared/domain/routing/condition.ts';
import { firstFittingIndex } from '../../../../../shared/domain/routing/first-fitting.ts';
import { planRuleIndex } from '../../../../../shared/domain/routing/plan-rule-index.ts';
import type { RuleIndexPlan } from '../../../../../shared/domain/routing/rule-index-plan.ts';
import { ruleIndexOf } from '../../../../../shared/domain/routing/rule-index.ts';
import type { Rule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { caller, rules, seed } from './random-routing.ts';

const now = epochMs(1000);
const schedules = new Map(
  [
    { id: 'day', opensAt: [epochMs(0)], closesAt: [epochMs(2000)], compiledUntil: epochMs(5000) },
    { id: 'night', opensAt: [epochMs(2000)], closesAt: [epochMs(4000)], compiledUntil: epochMs(5000) },
  ].map((schedule) => [schedule.id, schedule]),
);
const momentOf = (seed: string): Moment => ({ now, schedules, seed });
const anybody: Caller = { entry: 'phone', attributes: {} };

/** Rules that count how often somebody reads their conditions. */
function countedRules(conditions: readonly (readonly Condition[])[]): { rules: Rule[]; asked: () => number } {
  let asked = 0;
  const rules = conditions.map((when, index) => ({
    id: `rule-${index}`,
    attempts: [],
    get when() {
      asked += 1;
      return when;
    },
  }));
  return { rules, asked: () => asked };
}

describe('the rule index', () => {
  it('finds the rule that asking one after the other finds', () => {
    fc.assert(
      fc.property(rules, fc.array(caller, { minLength: 1, maxLength: 20 }), seed, (rules, callers, seed) => {
        const index = ruleIndexOf(rules);

        for (const each of callers)
          expect(index.firstFitting(each, momentOf(seed))).toBe(firstFittingIndex(rules, each, momentOf(seed)));
      }),
      { numRuns: 400 },
    );
  });

  it('finds the same with the plan that was stored as text', () => {
    fc.assert(
      fc.property(rules, caller, seed, (rules, caller, seed) => {
        const plan = JSON.parse(JSON.stringify(planRuleIndex(rules))) as RuleIndexPlan;

        expect(ruleIndexOf(rules, plan).firstFitting(caller, momentOf(seed))).toBe(
          firstFittingIndex(rules, caller, momentOf(seed)),
        );
      }),
    );
  });

  it('finds the same whatever plan it is given', () => {
    fc.assert(
      fc.property(rules, rules, caller, seed, (rules, others, caller, seed) => {
        expect(ruleIndexOf(rules, planRuleIndex(others)).firstFitting(caller, momentOf(seed))).toBe(
          firstFittingIndex(rules, caller, momentOf(seed)),
        );
      }),
    );
  });

  it.each([
    { case: 'a rule twice', plan: { dimensions: [], groups: [{ by: [], rules: [0, 0] }] } },
    { case: 'a rule too few', plan: { dimensions: [], groups: [{ by: [], rules: [0] }] } },
    { case: 'rules in another order', plan: { dimensions: [], groups: [{ by: [], rules: [1, 0] }] } },
    { case: 'a rule that is not there', plan: { dimensions: [], groups: [{ by: [], rules: [0, 1, 2] }] } },
    { case: 'a dimension that is not there', plan: { dimensions: [], groups: [{ by: [0], rules: [0, 1] }] } },
    {
      case: 'a dimension of other rules',
      plan: { dimensions: [{ dimension: { kind: 'state' }, values: 9 }], groups: [{ by: [0], rules: [0, 1] }] },
    },
    {
      case: 'too few values',
      plan: {
        dimensions: [{ dimension: { kind: 'entry' }, values: 0 }],
        groups: [
          { by: [], rules: [0] },
          { by: [0], rules: [1] },
        ],
      },
    },
  ] as const)('is not led astray by a plan with $case', ({ plan }) => {
    const rules: Rule[] = [
      { id: 'first', when: [{ kind: 'reason', anyOf: ['cards'] }], attempts: [] },
      { id: 'second', when: [{ kind: 'entry', anyOf: ['phone'] }], attempts: [] },
    ];

    const found = ruleIndexOf(rules, plan).firstFitting(anybody, momentOf('seed'));

    expect(found).toBe(1);
  });

  it('is not led astray by a plan that leaves no room for its numbers', () => {
    const rules = ingresses.map((entry, index): Rule => ({
      id: `rule-${index}`,
      when: [
        { kind: 'reason', anyOf: ['cards'] },
        { kind: 'entry', anyOf: [entry] },
      ],
      attempts: [],
    }));
    const plan: RuleIndexPlan = {
      dimensions: [
        { dimension: { kind: 'reason' }, values: 2 ** 50 },
        { dimension: { kind: 'entry' }, values: 1 },
      ],
      groups: [{ by: [0, 1], rules: [0, 1, 2, 3] }],
    };

    const found = ruleIndexOf(rules, plan).firstFitting({ ...anybody, reasonId: 'cards' }, momentOf('seed'));

    expect(found).toBe(ingresses.indexOf('phone'));
  });

  it('asks few of 10,000 rules', () => {
    const { rules, asked } = countedRules(
      Array.from({ length: 10_000 }, (_, index) => [
        { kind: 'reason', anyOf: [`reason-${index % 100}`] },
        { kind: 'state', anyOf: [`S${Math.floor(index / 100) % 50}`] },
        { kind: 'attribute', name: 'tier', test: { kind: 'in', anyOf: index < 5000 ? ['gold'] : ['silver', 'none'] } },
      ]),
    );
    const index = ruleIndexOf(rules);
    const before = asked();

    const found = index.firstFitting(
      {
        ...anybody,
        reasonId: 'reason-99',
        location: { source: 'deviceAddress', observedAt: now, stateOrRegion: 'S49' },
        attributes: { tier: 'none' },
      },
      momentOf('seed'),
    );

    expect(found).toBe(9999);
    expect(asked() - before).toBe(1);
  });

  it('asks no rule about attributes that the caller does not have', () => {
    const { rules, asked } = countedRules(
      Array.from({ length: 5000 }, (_, index) => [
        { kind: 'attribute', name: `name-${index}`, test: { kind: 'in', anyOf: ['yes'] } },
        { kind: 'attribute', name: `name-${index + 1}`, test: { kind: 'prefix', anyOf: ['y'] } },
      ]),
    );
    const index = ruleIndexOf(rules);
    const before = asked();

    const found = index.firstFitting(
      { ...anybody, attributes: { 'name-700': 'yes', 'name-701': 'yes' } },
      momentOf('s'),
    );

    expect(found).toBe(700);
    expect(asked() - before).toBeLessThanOrEqual(2);
  });

  it('files a rule of many values without growing beyond measure', () => {
    const many = Array.from({ length: 200 }, (_, index) => `value-${index}`);
    const rules: Rule[] = Array.from({ length: 1000 }, (_, index) => ({
      id: `rule-${index}`,
      attempts: [],
      when: [
        { kind: 'reason', anyOf: many },
        { kind: 'state', anyOf: many.slice(0, 50).map((value) => value.toUpperCase()) },
        { kind: 'country', anyOf: ['US', 'CA', 'MX'] },
      ],
    }));

    const { dimensions, groups } = planRuleIndex(rules);

    expect(groups).toHaveLength(1);
    expect(groups[0]?.by.map((position) => dimensions[position]?.dimension.kind)).toEqual(['country']);
  });
});
