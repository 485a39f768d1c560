import { legOf } from '../../../../../../infra/local/pstn-audio/service/call-control.ts';
import { aCall, action, answering, failing, settled, toldTypes } from './transaction-fixture.ts';

describe('a caller who leaves while an action runs', () => {
  it('is gone already when the action is told of, and HANGUP comes after it', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('PlayAudio')] }));

    call.caller.leaves();
    await call.outcome;

    expect(call.running().aborted).toBe(true);
    expect(toldTypes(call)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL PlayAudio', 'HANGUP Hangup']);
    expect(call.told[1]?.CallDetails.Participants).toMatchObject([{ Status: 'Disconnected' }]);
  });

  it('is told so in the middle of a list too, of which nothing more begins', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('Speak'), action('Pause')] }));

    call.caller.leaves();
    await call.outcome;

    expect(toldTypes(call)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL Speak', 'HANGUP Hangup']);
    expect(call.begun).toEqual(['Speak']);
  });

  const readings = [
    { reading: 'Successful', event: ['ACTION_SUCCESSFUL PlayAudio'] },
    { reading: 'Failed', event: ['ACTION_FAILED PlayAudio'] },
    { reading: 'Nothing', event: [] },
  ] as const;

  it.each(readings)('is told by the action as AbandonedAction says: $reading', async ({ reading, event }) => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('PlayAudio')] }), {
      behavior: { AbandonedAction: reading },
    });

    call.caller.leaves();
    await call.outcome;

    expect(toldTypes(call)).toEqual(['NEW_INBOUND_CALL', ...event, 'HANGUP Hangup']);
  });

  it('hands attributes on from that action’s reply to HANGUP', async () => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: [action('PlayAudio')],
        ACTION_SUCCESSFUL: { SchemaVersion: '1.0', TransactionAttributes: { who: 'caller' } },
      }),
    );

    call.caller.leaves();
    await call.outcome;

    expect(call.told.at(-1)?.CallDetails.TransactionAttributes).toEqual({ who: 'caller' });
  });
});

describe('a bridged call', () => {
  it('goes on for whoever is left until the function hangs up', async () => {
    const call = await aCall(
      answering({ NEW_INBOUND_CALL: [action('CallAndBridge')], 'HANGUP Hangup': [action('Speak')] }),
    );
    const bob = call.bob();
    await call.running().succeeds();

    bob.leaves();
    await settled();

    expect(call.told.at(-1)).toMatchObject({
      InvocationEventType: 'HANGUP',
      ActionData: { Parameters: { ParticipantTag: 'LEG-B', SipResponseCode: 0 } },
      CallDetails: { Participants: [{ Status: 'Connected' }, { Status: 'Disconnected' }] },
    });
    expect(call.caller.connected).toBe(true);
    expect(call.begun.at(-1)).toBe('Speak');
  });

  it.each([
    { reading: 'ActionSuccessful', told: ['ACTION_SUCCESSFUL Hangup'] },
    { reading: 'Hangup', told: ['HANGUP Hangup'] },
  ] as const)('whose one leg is hung up is told of it as HangupOfOneLeg says: $reading', async ({ reading, told }) => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: [action('CallAndBridge')],
        'ACTION_SUCCESSFUL CallAndBridge': [action('Hangup', { ParticipantTag: 'LEG-B' })],
      }),
      { behavior: { HangupOfOneLeg: reading } },
    );
    call.bob();
    await call.running().succeeds();
    await settled();

    expect(toldTypes(call).slice(2)).toEqual(told);
    expect(call.told.at(-1)?.CallDetails.Participants).toMatchObject([
      { Status: 'Connected' },
      { Status: 'Disconnected' },
    ]);
  });

  it.each(['ActionSuccessful', 'Hangup'] as const)(
    'whose meeting is left is told so by the action: %s',
    async (reading) => {
      const call = await aCall(
        answering({
          NEW_INBOUND_CALL: [action('JoinChimeMeeting')],
          'ACTION_SUCCESSFUL JoinChimeMeeting': [action('Hangup', { ParticipantTag: 'LEG-B' })],
        }),
        { behavior: { HangupOfOneLeg: reading } },
      );
      Object.assign(call.bob(), { audio: undefined });
      await call.running().succeeds();
      await settled();

      expect(toldTypes(call).slice(2)).toEqual(['ACTION_SUCCESSFUL Hangup']);
    },
  );

  it('that is bridged anew shows the new LEG-B before the one that has ended, and means it by the tag', async () => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: [action('CallAndBridge')],
        HANGUP: [action('CallAndBridge')],
        'ACTION_SUCCESSFUL CallAndBridge': [],
      }),
    );
    const bob = call.bob();
    await call.running().succeeds();
    bob.leaves();
    await settled();
    const carol = call.bob('call-c');
    await call.running().succeeds();

    expect(
      call.told
        .at(-1)
        ?.CallDetails.Participants.map(({ CallId, ParticipantTag, Status }) => [CallId, ParticipantTag, Status]),
    ).toEqual([
      ['call-a', 'LEG-A', 'Connected'],
      ['call-c', 'LEG-B', 'Connected'],
      ['call-b', 'LEG-B', 'Disconnected'],
    ]);
    expect(legOf(call.transaction, { ParticipantTag: 'LEG-B' })).toBe(carol);
  });

  it('leaves what runs on the one leg alone when the other ends', async () => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: [action('CallAndBridge')],
        'ACTION_SUCCESSFUL CallAndBridge': [action('Speak', { ParticipantTag: 'LEG-A' })],
      }),
    );
    const bob = call.bob();
    await call.running().succeeds();

    bob.leaves();
    await settled();

    expect(call.running()).toMatchObject({ type: 'Speak', aborted: false });
  });

  it('begins nothing more before the HANGUP has been answered', async () => {
    const begunBefore: string[][] = [];
    const call = await aCall(
      (event) => {
        if (event.InvocationEventType === 'HANGUP') begunBefore.push([...call.begun]);
        const list = [action('CallAndBridge'), action('Speak'), action('PlayAudio', { ParticipantTag: 'LEG-B' })];
        return answering({ NEW_INBOUND_CALL: list })(event, 1);
      },
      { behavior: { AbandonedAction: 'Nothing' } },
    );
    call.bob();
    await call.running().succeeds();

    call.caller.leaves();
    await settled();

    expect(begunBefore).toEqual([['CallAndBridge', 'Speak']]);
    expect(call.begun.at(-1)).toBe('PlayAudio');
  });

  it('has two HANGUPs, and what is answered is not looked at once nobody is left', async () => {
    const call = await aCall((event) =>
      event.InvocationEventType === 'HANGUP'
        ? null
        : answering({ NEW_INBOUND_CALL: [action('CallAndBridge')] })(event, 1),
    );
    const bob = call.bob();
    await call.running().succeeds();

    bob.leaves();
    call.caller.leaves();
    await call.outcome;

    expect(toldTypes(call).slice(2)).toEqual(['HANGUP Hangup', 'HANGUP Hangup']);
    expect(call.invocations.at(-1)?.invalid).toMatchObject({ errorType: 'NullOrBlankResponse' });
  });
});

