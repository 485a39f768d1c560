import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { AttemptRule, LocalizedText } from '../../../../../shared/domain/routing/table.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';
import { callerOf, decideFor, ruleOf, seattle, switchboard } from './situations.ts';

const words: LocalizedText = { default: 'Nobody is here.', es: 'No hay nadie.', 'en-GB': 'We are shut.' };
const message: AttemptRule = { kind: 'message', id: 'closed', words };
const idsOf = (attempts: readonly { readonly id: string }[]): string[] => attempts.map(({ id }) => id);

/** North of the caller, so many kilometres. */
function branchAt(kilometers: number, changes: Parameters<typeof branchOf>[0]): ReturnType<typeof branchOf> {
  return branchOf({ coordinates: { latitude: 47.62 + kilometers / 111.2, longitude: -122.34 }, ...changes });
}

describe('the attempts of a plan', () => {
  it('have all that is needed to make them', () => {
    const attempts: AttemptRule[] = [
      { kind: 'contactCenter', id: 'support', timeoutSeconds: 20, onOutcome: { declined: 'end' } },
      { kind: 'branch', id: 'downtown', timeoutSeconds: 15 },
      {
        kind: 'nearestBranch',
        withinKilometers: 50,
        upTo: 2,
        timeoutSeconds: 10,
        onOutcome: { notAnswered: 'nextKind' },
      },
      { ...switchboard, onOutcome: { unreachable: 'end' } },
      { kind: 'meeting', id: 'adviser' },
      { kind: 'lookUp', id: 'crm', timeoutSeconds: 12 },
      message,
      { kind: 'voicemail', id: 'box', words, maximumSeconds: 90 },
    ];
    const table = routingTableOf({
      branches: [branchOf({ id: 'downtown' }), branchAt(1, { id: 'north', number: '+12065550142' as E164 })],
      lookUps: [{ id: 'crm', url: 'https://crm.example/where' }],
      rules: [ruleOf({ attempts })],
    });

    const { plan } = decideFor(table);

    expect(plan.attempts).toEqual([
      {
        kind: 'contactCenter',
        id: 'support',
        voiceConnectorArn: table.contactCenters[0]?.voiceConnectorArn,
        user: '+12065550150',
        headers: { profile: 'rfc7433' },
        timeoutSeconds: 20,
        onOutcome: { declined: 'end' },
      },
      { kind: 'branch', id: 'downtown', number: '+12065550141', timeoutSeconds: 15 },
      {
        kind: 'branch',
        id: 'north',
        number: '+12065550142',
        timeoutSeconds: 10,
        onOutcome: { notAnswered: 'nextKind' },
      },
      { ...switchboard, onOutcome: { unreachable: 'end' } },
      { kind: 'meeting', id: 'adviser' },
      { kind: 'lookUp', id: 'crm', timeoutSeconds: 12 },
      { kind: 'message', id: 'closed', words: 'Nobody is here.', locale: 'en-US' },
      { kind: 'voicemail', id: 'box', words: 'Nobody is here.', locale: 'en-US', maximumSeconds: 90 },
    ]);
  });

  it('leave out what the table does not have', () => {
    const attempts: AttemptRule[] = [
      { kind: 'contactCenter', id: 'nobody', timeoutSeconds: 20 },
      { kind: 'branch', id: 'constructor', timeoutSeconds: 20 },
      { kind: 'lookUp', id: 'nobody', timeoutSeconds: 20 },
      switchboard,
    ];

    const { plan } = decideFor(routingTableOf({ rules: [ruleOf({ attempts })] }));

    expect(plan.attempts).toEqual([switchboard]);
  });

  it.each([
    { locale: 'en-GB', said: 'We are shut.', voice: 'en-GB' },
    { locale: 'es-US', said: 'No hay nadie.', voice: 'es-US' },
    { locale: 'fr-FR', said: 'Nobody is here.', voice: 'en-US' },
    { locale: 'toString', said: 'Nobody is here.', voice: 'en-US' },
  ])('speak to a caller of $locale as they understand, in the voice of $voice', ({ locale, said, voice }) => {
    const table = routingTableOf({ rules: [ruleOf({ attempts: [message] })] });

    const { plan } = decideFor(table, callerOf({ locale }));

    expect(plan.attempts).toEqual([{ kind: 'message', id: 'closed', words: said, locale: voice }]);
  });

  it('speak English of the United States to a caller whose locale nobody knows', () => {
    const table = routingTableOf({ rules: [ruleOf({ attempts: [message] })] });
    const { locale: _, ...caller } = callerOf();

    expect(decideFor(table, caller).plan.attempts).toMatchObject([{ words: 'Nobody is here.', locale: 'en-US' }]);
  });
});

