import { simulate } from '../../../../../console/routing/simulation/simulate.ts';
import type { SimulationWish } from '../../../../../console/routing/simulation/wish.ts';
import { wishOfRequest } from '../../../../../console/routing/simulation/wish-of-request.ts';
import type { Simulation } from '../../../../../shared/contracts/simulation.ts';
import type { CallerFile } from '../../../../../shared/contracts/caller-file.ts';
import type { SimulateRequest } from '../../../../../shared/contracts/tables-api.ts';
import type { Condition } from '../../../../../shared/domain/routing/condition.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf, routingTableOf, type TableChanges } from '../../../../support/routing-table-builder.ts';

const now = epochMs(Date.parse('2026-11-21T18:00:00Z'));

function simulated(
  changes: TableChanges,
  caller: CallerFile = {},
  more: Omit<SimulateRequest, 'caller' | 'source'> = {},
): Simulation {
  const wish: SimulationWish = wishOfRequest({ caller, ...more }, now);
  return simulate(indexTable(routingTableOf(changes)), wish);
}

const meeting = [{ kind: 'meeting', id: 'adviser' }] as const;

describe('why a rule does not fit', () => {
  it.each<{ condition: Condition; caller: CallerFile; text: string }>([
    {
      condition: { kind: 'reason', anyOf: ['billing'] },
      caller: { reason: 'lost-card' },
      text: "asks: reason is billing; the caller's is lost-card",
    },
    {
      condition: { kind: 'attribute', name: 'tier', test: { kind: 'in', anyOf: ['gold'] } },
      caller: {},
      text: "asks: tier is gold; the caller's is not known",
    },
    {
      condition: { kind: 'state', anyOf: ['WA'] },
      caller: { state: 'or' },
      text: "asks: state is WA; the caller's is OR",
    },
    {
      condition: { kind: 'schedule', id: 'office-hours', is: 'open' },
      caller: {},
      text: 'asks: office-hours is open; it is closed at that moment',
    },
    {
      condition: { kind: 'share', percent: 0.000001 },
      caller: {},
      text: 'asks: among 0.000001 % of callers, by lot; this caller was not drawn',
    },
  ])('is said with what the caller has: $text', ({ condition, caller, text }) => {
    const schedules = [{ id: 'office-hours', opensAt: [], closesAt: [], compiledUntil: now }];

    const { rulesPassedOver, ruleId } = simulated(
      { schedules, rules: [{ id: 'first', when: [condition], attempts: meeting }] },
      caller,
    );

    expect(rulesPassedOver).toEqual([expect.objectContaining({ ruleId: 'first', condition: condition.kind, text })]);
    expect(ruleId).toBe('default');
  });
});

describe('branches', () => {
  const branches = [
    branchOf({ id: 'downtown' }),
    branchOf({ id: 'bellevue', coordinates: { latitude: 47.61, longitude: -122.2 } }),
    branchOf({ id: 'tacoma', coordinates: { latitude: 47.25, longitude: -122.44 }, services: [] }),
  ];
  const nearest = {
    kind: 'nearestBranch',
    service: 'accounts',
    withinKilometers: 100,
    upTo: 1,
    timeoutSeconds: 20,
  } as const;

  it('that are tried, and those passed over, have a place and a distance for the map', () => {
    const { branches: found, plan } = simulated(
      { branches, defaultAttempts: [nearest] },
      { coordinates: [47.608, -122.33] },
    );

    expect(plan.map(({ destination }) => destination)).toEqual(['branch:downtown']);
    expect(found.chosen).toEqual([
      {
        branchId: 'downtown',
        name: 'Branch downtown',
        kilometers: 0.4,
        coordinates: { latitude: 47.608, longitude: -122.3351 },
      },
    ]);
    expect(found.passedOver).toEqual([
      expect.objectContaining({ branchId: 'bellevue', because: 'fartherThanChosen', kilometers: 9.7 }),
    ]);
    expect(found.more).toBe(0);
    expect(found.from).toEqual({ latitude: 47.608, longitude: -122.33 });
  });

  it('are sought around the postal code of a caller of whom nothing else is known', () => {
    const { plan } = simulated({ branches, defaultAttempts: [nearest] }, { postalCode: '98004' });

    expect(plan.map(({ destination }) => destination)).toEqual(['branch:bellevue']);
  });

  it('are not sought for somebody whose place is not known, which is said', () => {
    const { why, ending } = simulated({ branches, defaultAttempts: [nearest] });

    expect(why).toEqual(['nearestBranch gives nobody: where the caller is, is not known']);
    expect(ending.kind).toBe('defaultDestination');
  });
});

