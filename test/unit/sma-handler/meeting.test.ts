import { uriOf } from '../../support/sma-actions.ts';
import { smaFunction, timeUntil } from '../../support/sma-call.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';

const toSupport = [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }] as const;

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

    expect(uriOf(Actions)).toBe('+12065550150');
  });

  it('has a token of its own for each attempt of a call', async () => {
    const sma = await smaFunction({
      rules: [
        {
          id: 'advice',
          when: [],
          attempts: [{ kind: 'meeting', id: 'adviser' } as const, { kind: 'meeting', id: 'another' } as const],
        },
      ],
    });
    sma.meetings.available = false;

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    const { TransactionId } = anSmaEvent({ type: 'NEW_INBOUND_CALL' }).CallDetails;
    expect(sma.meetings.requests.map(({ requestToken }) => requestToken)).toEqual([
      `${TransactionId}-1`,
      `${TransactionId}-2`,
    ]);
    expect(sma.logged.join('\n')).toContain('meeting-unavailable');
  });

  it('gives way to the next attempt when it takes too long', async () => {
    const sma = await smaFunction(meetingTable);
    sma.meetings.open = () => new Promise(() => undefined);

    const answer = sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    expect(await timeUntil(sma, answer)).toBe(1200);
    expect(uriOf((await answer).Actions)).toBe('+12065550150');
    expect(sma.logged.join('\n')).toContain('"code":"late"');
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
