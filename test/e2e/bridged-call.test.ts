import { headerValue } from '../../infra/local/pstn-audio/sip/message/headers.ts';
import {
  actions,
  bobAnswers,
  connected,
  dialIn,
  hangingUpTheOther,
  outcomeOf,
  pstnAudioForEachTest,
  respond,
  typesOf,
  voices,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

describe('a bridged call', () => {
  const bridge = hangingUpTheOther(({ InvocationEventType: type }) =>
    type === 'NEW_INBOUND_CALL' ? respond(actions.bridgeToBob) : respond(),
  );

  it('lets both sides hear each other and ends with a HANGUP for each leg when the callee hangs up', async () => {
    const fixture = await between(bridge);
    const answered = bobAnswers(fixture);
    const alice = await connected(fixture);
    const { call: bob } = await answered;

    expect(await Promise.all([alice.hears(voices.bob), bob.hears(voices.alice)])).toEqual([true, true]);
    bob.hangUp();
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL CallAndBridge',
      'HANGUP Hangup',
      'HANGUP Hangup',
    ]);
    expect(fixture.told.slice(2).map(({ ActionData }) => ActionData?.Parameters?.['ParticipantTag'])).toEqual([
      'LEG-B',
      'LEG-A',
    ]);
    expect(fixture.told.map(({ Sequence }) => Sequence)).toEqual([1, 2, 3, 4]);
    expect(fixture.service.connectedLegs).toBe(0);
    expect([alice.packetsLost, bob.packetsLost]).toEqual([0, 0]);
  });

  it('ends with a HANGUP for each leg when the caller hangs up', async () => {
    const fixture = await between(bridge);
    const answered = bobAnswers(fixture);
    const alice = await connected(fixture);
    const { call: bob } = await answered;

    alice.hangUp();
    await bob.ended;
    await fixture.service.idle();

    expect(fixture.told.slice(2).map(({ ActionData }) => ActionData?.Parameters?.['ParticipantTag'])).toEqual([
      'LEG-A',
      'LEG-B',
    ]);
  });

  it('shows the function what real calls show: no Status and no ActionData at first, both legs with Status later', async () => {
    const fixture = await between(bridge);
    const answered = bobAnswers(fixture);
    const alice = await connected(fixture, {
      'X-Test': 'yes',
      'User-to-User': '6162;encoding=hex',
      Subject: 'not for the function',
    });
    await answered;
    alice.hangUp();
    await fixture.service.idle();

    const [first, bridged] = fixture.told;
    expect(first).not.toHaveProperty('ActionData');
    expect(first?.CallDetails).not.toHaveProperty('TransactionAttributes');
    expect(first?.CallDetails.Participants).toEqual([
      expect.objectContaining({
        ParticipantTag: 'LEG-A',
        To: dialIn,
        From: '+12065550123',
        SipHeaders: { 'X-Test': 'yes', 'User-to-User': '6162;encoding=hex' },
      }),
    ]);
    expect(first?.CallDetails.Participants[0]).not.toHaveProperty('Status');
    expect(bridged?.CallDetails.Participants.map(({ ParticipantTag: tag, Status }) => `${tag} ${Status}`)).toEqual([
      'LEG-A Connected',
      'LEG-B Connected',
    ]);
  });

  it('fails as CallNotAnswered, with the caller alone, when the callee is busy, and the next attempt is made', async () => {
    let rings = 0;
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' || type === 'ACTION_FAILED' ? respond(actions.bridgeToBob) : respond(),
      ),
    );
    fixture.bob.onRing = (ringing) => {
      rings += 1;
      if (rings === 1) ringing.decline(486);
      else void ringing.answer();
    };

    const alice = await connected(fixture);
    alice.hangUp();
    await fixture.service.idle();

    const failed = fixture.told.find(({ InvocationEventType: type }) => type === 'ACTION_FAILED');
    expect(failed?.ActionData).toMatchObject({ Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' });
    expect(failed?.CallDetails.Participants.map(({ ParticipantTag }) => ParticipantTag)).toEqual(['LEG-A']);
    expect(rings).toBe(2);
  });

  it('stops ringing when the time-out of the action has passed', async () => {
    const short = { ...actions.bridgeToBob, Parameters: { ...actions.bridgeToBob.Parameters, CallTimeoutSeconds: 1 } };
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(short) : respond(actions.hangup()),
    );
    const given = new Promise((resolve) => {
      fixture.bob.onRing = (ringing) => void ringing.ended.then(resolve);
    });

    await outcomeOf(fixture);

    expect(await given).toMatchObject({ cause: 'cancel' });
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED CallAndBridge', 'HANGUP Hangup']);
  });

  it('stops ringing when the caller gives up, and tells the function so', async () => {
    const fixture = await between(bridge);
    const ringing = new Promise<{ ended: Promise<unknown> }>((resolve) => {
      fixture.bob.onRing = resolve;
    });
    const call = await fixture.dial();
    const { ended } = await ringing;

    call.hangUp();
    await ended;
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED CallAndBridge', 'HANGUP Hangup']);
    expect(fixture.told.at(1)?.CallDetails.Participants.map(({ Status }) => Status)).toEqual(['Disconnected']);
  });

  it('carries headers to a Voice Connector and shows the caller id of the action', async () => {
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL'
          ? respond(actions.bridgeToVoiceConnector({ 'User-to-User': '6162;encoding=hex', 'X-Id': '7' }))
          : respond(),
      ),
    );
    const answered = bobAnswers(fixture);
    const alice = await connected(fixture);
    const { invite } = await answered;
    alice.hangUp();
    await fixture.service.idle();

    expect(invite.uri).toMatch(/^sip:support@/);
    expect(headerValue(invite, 'user-to-user')).toBe('6162;encoding=hex');
    expect(headerValue(invite, 'x-id')).toBe('7');
    expect(headerValue(invite, 'from')).toContain(dialIn);
  });
});