describe('a caller who dials', () => {
  const changes: TableChanges = {
    reasons: [
      { id: 'billing', name: { default: 'a bill' }, synonyms: {} },
      { id: 'cards', name: { default: 'a card' }, synonyms: {} },
    ],
    rules: [{ id: 'cards', when: [{ kind: 'reason', anyOf: ['cards'] }], attempts: meeting }],
  };

  it('is asked for the reason, by its keys, and goes where the answer leads', () => {
    const { menu, ruleId, timeline } = simulated(changes, {}, { chooses: 'cards' });

    expect(menu).toEqual({
      options: [
        { key: '1', reasonId: 'billing', name: 'a bill' },
        { key: '2', reasonId: 'cards', name: 'a card' },
      ],
      chosen: 'cards',
    });
    expect(timeline[0]).toMatchObject({ kind: 'question', question: 'menu', key: '2', times: 1 });
    expect(ruleId).toBe('cards');
  });

  it('is asked three times when nothing is pressed, and takes the default', () => {
    const { timeline, ruleId } = simulated(changes);

    expect(timeline[0]).toMatchObject({ kind: 'question', times: 3 });
    expect(ruleId).toBe('default');
  });

  it('is doubted when more is given than a real call would bring', () => {
    expect(simulated(changes, { attributes: { tier: 'gold' } }).doubts).toEqual([
      expect.stringContaining('nothing but the number is known'),
    ]);
  });
});

describe('a simulation', () => {
  it('says how long each attempt takes, what follows it, and how the call ends', () => {
    const { timeline, ending } = simulated(
      {
        defaultAttempts: [
          { kind: 'contactCenter', id: 'support', timeoutSeconds: 30, onOutcome: { notAnswered: 'end' } },
        ],
      },
      { reason: 'billing' },
      { destinations: { 'contactCenter:support': 'notAnswered' } },
    );

    expect(timeline.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 31],
      [31, 37],
    ]);
    expect(timeline[1]).toMatchObject({
      policy: 'end',
      text: 'contact centre support rings for 30 s and nobody answers: the table ends the call here',
    });
    expect(ending).toEqual({ kind: 'apology', at: 37, text: 'nobody could be reached, and the call ends' });
  });

  it('doubts a reason that the table does not have, and says which was meant', () => {
    expect(simulated({}, { reason: 'biling' }).doubts).toEqual([
      expect.stringMatching(/^"biling" is not a reason of this table.*billing/),
    ]);
  });

  it('draws lots by the id of a whole call context, else by what is given', () => {
    expect(simulated({}, { id: 'context-1' }).seed).toBe('context-1');
    expect(simulated({}, { id: 'context-1' }, { seed: 'mine' }).seed).toBe('mine');
    expect(simulated({}).seed).toBe('caller');
  });

  it('rings whom a look-up names, as long as its service says', () => {
    const { timeline } = simulated(
      {
        lookUps: [{ id: 'directory', url: 'https://example.com/' }],
        defaultAttempts: [{ kind: 'lookUp', id: 'directory', timeoutSeconds: 20 }],
      },
      { reason: 'billing' },
      {
        lookUps: { directory: { destination: { contactCenter: 'support' }, timeout: 9 } },
        destinations: { 'contactCenter:support': 'notAnswered' },
      },
    );

    const attempts = timeline.filter((item) => item.kind === 'attempt');
    expect(attempts.map(({ destination, to, from }) => [destination, to - from])).toEqual([
      ['lookUp:directory', 1],
      ['contactCenter:support', 9],
    ]);
  });
});
