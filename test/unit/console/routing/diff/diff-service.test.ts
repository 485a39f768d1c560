import { diffTables, type TableDiff } from '../../../../../console/routing/diff/diff-tables.ts';
import { callerOfFile } from '../../../../../shared/contracts/caller-file.ts';
import type { CallService } from '../../../../../shared/domain/routing/call-service.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import { reasonsToAsk } from '../../../../../shared/domain/routing/menu.ts';
import type { AttemptRule, MenuRule, RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';
import { now } from '../analysis/random-tables.ts';

const toAdvisers: AttemptRule = { kind: 'meeting', id: 'advisers' };

function granting(service: CallService | undefined, attempts: readonly AttemptRule[] = [toAdvisers]): RoutingTable {
  const granted = service === undefined ? {} : { service };
  return routingTableOf({
    rules: [{ id: 'bills', when: [{ kind: 'reason', anyOf: ['billing'] }], attempts, ...granted }],
  });
}

function entriesBetween(before: RoutingTable, after: RoutingTable): TableDiff['entries'] {
  const { entries, isComplete } = diffTables(before, after, { now });
  expect(isComplete).toBe(true);
  return entries;
}

describe('what callers are granted, in the comparison of two tables', () => {
  it.each<{ case: string; before?: CallService; after?: CallService; from: string; to: string }>([
    {
      case: 'is granted from now on',
      after: { recording: 'ask' },
      from: 'meeting advisers',
      to: 'meeting advisers; recorded if the caller agrees',
    },
    {
      case: 'is no longer granted',
      before: { afterwards: 'survey' },
      from: 'meeting advisers; a survey follows',
      to: 'meeting advisers',
    },
    {
      case: 'is another key',
      before: { keys: { 1: 'hangUp' } },
      after: { keys: { 2: 'hangUp' } },
      from: 'meeting advisers; *1 hang up',
      to: 'meeting advisers; *2 hang up',
    },
  ])('is told when it $case, with a caller who notices', ({ before, after, from, to }) => {
    const [old, current] = [granting(before), granting(after)];

    const [entry, ...more] = entriesBetween(old, current);

    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'route', before: 'bills', after: 'bills', from, to });
    const { context, at, seed } = entry!.witness!;
    const services = [old, current].map(
      (table) => decide(indexTable(table), callerOfFile(context), epochMs(Date.parse(at)), seed).plan.service,
    );
    expect(services).toEqual([before, after]);
  });

  it('is nothing when only the order in which it is written differs', () => {
    const before = granting({ recording: 'ask', keys: { 1: 'hangUp', 2: 'nextPerson' } });
    const after = granting({ keys: { 2: 'nextPerson', 1: 'hangUp' }, recording: 'ask' });

    expect(entriesBetween(before, after)).toEqual([]);
  });

  it('is what the default grants, for callers of rules that come to nothing too', () => {
    const near: AttemptRule = { kind: 'nearestBranch', withinKilometers: 5, upTo: 1, timeoutSeconds: 30 };
    const before = granting({ recording: 'ask' }, [near]);

    const entries = entriesBetween(before, { ...before, defaultService: { recording: 'always' } });

    expect(entries).toMatchObject([
      { kind: 'route', before: 'bills', after: 'bills', witness: expect.any(Object) },
      { kind: 'route', before: 'default', after: 'default', witness: expect.any(Object) },
    ]);
  });

  it('has to do with how long an adviser is waited for, but not with whether the usual minute is written out', () => {
    const waiting = (timeoutSeconds: number): RoutingTable => granting(undefined, [{ ...toAdvisers, timeoutSeconds }]);

    expect(entriesBetween(granting(undefined), waiting(60))).toEqual([]);
    expect(entriesBetween(waiting(60), waiting(61))).toMatchObject([
      { from: 'meeting advisers (60 s)', to: 'meeting advisers (61 s)', witness: expect.any(Object) },
    ]);
  });
});

describe('the menu, in the comparison of two tables', () => {
  const table = granting(undefined);
  const withMenu = (menu: MenuRule): RoutingTable => ({ ...table, menu });

  it.each<{ case: string; before: RoutingTable; after: RoutingTable; from: string; to: string }>([
    {
      case: 'greets callers',
      before: table,
      after: withMenu({ greeting: { default: 'Welcome.' }, reasons: ['billing'] }),
      from: '1 a bill or a charge',
      to: '"Welcome." 1 a bill or a charge',
    },
    {
      case: 'greets those of one language otherwise',
      before: withMenu({ greeting: { default: 'Welcome.', fr: 'Salut.' }, reasons: ['billing'] }),
      after: withMenu({ greeting: { default: 'Welcome.', fr: 'Bonjour.' }, reasons: ['billing'] }),
      from: '"Welcome." 1 a bill or a charge (the greeting is (fr) "Salut.")',
      to: '"Welcome." 1 a bill or a charge (the greeting is (fr) "Bonjour.")',
    },
    {
      case: 'calls a reason something else',
      before: table,
      after: { ...table, reasons: [{ id: 'billing', name: { default: 'money' }, synonyms: {} }] },
      from: '1 a bill or a charge',
      to: '1 money',
    },
  ])('is told when it $case, with a caller who is asked', ({ before, after, from, to }) => {
    const [entry, ...more] = entriesBetween(before, after);

    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'menu', from, to });
    const { context, at, seed } = entry!.witness!;
    expect(reasonsToAsk(indexTable(after), callerOfFile(context), epochMs(Date.parse(at)), seed)).toHaveLength(1);
  });

  it('is nothing new when the reasons that were offered anyway are written out', () => {
    expect(entriesBetween(table, withMenu({ reasons: ['billing'] }))).toEqual([]);
  });

  it('is of no interest where no answer makes a difference', () => {
    const menu: MenuRule = { greeting: { default: 'Welcome.' }, reasons: ['billing'] };
    const silent = routingTableOf();
    const skillOnly = routingTableOf({
      rules: [
        {
          id: 'bills',
          when: [
            { kind: 'reason', anyOf: ['billing'] },
            { kind: 'entry', anyOf: ['alexa-skill-call'] },
          ],
          attempts: [toAdvisers],
        },
      ],
    });
    const taken: RoutingTable = {
      ...table,
      rules: [{ id: 'dialled', when: [{ kind: 'entry', anyOf: ['phone'] }], attempts: [toAdvisers] }, ...table.rules],
    };

    for (const each of [silent, skillOnly, taken]) expect(entriesBetween(each, { ...each, menu })).toEqual([]);
  });
});
