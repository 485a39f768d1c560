import { FakeLeg } from './fakes/fake-leg.ts';
import { action, aCall, answering, settled } from './transaction-fixture.ts';

const two = [action('Speak'), action('Hangup')];

describe('watchers are told of actions', () => {
  it('that they are taken, when they are', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: two }));

    expect(call.invocations[0]).toMatchObject({ actions: ['Speak', 'Hangup'] });
    expect(call.invocations[0]).not.toHaveProperty('ignoredActions');
  });

  it('that they are ignored, when nobody is left', async () => {
    const call = await aCall(answering({ NEW_INBOUND_CALL: [action('Speak')], HANGUP: two }));

    call.caller.leaves();
    await call.outcome;

    expect(call.invocations.at(-1)).toMatchObject({
      invocationEventType: 'HANGUP',
      actions: [],
      ignoredActions: 2,
    });
  });

  it('that they are ignored, while a call that was placed rings', async () => {
    const caller = Object.assign(new FakeLeg({ direction: 'Outbound' }), { unanswered: true });
    const opening = { type: 'NEW_OUTBOUND_CALL', arguments: undefined } as const;
    const call = await aCall(answering({ NEW_OUTBOUND_CALL: two, RINGING: two }), { caller, opening });

    call.transaction.progressed('ringing');
    await settled();

    expect(call.invocations.map(({ actions, ignoredActions }) => [actions, ignoredActions])).toEqual([
      [[], 2],
      [[], 2],
    ]);
  });
});

describe('watchers are told of an action', () => {
  it.each([
    { case: 'its leg goes away', cut: 'abandoned' },
    { case: 'a new list comes', cut: 'interrupted' },
    { case: 'nothing happens', cut: undefined },
  ])('how it ended when $case', async ({ cut }) => {
    const pause = [action('Pause')];
    const call = await aCall(answering({ NEW_INBOUND_CALL: pause, CALL_UPDATE_REQUESTED: pause }));

    if (cut === 'abandoned') call.caller.leaves();
    else if (cut === 'interrupted') call.transaction.update({});
    else await call.running().succeeds();
    await settled();

    expect(call.traces.find(({ result }) => result !== undefined)?.cutOff).toBe(cut);
  });
});
