import { FakeLeg } from './fakes/fake-leg.ts';
import { action, aCall, answering, failing, settled, toldTypes } from './transaction-fixture.ts';

const speaking = { SchemaVersion: '1.0', Actions: [action('Speak')] };

describe('a reply that is wrong', () => {
  it('is told without a Status while the call is new, and may be repaired', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: { statusCode: 200 }, INVALID_LAMBDA_RESPONSE: speaking }));

    expect(call.told[1]).toMatchObject({
      InvocationEventType: 'INVALID_LAMBDA_RESPONSE',
      Sequence: 2,
      ErrorType: 'SchemaVersionMismatch',
      CallDetails: { Participants: [{ ParticipantTag: 'LEG-A' }] },
    });
    expect(call.told[1]?.CallDetails.Participants[0]).not.toHaveProperty('Status');
    expect(call.told[1]).not.toHaveProperty('ActionData');
    expect(call.begun).toEqual(['Speak']);
  });

  it('is told with a Status later on', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: speaking, ACTION_SUCCESSFUL: 'hello' }));

    await call.running().succeeds();

    expect(call.told[2]).toMatchObject({
      InvocationEventType: 'INVALID_LAMBDA_RESPONSE',
      CallDetails: { Participants: [{ Status: 'Connected' }] },
    });
  });

  it('ends the call when the repair is wrong again', async () => {
    const call = await aCall(() => null);

    expect(await call.outcome).toBe('over');
    expect(toldTypes(call)).toEqual(['NEW_INBOUND_CALL', 'INVALID_LAMBDA_RESPONSE', 'HANGUP Hangup']);
    expect(call.invocations.map(({ invalid }) => invalid?.errorType)).toEqual(
      Array.from({ length: 3 }, () => 'NullOrBlankResponse'),
    );
  });

  it('does not change the attributes', async () => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: { ...speaking, TransactionAttributes: { a: '1' } },
        ACTION_SUCCESSFUL: { Actions: [], TransactionAttributes: { a: '2' } },
      }),
    );

    await call.running().succeeds();

    expect(call.told.at(-1)?.CallDetails.TransactionAttributes).toEqual({ a: '1' });
  });
});

describe('an empty reply to a new inbound call', () => {
  const waiting = (): FakeLeg => Object.assign(new FakeLeg(), { unanswered: true });

  it.each([
    { case: 'no actions', answer: [] },
    { case: 'null', answer: { SchemaVersion: '1.0', Actions: null } },
  ])('is wrong: $case', async ({ answer }) => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: answer, INVALID_LAMBDA_RESPONSE: speaking }));

    expect(call.told[1]?.ErrorType).toBe('EmptyActionList');
    expect(call.begun).toEqual(['Speak']);
  });

  it('lets the caller wait for 30 s where it is allowed', async () => {
    const caller = waiting();
    const call = await aCall(answering({}), { caller, behavior: { EmptyFirstReply: 'Wait' } });

    await call.timers.advanceBy(29_999);
    const before = caller.connected;
    await call.timers.advanceBy(1);
    await call.outcome;

    expect([before, caller.connected]).toEqual([true, false]);
    expect(toldTypes(call)).toEqual(['NEW_INBOUND_CALL', 'HANGUP Hangup']);
    expect(call.told[1]?.ActionData?.Parameters).toMatchObject({ SipResponseCode: 480 });
  });

  it('may be made good by an update meanwhile', async () => {
    const call = await aCall(answering({ CALL_UPDATE_REQUESTED: [action('Speak')] }), {
      caller: waiting(),
      behavior: { EmptyFirstReply: 'Wait' },
    });

    await call.timers.advanceBy(20_000);
    call.transaction.update({});
    await settled();
    await call.timers.advanceBy(60_000);

    expect(call.begun).toEqual(['Speak']);
    expect(call.caller.connected).toBe(true);
  });
});

