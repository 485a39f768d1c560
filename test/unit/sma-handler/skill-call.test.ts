import type { SmaAction } from '../../../shared/contracts/sma-response.ts';
import type { E164 } from '../../../shared/domain/phone-number.ts';
import { readState } from '../../../sma-handler/transaction-attributes.ts';
import { branchOf, routingTableOf } from '../../support/routing-table-builder.ts';
import { contextIdIn, uriOf } from '../../support/sma-actions.ts';
import { skillCallHeaders, smaFunction } from '../../support/sma-call.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';

const toSupport = [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }] as const;

describe('a skill call', () => {
  it('reaches the contact centre with the context id, and nothing else of the caller, in its headers', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();

    const { Actions, TransactionAttributes } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(contextIdIn(Actions)).toBe(context.id);
    expect(Actions.at(-1)).toMatchObject({ Parameters: { CallerIdNumber: '+14255550100' } });
    const handedOn = JSON.stringify([Actions, TransactionAttributes]);
    for (const personal of [context.callerName, context.phoneNumber, context.accountId, context.reason.words])
      expect(handedOn).not.toContain(personal);
  });

  it('reaches the nearest branch by the location in its context', async () => {
    const sma = await smaFunction({
      branches: [
        branchOf({
          id: 'tacoma',
          number: '+12535550143' as E164,
          coordinates: { latitude: 47.2529, longitude: -122.4443 },
        }),
        branchOf({ id: 'downtown', number: '+12065550141' as E164 }),
      ],
      rules: [
        {
          id: 'visit',
          when: [{ kind: 'reason', anyOf: ['billing'] }],
          attempts: [{ kind: 'nearestBranch', withinKilometers: 100, upTo: 2, timeoutSeconds: 20 }],
        },
      ],
    });
    const context = await sma.storedContext();

    const { Actions } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(Actions.at(-1)).toEqual({
      Type: 'CallAndBridge',
      Parameters: {
        CallTimeoutSeconds: 20,
        CallerIdNumber: '+14255550100',
        Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '+12065550141' }],
      },
    });
  });

  it('rings the second branch when the first does not answer', async () => {
    const sma = await smaFunction({
      branches: [
        branchOf({ id: 'downtown', number: '+12065550141' as E164 }),
        branchOf({
          id: 'far',
          number: '+12535550143' as E164,
          coordinates: { latitude: 47.2529, longitude: -122.4443 },
        }),
      ],
      rules: [
        {
          id: 'visit',
          when: [],
          attempts: [{ kind: 'nearestBranch', withinKilometers: 100, upTo: 2, timeoutSeconds: 20 }],
        },
      ],
    });
    const context = await sma.storedContext();
    const first = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    const second = await sma.handle(
      anSmaEvent({
        type: 'ACTION_FAILED',
        sequence: 2,
        participants: [connected(callerLeg)],
        attributes: first.TransactionAttributes,
        actionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' },
      }),
    );

    expect(uriOf(first.Actions)).toBe('+12065550141');
    expect(uriOf(second.Actions)).toBe('+12535550143');
  });

  it('gets the same answer when the invocation is repeated, and no second claim', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();
    const event = anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) });

    const first = await sma.handle(event);
    const again = await sma.handle(event);

    expect(again).toEqual(first);
  });

  it('keeps the table version it began with when another is published before the retry', async () => {
    const sma = await smaFunction({ rules: [{ id: 'old', when: [], attempts: toSupport }] });
    const context = await sma.storedContext();
    const event = anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) });
    const first = await sma.handle(event);
    await sma.publish(routingTableOf());
    await sma.clock.advanceBy(60_000);

    const again = await sma.handle(event);

    expect(again).toEqual(first);
    expect(readState(again.TransactionAttributes)).toMatchObject({ facts: { tableVersion: 1, ruleId: 'old' } });
  });

  it('is hung up on the other side, whichever side ends it', async () => {
    const sma = await smaFunction();
    const hangup = (gone: typeof callerLeg, stays: typeof callerLeg): Promise<{ Actions: SmaAction[] }> =>
      sma.handle(
        anSmaEvent({
          type: 'HANGUP',
          participants: [disconnected(gone), connected(stays)],
          actionData: { Type: 'Hangup', Parameters: { CallId: gone.CallId, ParticipantTag: gone.ParticipantTag } },
        }),
      );

    const callerFirst = await hangup(callerLeg, calleeLeg);
    const calleeFirst = await hangup(calleeLeg, callerLeg);

    expect(callerFirst.Actions).toEqual([
      { Type: 'Hangup', Parameters: { SipResponseCode: '0', CallId: calleeLeg.CallId } },
    ]);
    expect(calleeFirst.Actions).toEqual([
      { Type: 'Hangup', Parameters: { SipResponseCode: '0', CallId: callerLeg.CallId } },
    ]);
  });

  it('is tried once more without headers when the headers are refused', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();
    const first = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    const again = await sma.handle(
      anSmaEvent({
        type: 'ACTION_FAILED',
        participants: [connected(callerLeg)],
        attributes: first.TransactionAttributes,
        actionData: { Type: 'CallAndBridge', ErrorType: 'InvalidActionParameter' },
      }),
    );

    expect(uriOf(again.Actions)).toBe(uriOf(first.Actions));
    expect(contextIdIn(again.Actions)).toBeUndefined();
  });
});
