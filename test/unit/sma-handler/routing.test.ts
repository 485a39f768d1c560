import type { E164 } from '../../../shared/domain/phone-number.ts';
import { decide } from '../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { bySkill, callsToRoute, destinationsOf, dialled, toPhone } from '../../support/calls-to-route.ts';
import { branchOf, routingTableOf, type TableChanges } from '../../support/routing-table-builder.ts';
import { callerLeg } from '../../support/sma-event-builder.ts';

const callBegan = epochMs(Number(callerLeg.StartTimeInMilliseconds));
const never = { id: 'never', opensAt: [], closesAt: [], compiledUntil: callBegan };
const nearestBranch = { kind: 'nearestBranch', withinKilometers: 100, upTo: 1, timeoutSeconds: 20 } as const;
const visit = { id: 'visit', when: [], attempts: [nearestBranch] };

describe('a decision', () => {
  it('is told with its rule and the nearer branches that lost', async () => {
    const calls = await callsToRoute({
      branches: [branchOf({ id: 'shut', scheduleId: 'never' }), branchOf({ id: 'near' })],
      schedules: [never],
      rules: [visit],
    });
    const context = await calls.storedContext();

    const route = await calls.inbound(bySkill(context.id));

    const told = { tableVersion: 1, passedOver: 'shut:closed' };
    expect(route).toMatchObject({ plan: { ruleId: 'visit' }, ...told });
  });

  it('is told with as many of the branches that lost as one field of a log line has room for', async () => {
    const shut = (letter: string) => branchOf({ id: `shut-${letter.repeat(60)}`, scheduleId: 'never' });
    const calls = await callsToRoute({
      branches: [shut('a'), shut('b'), shut('c'), branchOf({ id: 'near' })],
      schedules: [never],
      rules: [visit],
    });
    const context = await calls.storedContext();

    const route = await calls.inbound(bySkill(context.id));

    expect(route).toMatchObject({
      passedOver: `shut-${'a'.repeat(60)}:closed/shut-${'b'.repeat(60)}:closed`,
    });
  });

  const nobody = { when: [{ kind: 'reason', anyOf: ['nothing'] }], attempts: [] } as const;
  const far = { latitude: -33, longitude: 151 };

  it.each([
    {
      case: 'rules',
      branches: [],
      rules: Array.from({ length: 1000 }, (_, index) => ({ id: `r${index}`, ...nobody })),
    },
    {
      case: 'branches',
      branches: Array.from({ length: 999 }, (_, index) => branchOf({ id: `far-${index}`, coordinates: far })),
      rules: [],
    },
  ])('is not explained when a table has so many $case that the caller would wait', async (table) => {
    const calls = await callsToRoute({
      branches: [branchOf({ id: 'shut', scheduleId: 'never' }), branchOf({ id: 'near' }), ...table.branches],
      schedules: [never],
      rules: [...table.rules, visit],
    });
    const context = await calls.storedContext();

    const route = await calls.inbound(bySkill(context.id));

    expect(route).toMatchObject({ plan: { ruleId: 'visit' } });
    expect(route).not.toHaveProperty('passedOver');
  });

  it('by the caller’s locale keeps the locale for what is said later', async () => {
    const calls = await callsToRoute({ rules: [toPhone('canada', { kind: 'locale', anyOf: ['en-CA'] })] });
    const context = await calls.storedContext({ locale: 'en-CA' });

    const route = await calls.inbound(bySkill(context.id));

    expect(destinationsOf(route)).toEqual(['phone:canada']);
    expect(route).toMatchObject({ locale: 'en-CA' });
  });

  const byAreaCode: TableChanges = { rules: [toPhone('seattle', { kind: 'callerPrefix', anyOf: ['+1206'] })] };

  it('by the caller’s number goes by the number that the call shows when there is no context', async () => {
    const calls = await callsToRoute(byAreaCode);

    const shown = await calls.inbound();
    const hidden = await calls.inbound(dialled({ From: 'anonymous' }));

    expect(destinationsOf(shown)).toEqual(['phone:seattle']);
    expect(destinationsOf(hidden)).toEqual(['contactCenter:support']);
  });

  it('by the caller’s number goes by the context’s number when there is one', async () => {
    const calls = await callsToRoute(byAreaCode);
    const context = await calls.storedContext({ phoneNumber: '+13125550100' as E164 });

    const route = await calls.inbound(bySkill(context.id));

    expect(destinationsOf(route)).toEqual(['contactCenter:support']);
  });

  it('by lot is drawn by the context’s id, so that a replay draws the same', async () => {
    const table: TableChanges = { rules: [toPhone('half', { kind: 'share', percent: 50 })] };
    const indexed = indexTable(routingTableOf(table));
    const calls = await callsToRoute(table);
    const drawn: string[] = [];
    const expected: string[] = [];
    for (let call = 0; call < 20; call += 1) {
      const { id } = await calls.storedContext();
      const route = await calls.inbound(bySkill(id, `call-${call}`));
      expect(route).not.toHaveProperty('seed');
      drawn.push(route.plan.ruleId);
      expected.push(decide(indexed, { entry: 'alexa-skill-call', attributes: {} }, callBegan, id).plan.ruleId);
    }

    expect(drawn).toEqual(expected);
    expect(new Set(drawn)).toEqual(new Set(['half', 'default']));
  });

  it('that leaves nothing to try is for the default destination', async () => {
    const calls = await callsToRoute({ rules: [], defaultAttempts: [] });

    const route = await calls.inbound();

    expect(destinationsOf(route)).toEqual(['branch:seattle-downtown']);
    expect(route).toMatchObject({ plan: { ruleId: 'default-destination' }, tableVersion: 1 });
  });
});