describe('a function that fails in mid-call', () => {
  it('ends this call with 480, and only HANGUP is told from then on', async () => {
    const call = await aCall((event) =>
      event.InvocationEventType === 'CALL_UPDATE_REQUESTED'
        ? failing
        : answering({ NEW_INBOUND_CALL: [action('Speak')] })(event, 1),
    );

    call.transaction.update({});
    await call.outcome;

    expect(call.caller.connected).toBe(false);
    expect(toldTypes(call).slice(1)).toEqual([
      'CALL_UPDATE_REQUESTED CallUpdateRequest',
      'CALL_UPDATE_REQUESTED CallUpdateRequest',
      'HANGUP Hangup',
    ]);
    expect(call.told.at(-1)?.ActionData?.Parameters).toMatchObject({ SipResponseCode: 480 });
  });

  it('that does not answer is given up after 20 s', async () => {
    const call = await aCall((event) =>
      event.InvocationEventType === 'ACTION_SUCCESSFUL'
        ? new Promise<never>(() => undefined)
        : answering({ NEW_INBOUND_CALL: [action('Speak')] })(event, 1),
    );

    await call.running().succeeds();
    await call.timers.advanceBy(20_000);
    await settled();

    expect(call.caller.connected).toBe(false);
    expect(await call.outcome).toBe('over');
  });
});

describe('a function that cannot be had for a new call', () => {
  it('leaves the caller waiting for another', async () => {
    const call = await aCall(() => failing);

    expect(await call.outcome).toBe('unavailable');
    expect(call.caller.connected).toBe(true);
  });
});

describe('a call that is over', () => {
  it('has nothing armed and nothing left to record', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('Speak')] }));
    const ended: string[] = [];
    call.transaction.armedDigits.arm(call.caller, () => void ended.push('digits'));
    call.transaction.callRecordings.add('call-a', {
      state: 'recording',
      pause: () => undefined,
      resume: () => undefined,
      stop: () => Promise.resolve(void ended.push('recording')),
    });

    call.caller.leaves();
    await call.outcome;

    expect(new Set(ended)).toEqual(new Set(['digits', 'recording']));
  });

  it('has no timers left', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('Speak'), action('Hangup')] }));

    await call.running().succeeds();
    await call.outcome;

    expect(call.timers.pending).toBe(0);
  });
});
