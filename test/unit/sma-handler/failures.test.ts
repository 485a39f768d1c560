import type { SmaAction } from '../../../shared/contracts/sma-response.ts';
import { BridgeError } from '../../../shared/errors.ts';
import { contextIdIn, ringingIn, typesOf, uriOf } from '../../support/sma-actions.ts';
import { skillCallHeaders, smaFunction } from '../../support/sma-call.ts';
import { anSmaEvent, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';

describe('when things are down', () => {
  const down = (): Promise<never> => Promise.reject(new BridgeError('store-unavailable', 'no answer'));

  it('routes by the hint in the id when the context cannot be loaded, and hands the id on', async () => {
    const sma = await smaFunction({
      rules: [
        {
          id: 'billing',
          when: [{ kind: 'reason', anyOf: ['billing'] }],
          attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 7 }],
        },
      ],
    });
    const context = await sma.storedContext();
    sma.contexts.claim = down;

    const { Actions } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(ringingIn(Actions)).toMatchObject({ Parameters: { CallTimeoutSeconds: 7 } });
    expect(contextIdIn(Actions)).toBe(context.id);
  });

  it('waits no longer than its budget for a store that hangs', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();
    const hangs = (): Promise<never> => new Promise(() => undefined);
    sma.contexts.claim = hangs;
    sma.tables.load = hangs;

    const answer = sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));
    await sma.clock.advanceBy(2500);
    const { Actions } = await answer;

    expect(uriOf(Actions)).toBe('+12065550141');
    expect(sma.clock.pending).toBe(0);
  });

  it('reaches the default destination when no table can be had', async () => {
    const sma = await smaFunction();
    sma.tables.currentVersion = down;
    sma.tables.load = down;

    const { Actions } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    expect(uriOf(Actions)).toBe('+12065550141');
  });

  it('reaches the default destination when the first answer was refused, and not for ever', async () => {
    const sma = await smaFunction({
      defaultAttempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 20 }],
    });
    const participants = [connected(callerLeg)];
    const refusedAs = (sequence: number): Promise<readonly SmaAction[]> =>
      sma
        .handle({
          ...anSmaEvent({ type: 'INVALID_LAMBDA_RESPONSE', sequence, participants }),
          ErrorType: 'InvalidActions',
        })
        .then(({ Actions }) => Actions);

    const first = await refusedAs(2);
    const later = await refusedAs(5);

    expect(uriOf(first)).toBe('+12065550141');
    expect(typesOf(later)).toEqual(['Speak', 'Hangup']);
  });

  it('goes on with the table it knows when the store stops answering', async () => {
    const sma = await smaFunction();
    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));
    sma.tables.currentVersion = down;
    await sma.clock.advanceBy(60_000);

    const { Actions } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', transactionId: 'next' }));

    expect(uriOf(Actions)).toBe('+12065550150');
  });

  it('reaches the default destination on an exception that nobody foresaw', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();
    sma.contextIds.check = () => {
      throw new TypeError('a bug');
    };

    const { Actions } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(uriOf(Actions)).toBe('+12065550141');
    expect(sma.logged.join('\n')).toContain('unexpected-exception');
  });

  it('apologises and hangs up when the last attempt fails', async () => {
    const sma = await smaFunction();
    const first = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    const { Actions } = await sma.handle(
      anSmaEvent({
        type: 'ACTION_FAILED',
        participants: [connected(callerLeg)],
        attributes: first.TransactionAttributes,
        actionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' },
      }),
    );

    expect(typesOf(Actions)).toEqual(['Speak', 'Hangup']);
  });

  it('says nothing to a caller who has left', async () => {
    const sma = await smaFunction();
    const first = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    const { Actions } = await sma.handle(
      anSmaEvent({
        type: 'ACTION_FAILED',
        participants: [disconnected(callerLeg)],
        attributes: first.TransactionAttributes,
        actionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' },
      }),
    );

    expect(Actions).toEqual([]);
  });
});
