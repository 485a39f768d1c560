import { diffTables, type TableDiff } from '../../../../../console/routing/diff/diff-tables.ts';
import { callerOfFile } from '../../../../../shared/contracts/caller-file.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { Branch } from '../../../../../shared/domain/routing/branches.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import type { Condition } from '../../../../../shared/domain/routing/condition.ts';
import type { AttemptRule, RoutingTable, Rule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { branchOf, routingTableOf } from '../../../../support/routing-table-builder.ts';
import { now, scheduleOf } from '../analysis/random-tables.ts';

const billing: Condition = { kind: 'reason', anyOf: ['billing'] };

function ruleOf(id: string, when: readonly Condition[], ...attempts: readonly AttemptRule[]): Rule {
  return { id, when, attempts: attempts.length > 0 ? attempts : [{ kind: 'meeting', id: 'advisers' }] };
}

/** The entries without their witnesses, each of which has been tried. */
function changesBetween(before: RoutingTable, after: RoutingTable): Omit<TableDiff['entries'][number], 'witness'>[] {
  const [old, current] = [indexTable(before), indexTable(after)];
  return diffTables(before, after, { now }).entries.map(({ witness, ...entry }) => {
    const { context, at, seed } = witness!;
    const [was, is] = [old, current].map(
      (table) => decide(table, callerOfFile(context), epochMs(Date.parse(at)), seed).plan,
    );
    expect([was!.attempts, was!.callerId]).not.toEqual([is!.attempts, is!.callerId]);
    return entry;
  });
}

describe('comparing two tables', () => {
  it('tells who is moved by a rule that is put before another', () => {
    const washington = ruleOf('washington', [{ kind: 'state', anyOf: ['WA'] }], { kind: 'meeting', id: 'west' });
    const bills = ruleOf('bills', [billing]);

    const changes = changesBetween(
      routingTableOf({ rules: [bills, washington] }),
      routingTableOf({ rules: [washington, bills] }),
    );

    expect(changes).toEqual([
      { kind: 'route', before: 'bills', after: 'washington', from: 'meeting advisers', to: 'meeting west' },
    ]);
  });

  it.each([
    { case: 'renamed', after: [ruleOf('accounts', [billing])] },
    { case: 'split in two', after: [ruleOf('a', [billing, { kind: 'state', anyOf: ['WA'] }]), ruleOf('b', [billing])] },
    {
      case: 'followed by one that takes nobody',
      after: [ruleOf('bills', [billing]), ruleOf('never', [billing], { kind: 'meeting', id: 'x' })],
    },
    {
      case: 'written with the policy that is usual anyway',
      after: [ruleOf('bills', [billing], { kind: 'meeting', id: 'advisers', onOutcome: { declined: 'nextKind' } })],
    },
  ])('names nothing when a rule is $case', ({ after }) => {
    const before = routingTableOf({ rules: [ruleOf('bills', [billing])] });

    expect(diffTables(before, routingTableOf({ rules: after }), { now })).toEqual({ entries: [], isComplete: true });
  });

  it('shows a caller between the two percentages when a share grows', () => {
    const pilot = (percent: number): RoutingTable =>
      routingTableOf({ rules: [ruleOf('pilot', [billing, { kind: 'share', percent }])] });

    const changes = changesBetween(pilot(10), pilot(12));

    expect(changes).toMatchObject([{ before: 'default', after: 'pilot' }]);
  });

  it('shows a moment between the two closing times when hours change under the same name', () => {
    const until = (hour: number): RoutingTable =>
      routingTableOf({
        rules: [ruleOf('day', [{ kind: 'schedule', id: 'day', is: 'open' }])],
        schedules: [scheduleOf('day', [[1, hour]])],
      });

    const changes = changesBetween(until(5), until(6));

    expect(changes).toMatchObject([{ before: 'default', after: 'day' }]);
  });

  it('shows a caller who speaks the language in which words have changed', () => {
    const saying = (words: Record<string, string>): RoutingTable =>
      routingTableOf({
        rules: [ruleOf('bills', [billing], { kind: 'message', id: 'hello', words: { default: 'Hello', ...words } })],
      });

    const { entries } = diffTables(saying({ fr: 'Bonjour' }), saying({ fr: 'Salut' }), { now });

    expect(entries).toMatchObject([{ before: 'bills', after: 'bills', witness: { context: { locale: 'fr' } } }]);
    expect(
      diffTables(saying({ fr: 'Bonjour' }), saying({ fr: 'Bonjour', 'fr-CA': 'Bonjour' }), { now }).entries,
    ).toEqual([]);
  });

  it('shows a caller who hears the same words in another voice', () => {
    const [alone, beside] = [{ default: 'Hello' }, { default: 'Hello', en: 'Hello' }].map((words) =>
      routingTableOf({ rules: [ruleOf('bills', [billing], { kind: 'message', id: 'hello', words })] }),
    );

    const { entries } = diffTables(alone!, beside!, { now });

    expect(entries).toMatchObject([{ before: 'bills', after: 'bills' }]);
    expect(entries[0]!.witness!.context.locale).not.toMatch(/^en/);
  });

  it('shows a caller of no language that is written for, whose voice is the usual one when another language is', () => {
    const [alone, beside] = [{ default: 'Hello' }, { default: 'Hello', fr: 'Hello' }].map((words) =>
      routingTableOf({ rules: [ruleOf('bills', [billing], { kind: 'message', id: 'hello', words })] }),
    );

    const { entries } = diffTables(alone!, beside!, { now });

    expect(entries).toMatchObject([{ before: 'bills', after: 'bills' }]);
    expect(entries[0]!.witness!.context.locale).not.toMatch(/^(en|fr)/);
  });

  it('tells proportions of a choice from weights', () => {
    const choosing = (...weights: readonly [number, number]): RoutingTable =>
      routingTableOf({
        rules: [
          ruleOf('bills', [billing], {
            kind: 'choice',
            upTo: 1,
            from: weights.map((weight, index) => ({ weight, attempt: { kind: 'meeting', id: `m${index}` } })),
          }),
        ],
      });

    expect(changesBetween(choosing(1, 1), choosing(3, 2))).toHaveLength(1);
    expect(changesBetween(choosing(1, 1), choosing(2, 2))).toEqual([]);
  });

  it('follows a rule that may come to nothing into the default', () => {
    const rules = [
      ruleOf('bills', [billing], { kind: 'nearestBranch', withinKilometers: 5, upTo: 1, timeoutSeconds: 30 }),
    ];
    const [before, after] = [30, 40].map((timeoutSeconds) =>
      routingTableOf({ rules, defaultAttempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds }] }),
    );

    const changes = changesBetween(before!, after!);

    expect(changes).toMatchObject([
      { before: 'bills', after: 'bills' },
      { before: 'default', after: 'default' },
    ]);
  });

  const downtown = branchOf({ id: 'downtown' });
  const farther = { latitude: 47.7, longitude: -122.33 };
  it.each<{ change: string; before?: Partial<Branch>; after: Partial<Branch> | 'gone' }>([
    { change: 'number', after: { number: '+12065550142' as E164 } },
    { change: 'place', after: { coordinates: farther } },
    { change: 'place', after: { coordinates: { latitude: 47.6081, longitude: -122.3351 } } },
    { change: 'services', after: { services: ['cards'] } },
    { change: 'opening hours', before: { scheduleId: 'day' }, after: { scheduleId: 'evening' } },
    { change: 'opening hours', after: { scheduleId: 'evening' } },
    { change: 'gone', after: 'gone' },
  ])('shows a caller near a branch for: $change', ({ change, before, after }) => {
    const common = {
      rules: [
        ruleOf('near', [billing, { kind: 'schedule', id: 'day', is: 'open' }], {
          kind: 'nearestBranch',
          service: 'accounts',
          withinKilometers: 20,
          upTo: 1,
          timeoutSeconds: 30,
        }),
      ],
      schedules: [scheduleOf('day', [[1, 5]]), scheduleOf('evening', [[4, 9]])],
    };
    const others = [branchOf({ id: 'airport', coordinates: { latitude: 47.44, longitude: -122.3 } })];

    const changes = changesBetween(
      routingTableOf({ ...common, branches: [{ ...downtown, ...before }, ...others] }),
      routingTableOf({ ...common, branches: after === 'gone' ? others : [{ ...downtown, ...after }, ...others] }),
    );

    expect(changes).toEqual([{ kind: 'branch', id: 'downtown', change }]);
  });

  it('finds the hours in which a branch is no longer open, late as they may be', () => {
    const hours = Array.from({ length: 9 }, (_, hour) => [hour + 0.25, hour + 0.75] as const);
    const [before, after] = [hours, hours.slice(0, -1)].map((opened) =>
      routingTableOf({
        rules: [
          ruleOf('near', [billing], { kind: 'nearestBranch', withinKilometers: 20, upTo: 1, timeoutSeconds: 30 }),
        ],
        schedules: [scheduleOf('hours', opened)],
        branches: [{ ...downtown, scheduleId: 'hours' }],
      }),
    );

    expect(changesBetween(before!, after!)).toEqual([{ kind: 'branch', id: 'downtown', change: 'opening hours' }]);
  });

  it('names no branch that nobody looks for', () => {
    const [before, after] = ['+12065550141', '+12065550142'].map((number) =>
      routingTableOf({
        rules: [
          ruleOf('near', [billing], {
            kind: 'nearestBranch',
            service: 'cards',
            withinKilometers: 20,
            upTo: 1,
            timeoutSeconds: 30,
          }),
        ],
        branches: [{ ...downtown, number: number as E164 }],
      }),
    );

    expect(diffTables(before!, after!, { now }).entries).toEqual([]);
  });
});
