import { MemoryCallRecordStore } from '../../../../../shared/adapters/memory/memory-call-record-store.ts';
import { reviewResponseSchema, type ReviewResponse } from '../../../../../shared/contracts/tables-api.ts';
import type { Happening } from '../../../../../shared/domain/call-flow/happening.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { callRecordOf } from '../../../../support/call-record-builder.ts';
import { smallTableFile, tableFileWith } from '../../../../support/table-file-builder.ts';
import { RoutingFixture, sourceOf } from '../routing-fixture.ts';

const hour = 60 * 60 * 1000;
type Routed = Extract<Happening, { kind: 'routed' }>;

/** Bills go to the branch downtown. */
const draft = tableFileWith(
  '    attempts:\n      - contactCenter: support\ndefault',
  '    attempts:\n      - branch: downtown\ndefault',
);
const bill: Routed = {
  kind: 'routed',
  entry: 'alexa-skill-call',
  ruleId: 'bills',
  tableVersion: 1,
  reasonId: 'billing',
  locale: 'en-US',
  destinations: ['contactCenter:support'],
};

describe('POST /tables/{name}/review', () => {
  let callRecords: MemoryCallRecordStore;
  let api: RoutingFixture;
  beforeEach(async () => {
    callRecords = new MemoryCallRecordStore();
    api = new RoutingFixture({ callRecords });
    await api.published(smallTableFile);
    await api.clock.advanceBy(6 * 24 * hour);
  });

  async function review(text: string): Promise<ReviewResponse> {
    const { status, body } = await api.ask('reviewTable', { body: { source: sourceOf(text) } });
    expect(status).toBe(200);
    return reviewResponseSchema.parse(body);
  }
  async function routed(transactionId: string, happenings: readonly Happening[], hoursAgo = 24): Promise<void> {
    const callStartedAt = epochMs(api.clock.now() - hoursAgo * hour);
    await callRecords.put([callRecordOf({ transactionId, callStartedAt, happenings })]);
  }

  it('says in words who would meet something else, with a caller, and how many have called last week', async () => {
    await routed('call-1', [bill]);
    await routed('call-2', [bill], 48);

    const { against, changes, isComplete, lastWeek } = await review(draft);

    expect({ against, isComplete }).toEqual({ against: 1, isComplete: true });
    expect(changes).toMatchObject([
      {
        kind: 'route',
        before: 'bills',
        after: 'bills',
        words: expect.stringMatching(/^callers of bills: .*support.* → .*downtown/),
        witness: { context: { reason: { id: 'billing' } } },
        calls: 2,
      },
    ]);
    expect(lastWeek).toMatchObject({ calls: 2, more: false, untellable: 0, unchanged: 0, changed: 2 });
    expect(lastWeek.changes).toEqual([
      {
        from: 'bills',
        to: 'bills',
        calls: 2,
        examples: ['call-1', 'call-2'].map((transactionId) => ({
          transactionId,
          before: ['contactCenter:support'],
          after: ['branch:downtown'],
        })),
      },
    ]);
  });

  it('finds nothing where nothing has changed for anybody', async () => {
    await routed('call-1', [bill]);

    const { changes, lastWeek } = await review(smallTableFile);

    expect(changes).toEqual([]);
    expect(lastWeek).toMatchObject({ calls: 1, unchanged: 1, changed: 0 });
  });

  it('holds the draft against the table in force, not against the one that decided', async () => {
    await routed('call-1', [bill]);
    await api.published(draft, 1);

    const { against, changes, lastWeek } = await review(draft);

    expect({ against, changes }).toEqual({ against: 2, changes: [] });
    expect(lastWeek).toMatchObject({ untellable: 0, unchanged: 1, changed: 0 });
  });

  it.each([
    { case: 'whose record does not tell what decided', happening: { ...bill, ruleId: 'default' } },
    { case: 'that was decided by a version that is gone', happening: { ...bill, tableVersion: 9 } },
    {
      case: 'that met the default destination',
      happening: { kind: 'routed', entry: 'phone', ruleId: 'default-destination', destinations: [] } as const,
    },
  ])('does not count a call $case', async ({ happening }) => {
    await routed('call-1', [happening]);

    const { changes, lastWeek } = await review(draft);

    expect(lastWeek).toMatchObject({ calls: 1, untellable: 1, changed: 0, unchanged: 0 });
    expect(changes[0]).not.toHaveProperty('calls');
  });

  it('goes by what a caller chose in the menu, and not by another try', async () => {
    const stranger: Routed = { kind: 'routed', entry: 'phone', ruleId: 'default', tableVersion: 1, destinations: [] };
    const { locale: _locale, ...chosen } = { ...bill, entry: 'phone' as const };
    await routed('call-1', [
      { ...stranger, destinations: ['contactCenter:support'] },
      { kind: 'menuAsked' },
      { kind: 'menuAnswered', reasonId: 'billing' },
      chosen,
      { kind: 'attemptBegan', attempt: { number: 1, kind: 'contactCenter', id: 'support' } },
      { ...stranger, ruleId: 'somewhere-else' },
    ]);

    expect((await review(draft)).lastWeek).toMatchObject({ untellable: 0, changed: 1 });
  });

  it('looks a week back, and no further', async () => {
    await routed('old', [bill], 7 * 24 + 1);
    await routed('young', [bill], 6 * 24 - 1);

    expect((await review(draft)).lastWeek).toMatchObject({ calls: 1 });
  });

  it('stops at 2,000 calls, and says that there are more', async () => {
    for (let index = 0; index < 2001; index += 1) await routed(`call-${index}`, [bill], 1 + index / 1000);

    expect((await review(draft)).lastWeek).toMatchObject({ calls: 2000, more: true, changed: 2000 });
  });

  it('stops when its time is over, and says what it has seen by then', async () => {
    for (let index = 0; index < 101; index += 1) await routed(`call-${index}`, [bill], 1 + index / 1000);
    const between = callRecords.between.bind(callRecords);
    callRecords.between = async (wanted) => {
      await api.clock.advanceBy(19_900);
      const page = await between(wanted);
      if (wanted.cursor !== undefined) await api.clock.advanceBy(200);
      return page;
    };

    const { changes, lastWeek } = await review(draft);

    expect(changes).toHaveLength(1);
    expect(lastWeek).toMatchObject({ calls: 0, more: true });
  });

  it('says what is wrong with a draft that has errors, and nothing else', async () => {
    const { against, findings, changes, isComplete } = await review(
      tableFileWith('callerId: "+14255550100"', 'callerId: nobody'),
    );

    expect(against).toBe(1);
    expect(findings).toMatchObject([{ severity: 'error' }]);
    expect({ changes, isComplete }).toEqual({ changes: [], isComplete: false });
  });

  it('has nothing to hold the first draft of a table against', async () => {
    const first = new RoutingFixture({ callRecords });
    const { body } = await first.ask('reviewTable', { body: { source: sourceOf(smallTableFile) } });

    expect(reviewResponseSchema.parse(body)).toMatchObject({ against: 0, changes: [], lastWeek: { calls: 0 } });
  });

  it('does without calls where none are recorded', async () => {
    const without = new RoutingFixture();
    await without.published(smallTableFile);
    const { body } = await without.ask('reviewTable', { body: { source: sourceOf(draft) } });

    expect(body).toMatchObject({ against: 1, changes: [{ kind: 'route' }], lastWeek: { calls: 0, more: false } });
  });
});
