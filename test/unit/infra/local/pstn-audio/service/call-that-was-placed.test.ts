import { FakeLeg } from './fakes/fake-leg.ts';
import { action, aCall, answering, settled, toldTypes, type CallAtWork } from './transaction-fixture.ts';

/** A call that has been placed and whose far end has not answered yet. */
async function placed(
  answers: Readonly<Record<string, unknown>>,
  given?: Readonly<Record<string, string>>,
): Promise<CallAtWork & { dialled: boolean }> {
  const caller = Object.assign(new FakeLeg({ direction: 'Outbound' }), { unanswered: true });
  let dialled = false;
  const call = await aCall(answering(answers), {
    caller,
    opening: { type: 'NEW_OUTBOUND_CALL', arguments: given },
    onOpened: () => {
      dialled = true;
    },
  });
  return Object.assign(call, { dialled });
}

describe('a call that was placed', () => {
  it('is told with its arguments, without a Status', async () => {
    const call = await placed({}, { context: 'c1' });

    expect(call.told[0]).toMatchObject({
      Sequence: 1,
      InvocationEventType: 'NEW_OUTBOUND_CALL',
      ActionData: { Type: 'CallCreateRequest', Parameters: { Arguments: { context: 'c1' } } },
    });
    expect(call.told[0]?.CallDetails.Participants).toEqual([expect.not.objectContaining({ Status: 'Connected' })]);
    expect(call.dialled).toBe(true);
  });

  it('has no ActionData without arguments', async () => {
    const call = await placed({});

    expect(call.told[0]).not.toHaveProperty('ActionData');
  });

  it('takes attributes, but no actions, until the far end has answered', async () => {
    const early = { SchemaVersion: '1.0', Actions: [action('Speak')], TransactionAttributes: { step: '1' } };
    const call = await placed({
      NEW_OUTBOUND_CALL: early,
      RINGING: [action('Hangup')],
      CALL_UPDATE_REQUESTED: [action('Hangup')],
      CALL_ANSWERED: [action('PlayAudio')],
    });

    call.transaction.progressed('ringing');
    call.transaction.update({});
    await settled();
    const before = [...call.begun];
    call.caller.answer();
    call.transaction.progressed('answered');
    await settled();

    expect(before).toEqual([]);
    expect(call.begun).toEqual(['PlayAudio']);
    expect(toldTypes(call)).toEqual([
      'NEW_OUTBOUND_CALL',
      'RINGING',
      'CALL_UPDATE_REQUESTED CallUpdateRequest',
      'CALL_ANSWERED',
    ]);
    expect(call.told[1]?.CallDetails.Participants[0]).not.toHaveProperty('Status');
    expect(call.told[3]?.CallDetails).toMatchObject({
      TransactionAttributes: { step: '1' },
      Participants: [{ Status: 'Connected', Direction: 'Outbound' }],
    });
  });

  it('has no Status in an update while it rings', async () => {
    const call = await placed({});

    call.transaction.update({});
    await settled();

    expect(call.told[1]?.InvocationEventType).toBe('CALL_UPDATE_REQUESTED');
    expect(call.told[1]?.CallDetails.Participants[0]).not.toHaveProperty('Status');
  });

  it('waits for the far end as long as it rings, with nothing to do', async () => {
    const call = await placed({});

    await call.timers.advanceBy(45_000);

    expect(call.caller.connected).toBe(true);
  });
});
