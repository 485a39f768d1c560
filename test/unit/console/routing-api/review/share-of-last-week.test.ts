import { MemoryCallRecordStore } from '../../../../../shared/adapters/memory/memory-call-record-store.ts';
import { reviewResponseSchema, type ReviewResponse } from '../../../../../shared/contracts/tables-api.ts';
import type { Happening } from '../../../../../shared/domain/call-flow/happening.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { callRecordOf } from '../../../../support/call-record-builder.ts';
import { RoutingFixture, sourceOf } from '../routing-fixture.ts';

const hour = 60 * 60 * 1000;
type Routed = Extract<Happening, { kind: 'routed' }>;

/** Most callers of this bank go to a branch near them. */
const bank = `
name: example-bank
callerId: "+14255550100"
dialling: { allow: ["+1"] }
reasons:
  billing: { name: a bill or a charge, synonyms: [my bill] }
  card-lost: { name: a lost card, synonyms: [my card] }
contactCenters:
  support: { voiceConnector: "arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4", user: "+12065550150" }
branches:
  downtown: { name: Downtown, number: "+12065550141", coordinates: [47.608, -122.3351], services: [accounts, cards], schedule: always }
  uptown: { name: Uptown, number: "+12065550142", coordinates: [47.65, -122.35], services: [accounts], schedule: always }
rules:
  - id: washington
    when: { reason: [billing], state: [WA] }
    attempts: [{ contactCenter: support }]
  - id: bills
    when: { reason: [billing] }
    attempts: [{ nearestBranch: { service: accounts, within: 50 } }]
  - id: cards
    when: { reason: [card-lost] }
    attempts: [{ nearestBranch: { service: cards, within: 50 } }]
default:
  attempts: [{ contactCenter: support }]
`.trimStart();

function edited(from: string, to: string): string {
  if (!bank.includes(from)) throw new Error(`the table has no "${from}"`);
  return bank.replace(from, to);
}

/** Lost cards are for the contact centre now. */
const lostCardsMoved = edited(
  '  - id: cards\n',
  '  - id: lost-cards\n    when: { reason: [card-lost] }\n    attempts: [{ contactCenter: support }]\n  - id: cards\n',
);

const taken = (ruleId: string, reasonId: string | undefined, destinations: readonly string[]): Routed => ({
  kind: 'routed',
  entry: reasonId === undefined ? 'phone' : 'alexa-skill-call',
  ruleId,
  tableVersion: 1,
  ...(reasonId === undefined ? {} : { reasonId }),
  locale: 'en-US',
  destinations,
});
const lostCard = taken('cards', 'card-lost', ['branch:downtown']);
const lostCardFarAway = taken('cards', 'card-lost', ['contactCenter:support']);
const bill = taken('bills', 'billing', ['branch:uptown']);
const billFromWashington = taken('washington', 'billing', ['contactCenter:support']);
const other = taken('default', undefined, ['contactCenter:support']);