describe('a choice', () => {
  const choice: AttemptRule = {
    kind: 'choice',
    upTo: 2,
    from: [
      { weight: 3, attempt: switchboard },
      { weight: 1, attempt: { kind: 'meeting', id: 'adviser' } },
      { weight: 1, attempt: { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 } },
    ],
  };
  const table = routingTableOf({ rules: [ruleOf({ attempts: [choice] })] });
  const seeds = Array.from({ length: 4000 }, (_, index) => `call-${index}`);

  it('tries as many as it may, each once, and tells what was drawn from what', () => {
    const { plan, explanation } = decideFor(table);

    expect(new Set(idsOf(plan.attempts)).size).toBe(2);
    expect(explanation.choices).toEqual([
      {
        chosen: idsOf(plan.attempts),
        from: [
          { id: 'switchboard', weight: 3 },
          { id: 'adviser', weight: 1 },
          { id: 'support', weight: 1 },
        ],
      },
    ]);
  });

  it('after another one among the same draws anew', () => {
    const one: AttemptRule = { ...choice, upTo: 1 };
    const twice = routingTableOf({ rules: [ruleOf({ attempts: [one, one] })] });

    const pairs = seeds.map((seed) => idsOf(decideFor(twice, callerOf(), seed).plan.attempts));

    // Independent lots agree in 0.36 + 0.04 + ... of all cases: 0.6² + 0.2² + 0.2².
    expect(pairs.filter(([first, second]) => first === second).length / seeds.length).toBeCloseTo(0.44, 1);
  });

  it('begins in proportion to the weights', () => {
    const firsts = seeds.map((seed) => decideFor(table, callerOf(), seed).plan.attempts[0]?.id);

    expect(firsts.filter((id) => id === 'switchboard').length / seeds.length).toBeCloseTo(0.6, 1);
    expect(firsts.filter((id) => id === 'adviser').length / seeds.length).toBeCloseTo(0.2, 1);
  });

  it('is the same for the same call', () => {
    expect(decideFor(table).plan).toEqual(decideFor(table).plan);
  });
});

describe('equally near branches', () => {
  const rule: AttemptRule = {
    kind: 'nearestBranch',
    withinKilometers: 50,
    upTo: 3,
    spreadKilometers: 2,
    timeoutSeconds: 10,
  };
  const table = routingTableOf({
    branches: [
      branchAt(1, { id: 'near', capacity: 1 }),
      branchAt(2.5, { id: 'as-near', capacity: 3 }),
      branchAt(5, { id: 'farther', capacity: 100 }),
      branchAt(6, { id: 'farthest' }),
    ],
    rules: [ruleOf({ attempts: [rule] })],
  });

  it('share callers by their capacity, and the farther ones follow', () => {
    const orders = Array.from({ length: 4000 }, (_, index) =>
      idsOf(decideFor(table, callerOf(), `call-${index}`).plan.attempts),
    );

    expect(new Set(orders.map((ids) => ids.join(' ')))).toEqual(
      new Set(['near as-near farther', 'as-near near farther']),
    );
    expect(orders.filter(([first]) => first === 'as-near').length / 4000).toBeCloseTo(0.75, 1);
  });

  it('are told as what was drawn from', () => {
    const { plan, explanation } = decideFor(table, callerOf({ location: seattle }));

    expect(explanation.choices).toEqual([
      {
        chosen: idsOf(plan.attempts).slice(0, 2),
        from: [
          { id: 'near', weight: 1 },
          { id: 'as-near', weight: 3 },
        ],
      },
    ]);
  });
});
