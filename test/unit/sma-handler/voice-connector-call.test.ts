import type { E164 } from '../../../shared/domain/phone-number.ts';
import { byVoiceConnector, callsToRoute, destinationsOf, dialled, toPhone } from '../../support/calls-to-route.ts';
import { skillCallHeaders } from '../../support/incoming-calls.ts';
import { callerLeg } from '../../support/sma-event-builder.ts';

const byReason = { rules: [toPhone('billing', { kind: 'reason', anyOf: ['billing'] })] };

/** The header alone: a trunk brings no client id of Alexa's. */
function headersOf(id: string): { readonly SipHeaders: Record<string, string> } {
  return { SipHeaders: { 'User-to-User': skillCallHeaders(id)['user-to-user']! } };
}

describe('a call over a Voice Connector of ours', () => {
  it('is believed by the signature of its id alone, and has come as its context says', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext({ ingress: 'alexa-skill-call' });

    const route = await calls.inbound(byVoiceConnector(headersOf(id)));

    expect(destinationsOf(route)).toEqual(['phone:billing']);
    expect(route).toMatchObject({ entry: 'alexa-skill-call', contextId: id });
  });

  it('is believed by no less than that', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext();
    const forged = `${id.slice(0, -1)}${id.endsWith('A') ? 'E' : 'A'}`;

    const route = await calls.inbound(byVoiceConnector(headersOf(forged)));

    expect(route).not.toHaveProperty('contextId');
    expect(calls.logged.join('\n')).toContain('"code":"id-forged"');
  });

  it('is told from others by its SIP rule: by another one the same header is worth nothing', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext();

    const route = await calls.inbound(dialled(headersOf(id)));

    expect(route).not.toHaveProperty('contextId');
    expect(calls.logged.join('\n')).toContain('"code":"client-id-unknown"');
  });

  it.each(['room-417', 'sip:room-417@example.com', 'anonymous', '+0', ''])(
    'is routed though nobody’s number is one: %j',
    async (user) => {
      const calls = await callsToRoute({
        rules: [toPhone('seattle', { kind: 'callerPrefix', anyOf: ['+', 'r', 's', 'a'] }), toPhone('desk')],
      });
      const { id } = await calls.storedContext();
      calls.contexts.claim = () => Promise.reject(new Error('no answer'));

      const known = await calls.inbound(byVoiceConnector({ From: user, To: 'front-desk', ...headersOf(id) }));
      const unknown = await calls.inbound(byVoiceConnector({ From: user, To: 'front-desk' }));

      expect([known, unknown].map(destinationsOf)).toEqual([['phone:desk'], ['phone:desk']]);
      expect(known).toMatchObject({ entry: 'alexa-smart-properties', contextId: id });
      expect(unknown).toMatchObject({ entry: 'phone' });
    },
  );

  it('without an id is a call from its number, like any other', async () => {
    const calls = await callsToRoute(byReason);
    const { id } = await calls.storedContext({ phoneNumber: callerLeg.From as E164 });

    expect(await calls.inbound(byVoiceConnector())).toMatchObject({ entry: 'phone', contextId: id });
  });
});
