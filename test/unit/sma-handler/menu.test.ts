import type { Reason, Rule } from '../../../shared/domain/routing/table.ts';
import { callsToRoute, destinationsOf, dialled, toPhone } from '../../support/calls-to-route.ts';
import type { TableChanges } from '../../support/routing-table-builder.ts';

function reason(id: string, name = `about ${id}`): Reason {
  return { id, name: { default: name }, synonyms: {} };
}

function rule(id: string): Rule {
  return toPhone(id, { kind: 'reason', anyOf: [id] });
}

async function menuBy(table: TableChanges) {
  const calls = await callsToRoute(table);
  const { menu } = await calls.inbound();
  return menu;
}

describe('the menu', () => {
  it('offers the first nine reasons of the table, in its order', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `r${index}`);

    const menu = await menuBy({ reasons: ids.map((id) => reason(id)), rules: [rule('r0')] });

    expect(menu?.options.map(({ reasonId }) => reasonId)).toEqual(ids.slice(0, 9));
    expect(menu?.greeting).toBeUndefined();
  });

  it('offers the reasons that the table wants offered, after its greeting', async () => {
    const menu = await menuBy({
      reasons: [reason('a', 'a bill'), reason('b'), reason('c', 'a card')],
      rules: [rule('a')],
      menu: { greeting: { default: 'Welcome to Example Bank.', fr: 'Bienvenue.' }, reasons: ['c', 'a'] },
    });

    expect(menu).toEqual({
      greeting: { words: 'Welcome to Example Bank.', locale: 'en-US' },
      options: [
        { reasonId: 'c', name: 'a card' },
        { reasonId: 'a', name: 'a bill' },
      ],
    });
  });

  it('is asked though everybody who answers goes to the same place, as long as the others go elsewhere', async () => {
    const menu = await menuBy({
      reasons: [reason('a'), reason('b')],
      rules: [toPhone('desk', { kind: 'reason', anyOf: ['a', 'b'] })],
    });

    expect(menu?.options).toHaveLength(2);
  });

  it('is asked where the answer changes nothing but that the conversation is recorded', async () => {
    const desk = toPhone('desk');
    const menu = await menuBy({
      reasons: [reason('a')],
      rules: [{ ...rule('a'), attempts: desk.attempts, service: { recording: 'always' } }, desk],
    });

    expect(menu).toBeDefined();
  });

  it.each<{ case: string; table: TableChanges }>([
    { case: 'the table has no reasons', table: { reasons: [], rules: [rule('a')] } },
    { case: 'no rule asks for one that is offered', table: { reasons: [reason('a')], rules: [rule('b')] } },
    { case: 'another rule comes before', table: { reasons: [reason('a')], rules: [toPhone('all'), rule('a')] } },
    {
      case: 'a rule only says in other words what the default says',
      table: { reasons: [reason('a')], rules: [rule('a')], defaultAttempts: rule('a').attempts },
    },
    {
      case: 'the table offers reasons that it does not have',
      table: { reasons: [reason('a')], rules: [rule('a')], menu: { reasons: ['gone'] } },
    },
  ])('is not asked when $case', async ({ table }) => {
    expect(await menuBy(table)).toBeUndefined();
  });

  it('is not asked of a caller who is known', async () => {
    const calls = await callsToRoute({ rules: [rule('billing')] });
    await calls.storedContext({ phoneNumber: '+12065550123' as never, reason: { id: 'other' } });

    const route = await calls.inbound();

    expect(route.contextId).toBeDefined();
    expect(route.menu).toBeUndefined();
  });

  it('is not asked when there is no table', async () => {
    const calls = await callsToRoute({ rules: [rule('billing')] });
    calls.store.load = () => Promise.resolve(undefined);

    const route = await calls.inbound();

    expect(destinationsOf(route)).toEqual(['branch:seattle-downtown']);
    expect(route.menu).toBeUndefined();
  });
});

