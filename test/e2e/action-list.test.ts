import {
  actions,
  bobAnswers,
  connected,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  typesOf,
  type Script,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

const hangUpBob = { Type: 'Hangup', Parameters: { ParticipantTag: 'LEG-B' } };

/** Answers by event and action: 'ACTION_SUCCESSFUL Speak' → actions. What it does not name gets an empty list. */
function answering(answers: Readonly<Record<string, readonly unknown[]>>): Script {
  return hangingUpTheOther(({ InvocationEventType: type, ActionData: data }) =>
    respond(...(answers[data === undefined ? type : `${type} ${data.Type}`] ?? [])),
  );
}

describe('a list of actions', () => {
  it('goes on after an empty answer to one of its actions', async () => {
    const fixture = await between(
      answering({
        NEW_INBOUND_CALL: [actions.bridgeToBob, hangUpBob],
        'ACTION_SUCCESSFUL Hangup': [actions.hangup()],
      }),
    );
    const answered = bobAnswers(fixture);

    const alice = await connected(fixture);
    const { call: bob } = await answered;
    await Promise.all([alice.ended, bob.ended]);
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL CallAndBridge',
      'ACTION_SUCCESSFUL Hangup',
      'HANGUP Hangup',
    ]);
  });

  it('gives way to a new list', async () => {
    const fixture = await between(
      answering({
        NEW_INBOUND_CALL: [actions.bridgeToBob, hangUpBob],
        'ACTION_SUCCESSFUL CallAndBridge': [actions.speak],
        'ACTION_SUCCESSFUL Speak': [actions.hangup()],
        'ACTION_SUCCESSFUL Hangup': [hangUpBob],
      }),
    );
    const answered = bobAnswers(fixture);

    const alice = await connected(fixture);
    await Promise.all([alice.ended, (await answered).call.ended]);
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL CallAndBridge',
      'ACTION_SUCCESSFUL Speak',
      'ACTION_SUCCESSFUL Hangup',
      'HANGUP Hangup',
    ]);
  });

  it('tells of words in its middle only when a later action is done', async () => {
    const fixture = await between(answering({ NEW_INBOUND_CALL: [actions.speak, actions.bridgeToBob] }));
    const answered = bobAnswers(fixture);

    const alice = await connected(fixture);
    await answered;
    alice.hangUp();
    await fixture.service.idle();

    expect(typesOf(fixture).slice(0, 2)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL CallAndBridge']);
  });

  it('ends with an action that fails, and an empty answer hangs nobody up', async () => {
    const noCallerId = { Type: 'CallAndBridge', Parameters: {} };
    const fixture = await between(answering({ NEW_INBOUND_CALL: [actions.speak, noCallerId, actions.hangup()] }));

    const alice = await connected(fixture);
    await fixture.hasTold(2);
    alice.hangUp();
    const end = await alice.ended;
    await fixture.service.idle();

    expect(end.by).toBe('local');
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED CallAndBridge', 'HANGUP Hangup']);
  });

  it('names the rule that took the call in every event', async () => {
    const fixture = await between(answering({ NEW_INBOUND_CALL: [actions.speak, actions.hangup()] }));

    await (
      await connected(fixture)
    ).ended;
    await fixture.service.idle();

    expect(fixture.told.map(({ CallDetails }) => CallDetails)).toEqual([
      expect.objectContaining({ SipRuleId: 'r1', SipMediaApplicationId: 'a1', AwsRegion: 'us-east-1' }),
      expect.objectContaining({ SipRuleId: 'r1', SipMediaApplicationId: 'a1', AwsRegion: 'us-east-1' }),
    ]);
  });
});

describe('a Hangup of the callee while the caller stays', () => {
  it('is told by ACTION_SUCCESSFUL and no HANGUP, and its answer may ring somebody else', async () => {
    let bridges = 0;
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type, ActionData: data }) => {
        if (type === 'NEW_INBOUND_CALL') return respond(actions.bridgeToBob);
        if (type !== 'ACTION_SUCCESSFUL') return respond();
        if (data?.Type === 'Hangup') return respond(actions.bridgeToBob);
        bridges += 1;
        return bridges === 1 ? respond(hangUpBob) : respond();
      }),
    );
    fixture.bob.onRing = (ringing) => void ringing.answer();

    const alice = await connected(fixture);
    await fixture.hasTold(4);
    alice.hangUp();
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL CallAndBridge',
      'ACTION_SUCCESSFUL Hangup',
      'ACTION_SUCCESSFUL CallAndBridge',
      'HANGUP Hangup',
      'HANGUP Hangup',
    ]);
    expect(fixture.service.connectedLegs).toBe(0);
  });
});
