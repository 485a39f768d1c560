import { legOf } from '../../../../../../infra/local/pstn-audio/service/call-control.ts';
import { startAction } from '../../../../../../infra/local/pstn-audio/service/actions/start-action.ts';
import { FakeCall } from './fakes/fake-call.ts';
import { action, aCall, answering, settled } from './transaction-fixture.ts';

const prompt = [action('PlayAudio')];
const bridge = [action('CallAndBridge')];

describe('an action that names no leg', () => {
  it('is for the leg that DIGITS_RECEIVED told of', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: bridge, DIGITS_RECEIVED: prompt }));
    const bob = call.bob();
    await call.running().succeeds();

    call.transaction.digitsReceived({ CallId: 'call-b' }, '1');
    await settled();

    expect(call.traces.at(-1)).toMatchObject({ actionType: 'PlayAudio', tag: 'LEG-B' });
    expect(legOf(call.transaction, { CallId: '', ParticipantTag: '' })).toBe(bob);
    expect(legOf(call.transaction, { ParticipantTag: 'LEG-A' })).toBe(call.caller);
  });

  it('is for LEG-A when the leg that was told of has gone', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: bridge, HANGUP: prompt }));
    const bob = call.bob();
    await call.running().succeeds();

    bob.leaves();
    await settled();

    expect(call.traces.at(-1)).toMatchObject({ actionType: 'PlayAudio', tag: 'LEG-A' });
  });

  it('is for LEG-A when the event told of a meeting', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: bridge, DIGITS_RECEIVED: prompt }));
    Object.assign(call.bob(), { audio: undefined });
    await call.running().succeeds();

    call.transaction.digitsReceived({ CallId: 'call-b' }, '1');
    await settled();

    expect(call.traces.at(-1)).toMatchObject({ actionType: 'PlayAudio', tag: 'LEG-A' });
  });
});

describe('an action that is refused', () => {
  it('comes back with its CallId, and numbers as numbers', async () => {
    const call = new FakeCall();

    const { parameters } = await startAction(
      { Type: 'RecordAudio', Parameters: { DurationInSeconds: '10', ParticipantTag: '' } },
      call,
    ).done;

    expect(parameters).toEqual({ DurationInSeconds: 10, CallId: 'call-a' });
  });
});
