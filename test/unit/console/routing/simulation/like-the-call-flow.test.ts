import fc from 'fast-check';
import { simulate } from '../../../../../console/routing/simulation/simulate.ts';
import type { SimulationWish } from '../../../../../console/routing/simulation/wish.ts';
import { simulatedOutcomes } from '../../../../../shared/contracts/tables-api.ts';
import { simulationSchema, type Simulation } from '../../../../../shared/contracts/simulation.ts';
import { ingresses } from '../../../../../shared/domain/call-context.ts';
import { policyActions, policyOutcomes } from '../../../../../shared/domain/routing/attempt-policy.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import type { SimpleAttemptRule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf, routingTableOf, type TableChanges } from '../../../../support/routing-table-builder.ts';
import { realCall, type Experience } from './real-call.ts';

const number = '+12065550199' as never;
const onOutcome = fc.dictionary(fc.constantFrom(...policyOutcomes), fc.constantFrom(...policyActions));
const words = fc.constantFrom({ default: 'Hold on.' }, { default: 'Hold on.', fr: 'Un instant.' });
const withPolicy = <T extends object>(attempt: T): fc.Arbitrary<T> =>
  fc
    .option(onOutcome, { nil: undefined })
    .map((policy) => (policy === undefined ? attempt : { ...attempt, onOutcome: policy }));

const attempt: fc.Arbitrary<SimpleAttemptRule> = fc.oneof(
  withPolicy({ kind: 'contactCenter', id: 'support', timeoutSeconds: 20 } as const),
  withPolicy({ kind: 'branch', id: 'tacoma', timeoutSeconds: 25 } as const),
  withPolicy({ kind: 'branch', id: 'seattle', timeoutSeconds: 15 } as const),
  withPolicy({ kind: 'phone', id: 'mobile', number, timeoutSeconds: 15 } as const),
  withPolicy({ kind: 'meeting', id: 'adviser', timeoutSeconds: 25 } as const),
  withPolicy({ kind: 'lookUp', id: 'directory', timeoutSeconds: 18 } as const),
  words.map((words) => ({ kind: 'message', id: 'hold', words }) as const),
  words.chain((words) => withPolicy({ kind: 'voicemail', id: 'mailbox', words, maximumSeconds: 90 } as const)),
);
const attempts = fc.oneof(
  fc.array(attempt, { minLength: 1, maxLength: 6 }),
  // More messages than are said in one go.
  fc
    .tuple(words, attempt)
    .map(([words, last]) => [
      ...Array.from({ length: 8 }, () => ({ kind: 'message', id: 'hold', words }) as const),
      last,
    ]),
);
const service = fc.constantFrom(undefined, { recording: 'always' } as const, { recording: 'ask' } as const);

const table: fc.Arbitrary<TableChanges> = fc
  .record({
    cards: attempts,
    others: attempts,
    service,
    otherService: service,
    locale: fc.constantFrom(undefined, 'fr-CA'),
  })
  .map(({ cards, others, service, otherService, locale }) => ({
    reasons: [
      { id: 'cards', name: { default: 'a card', fr: 'une carte' }, synonyms: {} },
      { id: 'billing', name: { default: 'a bill' }, synonyms: {} },
    ],
    rules: [
      {
        id: 'cards',
        when: [{ kind: 'reason', anyOf: ['cards'] }],
        attempts: cards,
        ...(service === undefined ? {} : { service }),
      },
    ],
    defaultAttempts: others,
    ...(otherService === undefined ? {} : { defaultService: otherService }),
    ...(locale === undefined ? {} : { locale }),
    branches: [branchOf({ id: 'tacoma' }), branchOf({ id: 'seattle' })],
    lookUps: [{ id: 'directory', url: 'https://example.com/' }],
    menu: { greeting: { default: 'Welcome.' }, reasons: ['billing', 'cards'] },
  }));

const destinations = [
  'contactCenter:support',
  'branch:tacoma',
  'branch:seattle',
  'phone:mobile',
  'phone:directory',
  'meeting:adviser',
  'lookUp:directory',
  'voicemail:mailbox',
];
const named = fc.constantFrom(
  undefined,
  { kind: 'branch', id: 'tacoma' } as const,
  { kind: 'branch', id: 'nowhere' } as const,
  { kind: 'contactCenter', id: 'support' } as const,
  { kind: 'phone', number } as const,
  { kind: 'phone', number: '+4930555012' as never } as const,
);
const wish: fc.Arbitrary<SimulationWish> = fc.record({
  caller: fc.record(
    {
      entry: fc.constantFrom(...ingresses),
      attributes: fc.constant({}),
      reasonId: fc.constantFrom('cards', 'billing'),
      locale: fc.constantFrom('en-US', 'fr-CA', 'es-US', 'de-DE'),
    },
    { requiredKeys: ['entry', 'attributes'] },
  ),
  at: fc.constant(epochMs(0)),
  seed: fc.constant('seed'),
  destinations: fc
    .tuple(...destinations.map(() => fc.constantFrom(...simulatedOutcomes, 'notAnswered' as const)))
    .map((outcomes) => Object.fromEntries(outcomes.map((outcome, index) => [destinations[index]!, outcome]))),
  lookUps: named.map((destination) => ({ directory: { destination } })),
  chooses: fc.constantFrom('cards', 'billing', 'nothing'),
});

const endings = { talk: 'connected', voicemail: 'parting', message: 'parting', apology: 'apologising' } as const;

function experienceOf({ timeline, ruleId, ending }: Simulation): Experience {
  const course = timeline.map((item) => {
    switch (item.kind) {
      case 'words':
        return `says ${item.language} ${item.text}`;
      case 'question':
        return `asks ${item.language} ${item.text}`;
      case 'attempt':
        return `tries ${item.destination} ${item.outcome}`;
    }
  });
  return { course, ruleId, ending: endings[ending.kind as keyof typeof endings] };
}

describe('a simulated call', () => {
  it('goes the way that the call flow goes, with the same words and the same attempts', () => {
    fc.assert(
      fc.property(table, wish, (changes, wish) => {
        const indexed = indexTable(routingTableOf(changes));

        const simulation = simulate(indexed, wish);

        expect(experienceOf(simulation)).toEqual(realCall(indexed, wish));
        expect(simulationSchema.parse(JSON.parse(JSON.stringify(simulation)))).toEqual(simulation);
      }),
      { numRuns: 1500 },
    );
  });

  it('has no gap between one thing and the next, and ends when the last is over', () => {
    fc.assert(
      fc.property(table, wish, (changes, wish) => {
        const { timeline, ending } = simulate(indexTable(routingTableOf(changes)), wish);

        expect(timeline.map(({ from }) => from)).toEqual(
          [0, ...timeline.map(({ to }) => to)].slice(0, timeline.length),
        );
        expect(ending.at).toBe(timeline.at(-1)!.to);
      }),
      { numRuns: 200 },
    );
  });
});
