import type { E164 } from '../../../shared/domain/phone-number.ts';
import { contextIdIn, uriOf } from '../../support/sma-actions.ts';
import { clientId, skillCallHeaders, smaFunction } from '../../support/sma-call.ts';
import { anSmaEvent } from '../../support/sma-event-builder.ts';

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

  it.each(refusals)('still reaches the default, without the context: $case', async ({ headers, code }) => {
    const sma = await smaFunction({
      rules: [
        {
          id: 'billing',
          when: [{ kind: 'reason', anyOf: ['billing'] }],
          attempts: [{ kind: 'phone', id: 'p', number: '+12065550199' as E164, timeoutSeconds: 9 }],
        },
      ],
    });
    const context = await sma.storedContext();

    const { Actions } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: headers(context.id) }));

    expect(uriOf(Actions[0])).toBe('+12065550150');
    expect(contextIdIn(Actions[0])).toBeUndefined();
    expect(sma.logged.join('\n')).toContain(`"code":"${code}"`);
  });

  it('still reaches the default when it has expired', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();
    await sma.clock.advanceBy(61 * 60_000);

    const { Actions } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(contextIdIn(Actions[0])).toBeUndefined();
    expect(sma.logged.join('\n')).toContain('"code":"id-expired"');
  });

  it('still reaches the default when another call has claimed it', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();
    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    const { Actions } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', transactionId: 'another', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(contextIdIn(Actions[0])).toBeUndefined();
    expect(sma.logged.join('\n')).toContain('"code":"claimedByAnotherCall"');
  });
});
