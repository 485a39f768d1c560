import { aCall, action, answering, settled, toldTypes } from './transaction-fixture.ts';

const update = { JoinToken: 'abc' };

describe('an update of a call', () => {
  it('is told at once, with its arguments', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('Speak')] }));

    const accepted = call.transaction.update(update);
    await settled();

    expect(accepted).toBe(true);
    expect(call.told[1]).toMatchObject({
      InvocationEventType: 'CALL_UPDATE_REQUESTED',
      Sequence: 2,
      ActionData: { Type: 'CallUpdateRequest', Parameters: { Arguments: update } },
    });
  });

  it.each(['PlayAudio', 'RecordAudio', 'Pause'])('cuts %s short for its own actions, and says so', async (type) => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: [action(type, { ParticipantTag: 'LEG-A' }), action('Speak')],
        CALL_UPDATE_REQUESTED: [action('JoinChimeMeeting')],
      }),
    );

    call.transaction.update(update);
    await settled();

    expect(toldTypes(call)).toEqual([
      'NEW_INBOUND_CALL',
      'CALL_UPDATE_REQUESTED CallUpdateRequest',
      `ACTION_INTERRUPTED ${type}`,
    ]);
    expect(call.told[2]?.ActionData).toEqual({ Type: type, Parameters: { ParticipantTag: 'LEG-A' } });
    expect(call.begun).toEqual([type, 'JoinChimeMeeting']);
  });

  it('waits with its actions for what cannot be interrupted, and the rest of the old list is gone', async () => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: [action('Speak'), action('PlayAudio')],
        CALL_UPDATE_REQUESTED: [action('JoinChimeMeeting')],
      }),
    );
    const speak = call.running();

    call.transaction.update(update);
    await settled();
    const meanwhile = [...call.begun];
    await speak.succeeds();

    expect(speak.aborted).toBe(false);
    expect(meanwhile).toEqual(['Speak']);
    expect(call.begun).toEqual(['Speak', 'JoinChimeMeeting']);
  });

  it('keeps its actions when the old one that they wait for fails', async () => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: [action('Speak'), action('PlayAudio')],
        CALL_UPDATE_REQUESTED: [action('JoinChimeMeeting')],
      }),
    );
    const speak = call.running();

    call.transaction.update(update);
    await settled();
    await speak.fails();

    expect(toldTypes(call).at(-1)).toBe('ACTION_FAILED Speak');
    expect(call.begun).toEqual(['Speak', 'JoinChimeMeeting']);
  });

  it.each([
    { case: 'an empty list', answer: [] },
    { case: 'no list', answer: { SchemaVersion: '1.0' } },
    { case: 'null for a list', answer: { SchemaVersion: '1.0', Actions: null } },
  ])('changes nothing when it is answered with $case', async ({ answer }) => {
    const call = await aCall(
      answering({ NEW_INBOUND_CALL: [action('PlayAudio'), action('Speak')], CALL_UPDATE_REQUESTED: answer }),
    );

    call.transaction.update(update);
    await settled();
    const wasAborted = call.running().aborted;
    await call.running().succeeds();

    expect(wasAborted).toBe(false);
    expect(call.begun).toEqual(['PlayAudio', 'Speak']);
  });

  it('does not hold up the list while it is being told', async () => {
    const answer = Promise.withResolvers<object>();
    const call = await aCall((event) =>
      event.InvocationEventType === 'CALL_UPDATE_REQUESTED'
        ? answer.promise
        : answering({ NEW_INBOUND_CALL: [action('PlayAudio'), action('Pause')] })(event, 1),
    );

    call.transaction.update(update);
    await settled();
    await call.running().succeeds();
    const meanwhile = [...call.begun];
    answer.resolve({ SchemaVersion: '1.0', Actions: [action('Speak')] });
    await settled();

    expect(meanwhile).toEqual(['PlayAudio', 'Pause']);
    expect(toldTypes(call).at(-1)).toBe('ACTION_INTERRUPTED Pause');
    expect(call.begun).toEqual(['PlayAudio', 'Pause', 'Speak']);
  });

  it('is told after the one before it', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('Speak')] }));

    call.transaction.update({ first: '1' });
    call.transaction.update({ second: '2' });
    await settled();

    expect(call.told.slice(1).map(({ ActionData }) => ActionData?.Parameters)).toEqual([
      { Arguments: { first: '1' } },
      { Arguments: { second: '2' } },
    ]);
  });

  it('has what it interrupts told for information only', async () => {
    const call = await aCall(
      answering({
        NEW_INBOUND_CALL: [action('Pause')],
        CALL_UPDATE_REQUESTED: [action('Speak')],
        ACTION_INTERRUPTED: { SchemaVersion: '1.0', Actions: [action('Hangup')], TransactionAttributes: { a: '1' } },
      }),
    );

    call.transaction.update(update);
    await settled();
    await call.running().succeeds();

    expect(call.begun).toEqual(['Pause', 'Speak']);
    expect(call.told.at(-1)?.CallDetails.TransactionAttributes).toEqual({ a: '1' });
  });

  it('is refused when the call is over', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('Hangup')] }));
    await call.outcome;

    expect(call.transaction.update(update)).toBe(false);
  });
});

describe('digits that a function was waiting for', () => {
  const digits = { InputDigitsRegex: '^1$' };

  it('are told, and the actions of the answer take the place of what is being played', async () => {
    const call = await aCall(
      answering({ NEW_INBOUND_CALL: [action('PlayAudio'), action('Pause')], DIGITS_RECEIVED: [action('Speak')] }),
    );

    call.transaction.digitsReceived(digits, '1');
    await settled();

    expect(call.told[1]).toMatchObject({
      InvocationEventType: 'DIGITS_RECEIVED',
      ActionData: { Type: 'ReceiveDigits', Parameters: digits, ReceivedDigits: '1' },
    });
    expect(call.begun).toEqual(['PlayAudio', 'Speak']);
  });

  it('are nobody’s business when the caller has gone', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('Speak')] }));

    call.caller.leaves();
    call.transaction.digitsReceived(digits, '1');
    await call.outcome;

    expect(toldTypes(call)).not.toContain('DIGITS_RECEIVED ReceiveDigits');
  });
});