describe('a call', () => {
  it('may have its function invoked 1,000 times, and ends then', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: speaking, ACTION_SUCCESSFUL: speaking }));

    for (let n = 1; n <= 999; n += 1) await call.running().succeeds();
    const before = call.caller.connected;
    await call.running().succeeds();
    await call.outcome;

    expect(before).toBe(true);
    expect(call.told).toHaveLength(1000);
    expect(call.notes).toEqual(['the function has had the 1,000 invocations of a call: the call ends']);
    expect(call.caller.connected).toBe(false);
  });
});

describe('the Sequence of an event that is delivered again', () => {
  const readings = [
    { reading: 'Same', sequences: [1, 1, 2] },
    { reading: 'Next', sequences: [1, 2, 3] },
  ] as const;

  it.each(readings)('is the $reading', async ({ reading, sequences }) => {
    const call = await aCall((event, delivery) => (delivery === 1 ? failing : answering({})(event, delivery)), {
      behavior: { RetrySequence: reading, EmptyFirstReply: 'Wait' },
    });

    call.caller.leaves();
    await call.outcome;

    expect(call.told.map(({ Sequence }) => Sequence)).toEqual(sequences);
    expect(call.invocations[0]).toMatchObject({ deliveries: 2, sequence: sequences[1] });
  });
});

describe('the Sequence of the first result', () => {
  it.each([
    { reading: 'Next', sequences: [1, 2, 3] },
    { reading: 'Same', sequences: [1, 1, 2] },
  ] as const)('is the $reading', async ({ reading, sequences }) => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: speaking }), { behavior: { FirstResultSequence: reading } });

    await call.running().succeeds();
    call.caller.leaves();
    await call.outcome;

    expect(call.told.map(({ Sequence }) => Sequence)).toEqual(sequences);
  });
});

describe('the Sequence of a first result that does not follow the first event', () => {
  it('is the next, whatever FirstResultSequence says', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: speaking }), { behavior: { FirstResultSequence: 'Same' } });

    call.transaction.update({});
    await settled();
    await call.running().succeeds();

    expect(call.told.map(({ Sequence }) => Sequence)).toEqual([1, 2, 3]);
  });
});

describe('participants', () => {
  it('may come in any order', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('CallAndBridge')] }), {
      behavior: { ParticipantOrder: 'LegBFirst' },
    });

    call.bob();
    await call.running().succeeds();

    expect(call.told[1]?.CallDetails.Participants.map(({ ParticipantTag }) => ParticipantTag)).toEqual([
      'LEG-B',
      'LEG-A',
    ]);
  });

  it('have a Status in the first event where that is wanted', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: speaking }), { behavior: { StatusInFirstEvent: true } });

    expect(call.told[0]?.CallDetails.Participants[0]).toHaveProperty('Status', 'Connected');
  });
});

describe('a list of actions', () => {
  const list = [action('Speak'), action('RecordAudio'), action('PlayAudio')];

  it.each([
    { reading: 'ReportingActions', told: ['ACTION_SUCCESSFUL RecordAudio', 'ACTION_SUCCESSFUL PlayAudio'] },
    { reading: 'LastAction', told: ['ACTION_SUCCESSFUL PlayAudio'] },
  ] as const)('is told of as MidListResults says: $reading', async ({ reading, told }) => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: list }), { behavior: { MidListResults: reading } });

    for (const _ of list) await call.running().succeeds();

    expect(toldTypes(call).slice(1)).toEqual(told);
  });

  it('tells watchers of each action as it begins and ends', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: speaking }));

    await call.timers.advanceBy(250);
    await call.running().succeeds();

    expect(call.traces).toEqual([
      expect.objectContaining({ transactionId: 'transaction', actionType: 'Speak', tag: 'LEG-A' }),
      expect.objectContaining({
        actionType: 'Speak',
        result: expect.objectContaining({ kind: 'successful' }),
        milliseconds: 250,
      }),
    ]);
  });
});
