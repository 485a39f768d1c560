import type { E164 } from '../../../shared/domain/phone-number.ts';
import {
  bySkill,
  callsToRoute,
  destinationsOf,
  dialled,
  toPhone,
  type CallsToRoute,
} from '../../support/calls-to-route.ts';
import { clientId, skillCallHeaders } from '../../support/incoming-calls.ts';
import { callerLeg } from '../../support/sma-event-builder.ts';

const byReason = { rules: [toPhone('billing', { kind: 'reason', anyOf: ['billing'] })] };

/** Calls whose ids cannot be checked at the moment, for want of a key. */
function withoutKeys(calls: CallsToRoute): void {
  calls.contextIds.check = () => ({ kind: 'unverifiable' });
}

describe('an id that is not to be believed', () => {
  const refusals = [
    {
      case: 'another skill’s client id',
      headers: (id: string) => ({ ...skillCallHeaders(id), 'X-Alexa-LWA-ClientId': clientId.replace('0', '9') }),
      code: 'client-id-unknown',
    },
    {
      case: 'no client id',
      headers: (id: string) => ({ 'User-to-User': skillCallHeaders(id)['user-to-user']! }),
      code: 'client-id-unknown',
    },
    {
      case: 'hex that is none',
      headers: () => ({ ...skillCallHeaders('x'), 'user-to-user': 'zz;encoding=hex' }),
      code: 'user-to-user-malformed',
    },
    {
      case: 'an id that is not ours',
      headers: () => skillCallHeaders('db792233-8df3-416c-8d80-a70038747b74'),
      code: 'id-malformed',
    },
    {
      case: 'a forged signature',
      headers: (id: string) => skillCallHeaders(`${id.slice(0, -1)}${id.endsWith('A') ? 'E' : 'A'}`),
      code: 'id-forged',
    },
  ];

  it.each(refusals)('still reaches the default, without the context and its hint: $case', async ({ headers, code }) => {
    const calls = await callsToRoute(byReason);
    const context = await calls.storedContext();

    const route = await calls.inbound(dialled({ SipHeaders: headers(context.id) }));

    expect(destinationsOf(route)).toEqual(['contactCenter:support']);
    expect(route).not.toHaveProperty('contextId');
    expect(route).toMatchObject({ entry: 'phone' });
    expect(route.menu).toBeDefined();
    expect(calls.logged.join('\n')).toContain(`"code":"${code}"`);
    expect(calls.logged.join('\n')).not.toContain(context.id);
  });

  it('still reaches the default when it has expired', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext();
    await calls.clock.advanceBy(66 * 60_000);

    const route = await calls.inbound(bySkill(id));

    expect(route).not.toHaveProperty('contextId');
    expect(calls.logged.join('\n')).toContain('"code":"id-expired"');
  });

  it('still reaches the default when another call has claimed it', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext();
    await calls.inbound(bySkill(id));

    const route = await calls.inbound(bySkill(id, 'another'));

    expect(route).not.toHaveProperty('contextId');
    expect(destinationsOf(route)).toEqual(['contactCenter:support']);
    expect(calls.logged.join('\n')).toContain('"code":"claimedByAnotherCall"');
  });

  it('is no reason to ignore what was made for the caller’s number', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext({ phoneNumber: callerLeg.From as E164 });

    const route = await calls.inbound(bySkill('db792233-8df3-416c-8d80-a70038747b74'));

    expect(route).toMatchObject({ entry: 'phone', contextId: id });
  });
});

describe('an id that cannot be checked, for want of a key', () => {
  it('is not believed, nor is its hint: the call is routed as any other', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext();
    withoutKeys(calls);

    const routes = [await calls.inbound(bySkill(id)), await calls.callback(id)];

    expect(routes.map(destinationsOf)).toEqual([['contactCenter:support'], ['contactCenter:support']]);
    for (const route of routes) expect(route).not.toHaveProperty('contextId');
    expect(calls.logged.filter((line) => line.includes('"code":"id-unverifiable"'))).toHaveLength(2);
  });

  it('is done without when the caller’s number leads to the context, which no key is needed for', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext({ phoneNumber: callerLeg.From as E164 });
    withoutKeys(calls);

    expect(await calls.inbound(bySkill(id))).toMatchObject({ contextId: id, reasonId: 'billing' });
  });

  it('is checked as soon as the keys are there, and they are waited for no longer than the budget', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext();
    const asked: (string | undefined)[] = [];
    calls.contextIds.ready = async (needed) => {
      asked.push(needed?.id);
      await new Promise<void>((resolve) => void calls.clock.after(500, resolve));
    };

    const soon = calls.inbound(bySkill(id));
    const waited = await calls.waitedFor(soon);
    calls.contextIds.ready = () => new Promise(() => undefined);
    let claims = 0;
    calls.contexts.claim = () => {
      claims += 1;
      return new Promise(() => undefined);
    };
    const never = calls.inbound(bySkill(id));
    const waitedInVain = await calls.waitedFor(never);

    expect(asked).toEqual([id]);
    expect(waited).toBe(500);
    expect(await soon).toMatchObject({ contextId: id });
    expect(waitedInVain).toBe(2200);
    expect(claims).toBe(0);
    expect(destinationsOf(await never)).toEqual(['phone:billing']);
  });
});

describe('an id of ours whose context the store does not know', () => {
  it('still routes by its hint, and is handed on: the store may be behind', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext();
    calls.contexts.claim = () => Promise.resolve({ kind: 'notFound' });

    const route = await calls.inbound(bySkill(id));

    expect(route).toMatchObject({ entry: 'alexa-skill-call', contextId: id, reasonId: 'billing' });
    expect(destinationsOf(route)).toEqual(['phone:billing']);
    expect(calls.logged.join('\n')).toContain('"code":"notFound"');
  });
});
