import {
  actions,
  configFor,
  connected,
  dialIn,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  typesOf,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const bridgeToOneself = {
  Type: 'CallAndBridge',
  Parameters: { CallerIdNumber: dialIn, Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: dialIn }] },
};

/** No telephone network at all. */
const config = { ...configFor('us-east-1'), Pstn: { Routes: [] } };

describe('a call to a number of the account', () => {
  it('comes back to the service as a call of its own when somebody is bridged to it', async () => {
    const callIds = new Set<string>();
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type, CallDetails: { TransactionId: id } }) => {
        callIds.add(id);
        if (type !== 'NEW_INBOUND_CALL') return respond();
        return callIds.size === 1 ? respond(bridgeToOneself) : respond(actions.speak, actions.hangup());
      }),
      { config },
    );

    const alice = await connected(fixture);
    await alice.ended;
    await fixture.service.idle();

    expect(callIds.size).toBe(2);
    expect(typesOf(fixture)).toContain('ACTION_SUCCESSFUL CallAndBridge');
    expect(fixture.told[1]).toMatchObject({
      InvocationEventType: 'NEW_INBOUND_CALL',
      CallDetails: { Participants: [{ From: dialIn, To: dialIn, Direction: 'Inbound' }] },
    });
  });

  it('rings there when it is placed, and takes its SIP headers along', async () => {
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(actions.speak, actions.hangup()) : respond(),
      ),
      { config },
    );

    fixture.place({ toPhoneNumber: dialIn, sipHeaders: { 'X-Context': 'c1' } });
    await fixture.service.idle();

    const came = fixture.told.find(({ InvocationEventType: type }) => type === 'NEW_INBOUND_CALL');
    expect(came?.CallDetails.Participants[0]?.SipHeaders).toEqual({ 'X-Context': 'c1' });
    expect(typesOf(fixture)).toContain('CALL_ANSWERED');
  });

  it('says in a note that no route fits a number of somebody else', async () => {
    const notes: string[] = [];
    const fixture = await between(() => respond(), {
      config,
      observer: { onNote: ({ note }) => notes.push(note) },
    });

    fixture.place();
    await fixture.service.idle();

    expect(notes).toEqual(['Pstn has no route for this call']);
  });

  it('ends with 404 where no rule takes it', async () => {
    const fixture = await between(() => respond(), { config: { ...config, SipRules: [] } });

    fixture.place({ toPhoneNumber: dialIn });
    await fixture.service.idle();

    expect(fixture.told.at(-1)?.ActionData?.Parameters?.['SipResponseCode']).toBe(404);
  });
});