describe('an event that is delivered again', () => {
  it.each([
    { case: 'a skill call', event: (id: string) => bySkill(id) },
    { case: 'a plain call', event: () => dialled() },
    { case: 'a call of which nothing is known', event: () => dialled({ From: 'anonymous' }) },
  ])('is decided as it was the first time, though a newer table has been taken meanwhile: $case', async ({ event }) => {
    const calls = await callsToRoute({ rules: [toPhone('desk')] });
    const { id } = await calls.storedContext({ phoneNumber: callerLeg.From as E164 });
    const first = await calls.inbound(event(id));
    await calls.publish();
    await calls.clock.advanceBy(30_000);
    await calls.tables.refresh();

    const again = await calls.inbound(event(id));
    const next = await calls.inbound(
      dialled({ StartTimeInMilliseconds: String(calls.clock.now()), From: 'anonymous' }, 'next'),
    );

    expect(again).toEqual(first);
    expect(first).toMatchObject({ tableVersion: 1 });
    expect(next).toMatchObject({ tableVersion: 2 });
  });

  it('while the first is still being decided is decided like it, and claims what it claims', async () => {
    const calls = await callsToRoute({ rules: [toPhone('billing', { kind: 'reason', anyOf: ['billing'] })] });
    const { id } = await calls.storedContext({ phoneNumber: callerLeg.From as E164 });

    const routes = await Promise.all([calls.inbound(), calls.inbound(), calls.inbound(bySkill(id))]);

    expect(routes[1]).toEqual(routes[0]);
    for (const route of routes) expect(route).toMatchObject({ contextId: id, plan: { ruleId: 'billing' } });
  });

  it('keeps the table of its claim, by a function that knows a newer one only', async () => {
    const calls = await callsToRoute({ rules: [toPhone('desk')] });
    await calls.publish();
    const { id } = await calls.storedContext();
    const event = bySkill(id);
    const { TransactionId: transactionId } = event.CallDetails;
    await calls.contexts.claim(id, { transactionId, tableVersion: 1, now: calls.clock.now() });

    const route = await calls.inbound(event);

    expect(route).toMatchObject({ tableVersion: 1 });
    expect(destinationsOf(route)).toEqual(['phone:desk']);
  });

  it('goes by the table that is known now when the first delivery could not tell one', async () => {
    const calls = await callsToRoute({ rules: [toPhone('desk')] });
    const { id } = await calls.storedContext();
    const currentVersion = calls.store.currentVersion.bind(calls.store);
    calls.store.currentVersion = () => Promise.reject(new Error('no answer'));
    const first = await calls.inbound(bySkill(id));
    calls.store.currentVersion = currentVersion;

    const again = await calls.inbound(bySkill(id));

    expect(first).toMatchObject({ contextId: id, plan: { ruleId: 'default-destination' } });
    expect(again).toMatchObject({ contextId: id, tableVersion: 1, plan: { ruleId: 'desk' } });
  });
});
