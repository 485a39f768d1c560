import type { CallerLocation } from '../../../../../shared/domain/location.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import type { AttemptRule, Rule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';

const now = epochMs(1_000_000);
const support: AttemptRule = { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 };
const switchboard: AttemptRule = {
  kind: 'phone',
  id: 'switchboard',
  number: '+12065550199' as E164,
  timeoutSeconds: 25,
};
const seattle: CallerLocation = {
  source: 'deviceAddress',
  observedAt: now,
  coordinates: { latitude: 47.62, longitude: -122.34 },
  stateOrRegion: 'wa',
  postalCode: '98109',
};
const schedules = [
  { id: 'office', opensAt: [epochMs(0)], closesAt: [epochMs(2_000_000)], compiledUntil: epochMs(9_000_000) },
];

function callerOf(changes: Partial<Caller> = {}): Caller {
  return {
    entry: 'alexa-skill-call',
    reasonId: 'billing',
    locale: 'en-US',
    location: seattle,
    attributes: { tier: 'gold' },
    ...changes,
  };
}

function ruleOf(changes: Partial<Rule> = {}): Rule {
  return { id: 'rule', when: [], attempts: [switchboard], ...changes };
}

describe('deciding where a caller goes', () => {
  it('takes the first rule that fits', () => {
    const table = routingTableOf({
      rules: [
        ruleOf({ id: 'cards', when: [{ kind: 'reason', anyOf: ['lost-card'] }] }),
        ruleOf({ id: 'bills', when: [{ kind: 'reason', anyOf: ['billing'] }] }),
        ruleOf({ id: 'all' }),
      ],
    });

    const { plan, explanation } = decide(table, callerOf(), now);

    expect(plan).toEqual({ ruleId: 'bills', attempts: [switchboard], callerId: '+14255550100' });
    expect(explanation).toEqual({
      ruleId: 'bills',
      rulesPassedOver: [{ ruleId: 'cards', failed: { kind: 'reason', anyOf: ['lost-card'] } }],
      branchesPassedOver: [],
      attemptsPassedOver: [],
      defaultUsed: false,
    });
  });

  it.each([
    {
      case: 'reason',
      holds: { kind: 'reason', anyOf: ['lost-card', 'billing'] },
      fails: { kind: 'reason', anyOf: ['lost-card'] },
      unknown: { reasonId: undefined },
    },
    {
      case: 'entry',
      holds: { kind: 'entry', anyOf: ['alexa-skill-call'] },
      fails: { kind: 'entry', anyOf: ['phone', 'callback'] },
      unknown: undefined,
    },
    {
      case: 'locale',
      holds: { kind: 'locale', anyOf: ['en-US'] },
      fails: { kind: 'locale', anyOf: ['es-US', 'en'] },
      unknown: { locale: undefined },
    },
    {
      case: 'state',
      holds: { kind: 'state', anyOf: ['OR', 'WA'] },
      fails: { kind: 'state', anyOf: ['OR'] },
      unknown: { location: undefined },
    },
    {
      case: 'postal prefix',
      holds: { kind: 'postalPrefix', anyOf: ['97', '981'] },
      fails: { kind: 'postalPrefix', anyOf: ['982', '09'] },
      unknown: { location: undefined },
    },
    {
      case: 'attribute',
      holds: { kind: 'attribute', name: 'tier', anyOf: ['silver', 'gold'] },
      fails: { kind: 'attribute', name: 'tier', anyOf: ['silver'] },
      unknown: { attributes: {} },
    },
    {
      case: 'open schedule',
      holds: { kind: 'schedule', id: 'office', is: 'open' },
      fails: { kind: 'schedule', id: 'office', is: 'closed' },
      unknown: undefined,
    },
  ] as const)('asks for the $case, and for no less', ({ holds, fails, unknown }) => {
    const ruleIdFor = (when: Rule['when'], caller: Caller): string =>
      decide(routingTableOf({ schedules, rules: [ruleOf({ when })] }), caller, now).plan.ruleId;

    expect(ruleIdFor([holds], callerOf())).toBe('rule');
    expect(ruleIdFor([fails], callerOf())).toBe('default');
    expect(ruleIdFor([holds, fails], callerOf())).toBe('default');
    if (unknown !== undefined) expect(ruleIdFor([holds], { ...callerOf(), ...unknown } as Caller)).toBe('default');
  });

  it.each([
    { is: 'open', fits: false },
    { is: 'closed', fits: true },
  ] as const)('asks whether a schedule is $is after hours', ({ is, fits }) => {
    const table = routingTableOf({ schedules, rules: [ruleOf({ when: [{ kind: 'schedule', id: 'office', is }] })] });

    const { plan } = decide(table, callerOf(), epochMs(2_000_000));

    expect(plan.ruleId === 'rule').toBe(fits);
  });

  it('takes a schedule that does not exist for neither open nor closed', () => {
    const table = routingTableOf({ rules: [ruleOf({ when: [{ kind: 'schedule', id: 'nowhere', is: 'closed' }] })] });

    const { plan } = decide(table, callerOf(), now);

    expect(plan.ruleId).toBe('default');
  });

  it('goes to the default when no rule fits, and says why none did', () => {
    const failed = { kind: 'entry', anyOf: ['phone'] } as const;
    const table = routingTableOf({ rules: [ruleOf({ when: [{ kind: 'reason', anyOf: ['billing'] }, failed] })] });

    const { plan, explanation } = decide(table, callerOf(), now);

    expect(plan.ruleId).toBe('default');
    expect(plan.attempts).toMatchObject([{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }]);
    expect(explanation).toMatchObject({
      ruleId: 'default',
      rulesPassedOver: [{ ruleId: 'rule', failed }],
      defaultUsed: false,
    });
  });

  it('puts all that an attempt needs into the plan', () => {
    const attempts: AttemptRule[] = [
      support,
      { kind: 'branch', id: 'downtown', timeoutSeconds: 15 },
      { kind: 'nearestBranch', withinKilometers: 50, upTo: 2, timeoutSeconds: 10 },
      switchboard,
      { kind: 'meeting', id: 'adviser' },
    ];
    const branches = [
      branchOf({ id: 'downtown' }),
      branchOf({ id: 'north', number: '+12065550142' as E164, coordinates: { latitude: 47.63, longitude: -122.34 } }),
    ];
    const table = routingTableOf({ branches, rules: [ruleOf({ attempts })] });

    const { plan } = decide(table, callerOf(), now);

    expect(plan.attempts).toEqual([
      {
        kind: 'contactCenter',
        id: 'support',
        voiceConnectorArn: table.contactCenters[0]?.voiceConnectorArn,
        user: '+12065550150',
        headerProfile: 'rfc7433',
        timeoutSeconds: 20,
      },
      { kind: 'branch', id: 'downtown', number: '+12065550141', timeoutSeconds: 15 },
      { kind: 'branch', id: 'north', number: '+12065550142', timeoutSeconds: 10 },
      { kind: 'branch', id: 'downtown', number: '+12065550141', timeoutSeconds: 10 },
      switchboard,
      { kind: 'meeting', id: 'adviser' },
    ]);
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
      rules: [ruleOf({ attempts: [{ kind: 'nearestBranch', withinKilometers: 50, upTo: 2, timeoutSeconds: 10 }] })],
    });

    const { plan, explanation } = decide(table, { ...callerOf(), location } as Caller, now);

    expect(plan).toMatchObject({ ruleId: 'rule', attempts: [{ kind: 'contactCenter', id: 'support' }] });
    expect(explanation).toMatchObject({
      ruleId: 'rule',
      defaultUsed: true,
      attemptsPassedOver: [{ attempt: 'nearestBranch', because }],
    });
  });

  it('follows a rule without attempts with the default', () => {
    const { plan, explanation } = decide(routingTableOf({ rules: [ruleOf({ attempts: [] })] }), callerOf(), now);

    expect(plan.attempts).toHaveLength(1);
    expect(explanation.defaultUsed).toBe(true);
  });

  it('says why branches were passed over', () => {
    const branches = [
      branchOf({ id: 'closed', scheduleId: 'nights' }),
      branchOf({ id: 'elsewhere', coordinates: { latitude: 40.7, longitude: -74 } }),
      branchOf({ id: 'no-cards', services: ['accounts'] }),
      branchOf({ id: 'chosen', services: ['cards'] }),
      branchOf({ id: 'second', services: ['cards'], coordinates: { latitude: 47.5, longitude: -122.34 } }),
    ];
    const closed = { id: 'nights', opensAt: [], closesAt: [], compiledUntil: epochMs(9_000_000) };
    const table = routingTableOf({
      branches: branches.map((branch) => (branch.id === 'closed' ? { ...branch, services: ['cards'] } : branch)),
      schedules: [closed],
      rules: [
        ruleOf({
          attempts: [{ kind: 'nearestBranch', service: 'cards', withinKilometers: 50, upTo: 1, timeoutSeconds: 10 }],
        }),
      ],
    });

    const { plan, explanation } = decide(table, callerOf(), now);

    expect(plan.attempts.map((attempt) => attempt.id)).toEqual(['chosen']);
    expect(explanation.branchesPassedOver).toEqual([
      { branchId: 'closed', because: 'closed', kilometers: 1.4 },
      { branchId: 'no-cards', because: 'serviceNotOffered', kilometers: 1.4 },
      { branchId: 'second', because: 'fartherThanChosen', kilometers: 13.3 },
      { branchId: 'elsewhere', because: 'tooFar', kilometers: expect.closeTo(3870, -2) },
    ]);
  });
});