describe('an answer to the menu', () => {
  it('sends the caller where somebody goes whose reason was known', async () => {
    const calls = await callsToRoute({ reasons: [reason('a'), reason('b')], rules: [rule('a'), rule('b')] });
    const asked = await calls.inbound();

    const route = await calls.after(asked, { reasonId: 'b' });

    expect(destinationsOf(route)).toEqual(['phone:b']);
    expect(route).toMatchObject({ entry: 'phone', reasonId: 'b', tableVersion: 1, seed: asked.seed });
    expect(route.menu).toBeUndefined();
  });

  it('counts by the table that the menu came from, though another function answers that knows a newer one only', async () => {
    const calls = await callsToRoute({ reasons: [reason('a')], rules: [rule('a')] });
    const asked = await calls.inbound();
    const others = await callsToRoute({ reasons: [reason('a')], rules: [rule('a')] });
    await others.publish({ reasons: [reason('a')] });
    await others.inbound();

    const chosen = await others.after(asked, { reasonId: 'a' });

    expect(chosen).toMatchObject({ tableVersion: 1 });
    expect(destinationsOf(chosen)).toEqual(['phone:a']);
  });

  it('counts for the moment at which the call began, and by the same lot, however often it is delivered', async () => {
    const calls = await callsToRoute({
      schedules: [
        {
          id: 'now',
          opensAt: [1795014000000 as never],
          closesAt: [1795014060000 as never],
          compiledUntil: 1795014060000 as never,
        },
      ],
      rules: [
        toPhone(
          'half',
          { kind: 'reason', anyOf: ['billing'] },
          { kind: 'share', percent: 50 },
          { kind: 'schedule', id: 'now', is: 'open' },
        ),
        toPhone('others', { kind: 'reason', anyOf: ['billing'] }, { kind: 'schedule', id: 'now', is: 'open' }),
      ],
    });
    const drawn = new Set<string>();
    for (let call = 0; call < 12; call += 1) {
      const asked = await calls.inbound(dialled({}, `call-${call}`));
      const event = { ...dialled({}, `call-${call}`), InvocationEventType: 'ACTION_SUCCESSFUL' };
      const first = await calls.after(asked, { reasonId: 'billing' }, event);
      await calls.clock.advanceBy(10_000);
      expect(await calls.after(asked, { reasonId: 'billing' }, event)).toEqual(first);
      drawn.add(destinationsOf(first).join());
    }

    expect(drawn).toEqual(new Set(['phone:half', 'phone:others']));
  });

  it('goes by the table there is when its own cannot be had', async () => {
    const calls = await callsToRoute({ reasons: [reason('a')], rules: [rule('a')] });
    const asked = await calls.inbound();

    const route = await calls.after({ ...asked, tableVersion: 7 }, { reasonId: 'a' });

    expect(route).toMatchObject({ tableVersion: 1 });
    expect(destinationsOf(route)).toEqual(['phone:a']);
  });

  it('that means nothing leaves the call where it was to go', async () => {
    const calls = await callsToRoute({ reasons: [reason('a')], rules: [rule('a')] });
    const asked = await calls.inbound();

    const route = await calls.after(asked, {});

    expect(destinationsOf(route)).toEqual(destinationsOf(asked));
    expect(route.reasonId).toBeUndefined();
  });
});

describe('another try', () => {
  it('goes the way of the first one, an hour later: by the same table, moment and context', async () => {
    const calls = await callsToRoute({
      rules: [toPhone('seattle', { kind: 'postalPrefix', anyOf: ['981'] }, { kind: 'reason', anyOf: ['billing'] })],
    });
    const { id } = await calls.storedContext();
    const first = await calls.callback(id);
    await calls.publish();
    await calls.clock.advanceBy(59 * 60_000);
    await calls.tables.refresh();

    const again = await calls.after(first, 'again');

    expect(again).toEqual(first);
    expect(destinationsOf(again)).toEqual(['phone:seattle']);
  });

  it('goes by the reason that was chosen, without a menu', async () => {
    const calls = await callsToRoute({ reasons: [reason('a')], rules: [rule('a')] });
    const chosen = await calls.after(await calls.inbound(), { reasonId: 'a' });

    const again = await calls.after(chosen, 'again');

    expect(again).toEqual(chosen);
  });

  it.each([
    { case: 'has expired meanwhile', hours: 2, down: false },
    { case: 'cannot be had', hours: 0, down: true },
  ])('goes by what the call has kept of a context that $case', async ({ hours, down }) => {
    const calls = await callsToRoute({
      rules: [toPhone('english', { kind: 'reason', anyOf: ['billing'] }, { kind: 'locale', anyOf: ['en-US'] })],
    });
    const { id } = await calls.storedContext();
    const first = await calls.callback(id);
    await calls.clock.advanceBy(hours * 3_600_000);
    if (down) calls.contexts.claim = () => Promise.reject(new Error('no answer'));

    const again = await calls.after(first, 'again');

    expect(again).toEqual(first);
  });
});