describe('the share of last week’s calls that a draft concerns', () => {
  let callRecords: MemoryCallRecordStore;
  let api: RoutingFixture;
  beforeEach(async () => {
    callRecords = new MemoryCallRecordStore();
    api = new RoutingFixture({ callRecords });
    await api.published(bank);
    await api.clock.advanceBy(6 * 24 * hour);
  });

  async function calledLastWeek(calls: readonly (readonly [number, Routed])[]): Promise<void> {
    const all = calls.flatMap(([count, routed]) => Array.from({ length: count }, () => routed));
    for (const [index, routed] of all.entries())
      await callRecords.put([
        callRecordOf({
          transactionId: `call-${index + 1}`,
          callStartedAt: epochMs(api.clock.now() - (index + 1) * hour),
          happenings: [routed],
        }),
      ]);
  }
  async function review(text: string): Promise<ReviewResponse> {
    const { status, body } = await api.ask('reviewTable', { body: { source: sourceOf(text) } });
    expect([status, body.findings?.filter(({ severity }: { severity: string }) => severity === 'error')]).toEqual([
      200,
      [],
    ]);
    return reviewResponseSchema.parse(body);
  }
  const callsBy = ({ changes }: ReviewResponse): unknown[] =>
    changes.map(({ kind, before, after, branch, calls }) => [kind, before ?? branch, after, calls]);

  it('is told of callers who go to a branch near them, wherever they were: 12 of 40 move to another rule', async () => {
    await calledLastWeek([
      [12, lostCard],
      [20, bill],
      [8, other],
    ]);

    const reviewed = await review(lostCardsMoved);

    expect(callsBy(reviewed)).toEqual([['route', 'cards', 'lost-cards', 12]]);
    expect(reviewed.lastWeek).toMatchObject({
      calls: 40,
      untellable: 0,
      changed: 12,
      unchanged: 28,
      newlyDefault: { calls: 0 },
    });
    expect(reviewed.lastWeek.changes).toEqual([
      {
        from: 'cards',
        to: 'lost-cards',
        calls: 12,
        examples: ['call-1', 'call-2', 'call-3'].map((transactionId) => ({
          transactionId,
          before: ['nearestBranch:cards', 'contactCenter:support'],
          after: ['contactCenter:support'],
        })),
      },
    ]);
  });

  it('counts no caller with a branch near them where only what follows without one has changed', async () => {
    await calledLastWeek([
      [3, lostCardFarAway],
      [9, lostCard],
      [8, other],
    ]);

    const reviewed = await review(
      edited('default:\n  attempts: [{ contactCenter', 'default:\n  attempts: [{ timeout: 25, contactCenter'),
    );

    expect(reviewed.lastWeek).toMatchObject({ calls: 20, untellable: 0, changed: 11, unchanged: 9 });
    expect(callsBy(reviewed)).toContainEqual(['route', 'cards', 'cards', 3]);
    expect(callsBy(reviewed)).toContainEqual(['route', 'default', 'default', 8]);
  });

  it('has a number for every change of a route, none for one of branches', async () => {
    await calledLastWeek([[5, lostCard]]);
    const draft = edited('cards, within: 50', 'cards, within: 20').replace('+12065550142', '+12065550143');

    const reviewed = await review(draft);

    expect(callsBy(reviewed)).toEqual([
      ['route', 'cards', 'cards', 5],
      ['branch', 'uptown', undefined, undefined],
    ]);
  });

  it('counts callers whom no rule takes any more, and those who reach nobody', async () => {
    await calledLastWeek([
      [3, lostCard],
      [2, bill],
    ]);
    const draft = edited('reason: [card-lost]', 'reason: [card-lost], entry: [phone]').replace(
      '[{ nearestBranch: { service: accounts, within: 50 } }]',
      '[{ message: { id: closed, words: { default: we are closed } } }]',
    );

    const { lastWeek } = await review(draft);

    expect(lastWeek.newlyDefault).toEqual({ calls: 3, transactionIds: ['call-1', 'call-2', 'call-3'] });
    expect(lastWeek.newlyNobody).toEqual({ calls: 2, transactionIds: ['call-4', 'call-5'] });
  });

  it('does not tell of callers whom a place, a number or an attribute brought to their rule', async () => {
    await calledLastWeek([
      [4, billFromWashington],
      [6, bill],
    ]);

    expect((await review(bank)).lastWeek).toMatchObject({ calls: 10, untellable: 4, unchanged: 6 });
  });

  it.each([
    { case: 'a place', when: 'state: [OR]' },
    { case: 'a number', when: 'callerPrefix: ["+1503"]' },
    { case: 'an attribute', when: 'attribute: { tier: [gold] }' },
  ])('does not tell of callers whom a new rule would take for $case', async ({ when }) => {
    await calledLastWeek([
      [3, lostCard],
      [7, bill],
    ]);
    const draft = edited(
      '  - id: cards\n',
      `  - id: new\n    when: { reason: [card-lost], ${when} }\n    attempts: [{ contactCenter: support }]\n  - id: cards\n`,
    );

    expect((await review(draft)).lastWeek).toMatchObject({ calls: 10, untellable: 3, changed: 0, unchanged: 7 });
  });

  it('does not tell of callers who may have gone to a branch that has changed', async () => {
    await calledLastWeek([
      [3, lostCard],
      [7, bill],
    ]);

    // Uptown has accounts, and no cards.
    const { lastWeek } = await review(edited('+12065550142', '+12065550143'));

    expect(lastWeek).toMatchObject({ calls: 10, untellable: 7, changed: 0, unchanged: 3 });
  });
});
