import type { E164 } from '../../../shared/domain/phone-number.ts';
import { calledBack, callsToRoute, destinationsOf, toPhone } from '../../support/calls-to-route.ts';

const byEntry = {
  rules: [
    toPhone('known', { kind: 'entry', anyOf: ['callback'] }, { kind: 'reason', anyOf: ['billing'] }),
    toPhone('unknown', { kind: 'entry', anyOf: ['callback'] }),
  ],
};

describe('a caller who is called back', () => {
  it.each(['callback', 'alexa-skill-call'] as const)(
    'goes by their context, as somebody who was called back: made for %s',
    async (ingress) => {
      const calls = await callsToRoute(byEntry);
      const { id } = await calls.storedContext({ ingress });

      const route = await calls.callback(id);

      expect(destinationsOf(route)).toEqual(['phone:known']);
      expect(route).toMatchObject({ entry: 'callback', contextId: id, reasonId: 'billing', tableVersion: 1 });
    },
  );

  it('goes the same way when the event is delivered again, and claims the context for this call alone', async () => {
    const calls = await callsToRoute(byEntry);
    const { id } = await calls.storedContext();
    const first = await calls.callback(id);

    const again = await calls.callback(id);
    const event = calledBack();
    const another = { ...event, CallDetails: { ...event.CallDetails, TransactionId: 'another' } };
    const other = await calls.callback(id, another);

    expect(again).toEqual(first);
    expect(destinationsOf(other)).toEqual(['phone:unknown']);
    expect(other.contextId).toBeUndefined();
  });

  it('has the number that was rung, not the one that rang', async () => {
    const calls = await callsToRoute({
      rules: [toPhone('seattle', { kind: 'callerPrefix', anyOf: ['+1206'] }), toPhone('elsewhere')],
    });

    const seattle = await calls.callback(undefined, calledBack({ To: '+12065550123' }));
    const elsewhere = await calls.callback(undefined, calledBack({ To: '+13125550123', From: '+12065550111' }));

    expect(destinationsOf(seattle)).toEqual(['phone:seattle']);
    expect(destinationsOf(elsewhere)).toEqual(['phone:elsewhere']);
  });

  it.each([
    { case: 'none', id: () => undefined, code: undefined },
    { case: 'no id at all', id: () => '../../etc/passwd', code: 'id-malformed' },
    {
      case: 'a forged one',
      id: (id: string) => `${id.slice(0, -1)}${id.endsWith('A') ? 'E' : 'A'}`,
      code: 'id-forged',
    },
  ])('is routed without a context, and without a menu, when the id is $case', async ({ id, code }) => {
    const calls = await callsToRoute(byEntry);
    const context = await calls.storedContext({ phoneNumber: '+12065550123' as E164 });

    const route = await calls.callback(id(context.id));

    expect(destinationsOf(route)).toEqual(['phone:unknown']);
    expect(route).not.toHaveProperty('contextId');
    expect(route).not.toHaveProperty('menu');
    expect(route.entry).toBe('callback');
    expect(calls.logged.filter((line) => line.includes('call-context-refused'))).toHaveLength(
      code === undefined ? 0 : 1,
    );
    if (code !== undefined) expect(calls.logged.join('\n')).toContain(`"code":"${code}"`);
  });

  it('goes by the hint in the id when the context cannot be had', async () => {
    const calls = await callsToRoute(byEntry);
    const { id } = await calls.storedContext();
    calls.contexts.claim = () => Promise.reject(new Error('no answer'));

    const route = await calls.callback(id);

    expect(destinationsOf(route)).toEqual(['phone:known']);
    expect(route).toMatchObject({ entry: 'callback', contextId: id });
  });
});
