import type { CallService } from '../../../../../shared/domain/routing/call-service.ts';
import type { AttemptRule } from '../../../../../shared/domain/routing/table.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';
import { decideFor, ruleOf } from './situations.ts';

const granted: CallService = { recording: 'ask', keys: { 1: 'nextPerson' } };
const byDefault: CallService = { afterwards: 'survey' };
const billing = { kind: 'reason', anyOf: ['billing'] } as const;
const nowhere: AttemptRule = { kind: 'nearestBranch', withinKilometers: 1, upTo: 1, timeoutSeconds: 20 };

describe('what a caller is granted', () => {
  it('is what the rule says that takes the call', () => {
    const rules = [ruleOf({ id: 'bills', when: [billing], service: granted }), ruleOf({ service: byDefault })];

    const { plan } = decideFor(routingTableOf({ rules, defaultService: byDefault }));

    expect(plan).toMatchObject({ ruleId: 'bills', service: granted });
  });

  it('is what the default says for callers whom no rule takes', () => {
    const { plan } = decideFor(routingTableOf({ defaultService: byDefault }));

    expect(plan).toMatchObject({ ruleId: 'default', service: byDefault });
  });

  it('is what the default says, too, where the attempts are those of the default', () => {
    const rules = [ruleOf({ id: 'visits', attempts: [nowhere], service: granted })];

    const { plan, explanation } = decideFor(routingTableOf({ rules, defaultService: byDefault }));

    expect(explanation.defaultUsed).toBe(true);
    expect(plan).toMatchObject({ ruleId: 'visits', service: byDefault });
  });

  it.each([
    { case: 'the rule grants nothing', rules: [ruleOf()], defaultService: { defaultService: byDefault } },
    { case: 'the default grants nothing', rules: [], defaultService: {} },
    {
      case: 'the default is made use of and grants nothing',
      rules: [ruleOf({ attempts: [nowhere], service: granted })],
      defaultService: {},
    },
  ])('is not there when $case', ({ rules, defaultService }) => {
    const { plan } = decideFor(routingTableOf({ rules, ...defaultService }));

    expect(Object.keys(plan)).toEqual(['ruleId', 'attempts', 'callerId']);
  });
});
