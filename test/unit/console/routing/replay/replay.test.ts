import { replay } from '../../../../../console/routing/replay/replay.ts';
import { recordDecision, type RecordedDecision } from '../../../../../shared/contracts/recorded-decision.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import { indexTable, type IndexedTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import type { Rule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';

const at = epochMs(Date.parse('2026-11-18T15:00:00Z'));

const bills: Rule = {
  id: 'bills',
  when: [{ kind: 'reason', anyOf: ['billing'] }],
  attempts: [{ kind: 'phone', id: 'desk', number: '+12065550101' as E164, timeoutSeconds: 20 }],
};
const fraud: Rule = {
  id: 'fraud',
  when: [{ kind: 'reason', anyOf: ['fraud'] }],
  attempts: [{ kind: 'phone', id: 'fraud-desk', number: '+12065550102' as E164, timeoutSeconds: 20 }],
};

function tableOf(rules: readonly Rule[]): IndexedTable {
  return indexTable(routingTableOf({ rules }));
}

function callerWith(reasonId: string): Caller {
  return { entry: 'alexa-skill-call', reasonId, attributes: {} };
}

/** What the table decided for callers with these reasons. */
function recordsOf(table: IndexedTable, reasons: readonly string[]): RecordedDecision[] {
  return reasons.map((reason, index) => {
    const caller = callerWith(reason);
    const seed = `call-${index}`;
    return recordDecision(decide(table, caller, at, seed).plan, { caller, at, seed });
  });
}

