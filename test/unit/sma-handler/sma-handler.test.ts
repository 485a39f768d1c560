import fc from 'fast-check';
import { smaResponseSchema, type SmaAction } from '../../../shared/contracts/sma-response.ts';
import { readUserToUser } from '../../../shared/contracts/user-to-user.ts';
import { BridgeError } from '../../../shared/errors.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';
import { branchOf } from '../../support/routing-table-builder.ts';
import { clientId, skillCallHeaders, smaFunction } from '../../support/sma-call.ts';
import type { E164 } from '../../../shared/domain/phone-number.ts';

const toSupport = [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }] as const;

function uriOf(action: SmaAction | undefined): string | undefined {
  return action?.Type === 'CallAndBridge' ? action.Parameters.Endpoints[0]?.Uri : undefined;
}

function contextIdIn(action: SmaAction | undefined): string | undefined {
  const reading = readUserToUser(action?.Type === 'CallAndBridge' ? action.Parameters.SipHeaders : undefined);
  return reading.kind === 'clientSession' ? reading.clientSessionId : undefined;
}

describe('a skill call', () => {
  it('reaches the contact centre with the context id, and nothing else of the caller, in its headers', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();

    const { Actions, TransactionAttributes } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(Actions).toHaveLength(1);
    expect(contextIdIn(Actions[0])).toBe(context.id);
    expect(Actions[0]).toMatchObject({ Parameters: { CallerIdNumber: '+14255550100' } });
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

    expect(Actions).toEqual([
      {
        Type: 'CallAndBridge',
        Parameters: {
          ParticipantTag: 'LEG-A',
          CallTimeoutSeconds: 20,
          CallerIdNumber: '+14255550100',
          Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '+12065550141' }],
        },
      },
    ]);
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

    expect(uriOf(first.Actions[0])).toBe('+12065550141');
    expect(uriOf(second.Actions[0])).toBe('+12535550143');
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
    const newer = (await sma.tables.load('example-bank', 1))?.table;
    await sma.tables.publish(
      { ...newer!, rules: [] },
      { basedOn: 1, by: 'test', because: 'test', at: sma.clock.now() },
    );
    await sma.clock.advanceBy(60_000);

    const again = await sma.handle(event);

    expect(again).toEqual(first);
    expect(again.TransactionAttributes).toMatchObject({ table: '1', rule: 'old' });
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

    expect(uriOf(again.Actions[0])).toBe(uriOf(first.Actions[0]));
    expect(contextIdIn(again.Actions[0])).toBeUndefined();
  });
});

describe('a meeting', () => {
  const meetingTable = {
    rules: [{ id: 'advice', when: [], attempts: [{ kind: 'meeting', id: 'adviser' } as const, ...toSupport] }],
  };

  it('is joined with the token of the attendee made for this call, and the token is kept nowhere', async () => {
    const sma = await smaFunction(meetingTable);

    const { Actions, TransactionAttributes } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    expect(Actions).toEqual([
      {
        Type: 'JoinChimeMeeting',
        Parameters: {
          ParticipantTag: 'LEG-A',
          MeetingId: expect.stringMatching(/^meeting-/),
          JoinToken: 'secret-join-token',
        },
      },
    ]);
    expect(JSON.stringify([TransactionAttributes, sma.logged])).not.toContain('secret-join-token');
  });

  it('is asked for under the same token when the invocation is repeated', async () => {
    const sma = await smaFunction(meetingTable);

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));
    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    expect(new Set(sma.meetings.requests.map(({ requestToken }) => requestToken)).size).toBe(1);
    expect(sma.meetings.requests[0]!.requestToken.length).toBeLessThanOrEqual(64);
  });

  it('gives way to the next attempt when it cannot be opened', async () => {
    const sma = await smaFunction(meetingTable);
    sma.meetings.available = false;

    const { Actions } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    expect(uriOf(Actions[0])).toBe('+12065550150');
  });

  it('is closed when the caller hangs up', async () => {
    const sma = await smaFunction(meetingTable);
    const joined = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    await sma.handle(
      anSmaEvent({
        type: 'HANGUP',
        participants: [disconnected(callerLeg), connected(calleeLeg)],
        attributes: joined.TransactionAttributes,
        actionData: { Type: 'Hangup', Parameters: { CallId: callerLeg.CallId } },
      }),
    );

    expect(sma.meetings.closed).toHaveLength(1);
  });
});

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

    expect(Actions[0]).toMatchObject({ Parameters: { CallTimeoutSeconds: 7 } });
    expect(contextIdIn(Actions[0])).toBe(context.id);
  });

  it('reaches the default destination when no table can be had', async () => {
    const sma = await smaFunction();
    sma.tables.currentVersion = down;
    sma.tables.load = down;

    const { Actions } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    expect(uriOf(Actions[0])).toBe('+12065550141');
  });

  it('goes on with the table it knows when the store stops answering', async () => {
    const sma = await smaFunction();
    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));
    sma.tables.currentVersion = down;
    await sma.clock.advanceBy(60_000);

    const { Actions } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', transactionId: 'next' }));

    expect(uriOf(Actions[0])).toBe('+12065550150');
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

    expect(uriOf(Actions[0])).toBe('+12065550141');
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

    expect(Actions.map(({ Type }) => Type)).toEqual(['Speak', 'Hangup']);
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

describe('whatever arrives', () => {
  const participants = fc.subarray([
    connected(callerLeg),
    disconnected(callerLeg),
    callerLeg,
    connected(calleeLeg),
    disconnected(calleeLeg),
  ]);
  const events = fc.record({
    type: fc.constantFrom(
      'NEW_INBOUND_CALL',
      'NEW_OUTBOUND_CALL',
      'RINGING',
      'CALL_ANSWERED',
      'ACTION_SUCCESSFUL',
      'ACTION_FAILED',
      'ACTION_INTERRUPTED',
      'DIGITS_RECEIVED',
      'CALL_UPDATE_REQUESTED',
      'HANGUP',
      'INVALID_LAMBDA_RESPONSE',
      'SOMETHING_NEW',
    ),
    participants,
    attributes: fc.option(
      fc.dictionary(
        fc.constantFrom('phase', 'contextId', 'current', 'remaining', 'meeting', 'rule', 'callerId', 'x'),
        fc.oneof(fc.string(), fc.constantFrom('trying', 'connected', 'ended', '[]', '{}', '+14255550100')),
      ),
      { nil: undefined },
    ),
  });

  it('answers any event with a well-formed response of at most ten actions', async () => {
    const sma = await smaFunction();

    await fc.assert(
      fc.asyncProperty(events, async (wish) => {
        const response = await sma.handle(anSmaEvent(wish));

        expect(smaResponseSchema.safeParse(response).success).toBe(true);
      }),
    );
  });

  it('answers anything at all with a well-formed response', async () => {
    const sma = await smaFunction();

    await fc.assert(
      fc.asyncProperty(fc.anything(), async (anything) => {
        expect(smaResponseSchema.safeParse(await sma.handle(anything)).success).toBe(true);
      }),
    );
  });

  it('logs nothing personal', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    const logged = sma.logged.join('\n');
    for (const personal of [context.callerName, context.phoneNumber, context.accountId, callerLeg.From, context.id])
      expect(logged).not.toContain(personal);
    expect(logged).toContain('invocation-answered');
  });
});