describe('a replay of recorded calls', () => {
  const before = tableOf([bills, fraud]);

  it('finds nothing changed by the table that decided', () => {
    const records = recordsOf(before, ['billing', 'fraud', 'billing', 'other']);

    const report = replay(before, records);

    expect(report).toEqual({
      calls: 4,
      unchanged: 4,
      changed: 0,
      changes: [],
      newlyDefault: { calls: 0, lines: [] },
      newlyNobody: { calls: 0, lines: [] },
      rulesNeverUsed: [],
    });
  });

  it('counts the calls that a missing rule sends to the default, and points at them', () => {
    const records = recordsOf(before, ['billing', 'fraud', 'fraud']);

    const report = replay(tableOf([bills]), records);

    expect(report).toMatchObject({
      unchanged: 1,
      changed: 2,
      newlyDefault: { calls: 2, lines: [2, 3] },
      changes: [
        {
          from: 'fraud',
          to: 'default',
          calls: 2,
          examples: [
            { line: 2, before: ['phone:fraud-desk'], after: ['contactCenter:support'] },
            { line: 3, before: ['phone:fraud-desk'], after: ['contactCenter:support'] },
          ],
        },
      ],
    });
  });

  it('does not call a renamed rule a change', () => {
    const report = replay(tableOf([{ ...bills, id: 'invoices' }, fraud]), recordsOf(before, ['billing']));

    expect(report).toMatchObject({ unchanged: 1, changed: 0, rulesNeverUsed: ['fraud'] });
  });

  it('counts calls that are granted something else, and none for a minute that is written out', () => {
    const advice: Rule = { ...bills, attempts: [{ kind: 'meeting', id: 'adviser' }] };
    const minute: Rule = { ...bills, attempts: [{ kind: 'meeting', id: 'adviser', timeoutSeconds: 60 }] };
    const records = recordsOf(before, ['billing', 'fraud']);

    const recorded = replay(tableOf([{ ...advice, service: { recording: 'ask' } }, fraud]), records, {
      against: tableOf([advice, fraud]),
    });
    const same = replay(tableOf([minute, fraud]), records, { against: tableOf([advice, fraud]) });

    expect(recorded).toMatchObject({ changed: 1, changes: [{ from: 'bills', to: 'bills', calls: 1 }] });
    expect(same.changed).toBe(0);
  });

  it('says who would meet words only', () => {
    const words: Rule = { ...bills, attempts: [{ kind: 'message', id: 'sorry', words: { default: 'Call again' } }] };

    const report = replay(tableOf([words, fraud]), recordsOf(before, ['fraud', 'billing']));

    expect(report.newlyNobody).toEqual({ calls: 1, lines: [2] });
  });

  it('takes a voicemail for somebody', () => {
    const voicemail: Rule = {
      ...bills,
      attempts: [{ kind: 'voicemail', id: 'box', words: { default: 'Leave word' }, maximumSeconds: 60 }],
    };

    const report = replay(tableOf([voicemail, fraud]), recordsOf(before, ['billing']));

    expect(report).toMatchObject({ changed: 1, newlyNobody: { calls: 0, lines: [] } });
  });

  it('puts the most frequent change first and keeps a few examples of each', () => {
    const records = recordsOf(before, ['fraud', 'billing', 'billing', 'billing', 'billing']);

    const report = replay(tableOf([]), records);

    expect(report.changes.map(({ from, calls, examples }) => [from, calls, examples.length])).toEqual([
      ['bills', 4, 3],
      ['fraud', 1, 1],
    ]);
    expect(report.newlyDefault).toEqual({ calls: 5, lines: [1, 2, 3] });
  });

  it('sees another number behind the same id when both tables decide anew, and not from records alone', () => {
    const moved: Rule = {
      ...bills,
      attempts: [{ kind: 'phone', id: 'desk', number: '+12065550109' as E164, timeoutSeconds: 20 }],
    };
    const draft = tableOf([moved, fraud]);
    const records = recordsOf(before, ['billing']);

    expect(replay(draft, records).changed).toBe(0);
    expect(replay(draft, records, { against: before }).changed).toBe(1);
  });

  it('does not call it a change when the usual policy is written out', () => {
    const written: Rule = {
      ...bills,
      attempts: [
        {
          kind: 'phone',
          id: 'desk',
          number: '+12065550101' as E164,
          timeoutSeconds: 20,
          onOutcome: { notAnswered: 'next' },
        },
      ],
    };
    const records = recordsOf(before, ['billing']);

    expect(replay(tableOf([written, fraud]), records, { against: before }).changed).toBe(0);
  });

  it('sees another policy', () => {
    const strict: Rule = {
      ...bills,
      attempts: [
        {
          kind: 'phone',
          id: 'desk',
          number: '+12065550101' as E164,
          timeoutSeconds: 20,
          onOutcome: { notAnswered: 'end' },
        },
      ],
    };
    const records = recordsOf(before, ['billing']);

    expect(replay(tableOf([strict, fraud]), records, { against: before }).changed).toBe(1);
  });

  it('sees that whoever is called would see another number', () => {
    const shown = indexTable(routingTableOf({ rules: [bills, fraud], callerId: '+12065550177' as E164 }));
    const records = recordsOf(before, ['billing']);

    expect(replay(shown, records, { against: before }).changed).toBe(1);
  });

  it('sees that a look-up asks another service', () => {
    const asking: Rule = { ...bills, attempts: [{ kind: 'lookUp', id: 'adviser', timeoutSeconds: 20 }] };
    const [one, other] = ['https://one.example', 'https://other.example'].map((url) =>
      indexTable(routingTableOf({ rules: [asking], lookUps: [{ id: 'adviser', url }] })),
    );

    expect(replay(other!, recordsOf(one!, ['billing']), { against: one! }).changed).toBe(1);
    expect(replay(one!, recordsOf(one!, ['billing']), { against: one! }).changed).toBe(0);
  });

  it('draws the same lot as the call did', () => {
    const pilot: Rule = { ...fraud, id: 'pilot', when: [{ kind: 'share', percent: 30 }] };
    const table = tableOf([pilot, bills]);
    const records = recordsOf(
      table,
      Array.from({ length: 200 }, () => 'billing'),
    );

    const report = replay(table, records);

    expect(new Set(records.map(({ ruleId }) => ruleId))).toEqual(new Set(['pilot', 'bills']));
    expect(report.changed).toBe(0);
  });
});
