import { headerValue } from '../../infra/local/pstn-audio/sip/message/headers.ts';
import {
  actions,
  bobAnswers,
  dialIn,
  hangingUpTheOther,
  pstnAudioBetween,
  respond,
  voices,
  type PstnAudioFixture,
  type Script,
} from '../support/pstn-audio-fixture.ts';

let open: PstnAudioFixture | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function between(script: Script, options?: Parameters<typeof pstnAudioBetween>[1]): Promise<PstnAudioFixture> {
  open = await pstnAudioBetween(script, options);
  return open;
}

async function connected(
  fixture: PstnAudioFixture,
  headers?: Readonly<Record<string, string>>,
): Promise<Extract<Awaited<ReturnType<typeof outcomeOf>>, { kind: 'connected' }>['call']> {
  const outcome = await outcomeOf(fixture, headers);
  if (outcome.kind !== 'connected') throw new Error(`not connected: ${JSON.stringify(outcome.kind)}`);
  return outcome.call;
}

async function outcomeOf(
  fixture: PstnAudioFixture,
  headers?: Readonly<Record<string, string>>,
): ReturnType<typeof dialled> {
  return dialled(fixture, headers);
}

async function dialled(
  fixture: PstnAudioFixture,
  headers?: Readonly<Record<string, string>>,
): Promise<Awaited<Awaited<ReturnType<PstnAudioFixture['dial']>>['outcome']>> {
  return (await fixture.dial(headers)).outcome;
}

const types = ({ told }: PstnAudioFixture): string[] =>
  told.map(({ InvocationEventType: type, ActionData: data }) => (data === undefined ? type : `${type} ${data.Type}`));

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

    expect(types(fixture)).toEqual([
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
    expect(types(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED CallAndBridge', 'HANGUP Hangup']);
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

    expect(types(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED CallAndBridge', 'HANGUP Hangup']);
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

describe('an action with a wrong parameter', () => {
  const wrong = [
    {
      case: 'a caller id that is not owned, on a skill call',
      change: { CallerIdNumber: '+12065550123' },
      message: /Provided caller ID number is invalid/,
    },
    { case: 'no caller id', change: { CallerIdNumber: undefined }, message: /Caller ID not defined/ },
    { case: 'two endpoints', change: { Endpoints: [{}, {}] }, message: /Invalid number of endpoints/ },
    {
      case: 'an endpoint that is no number',
      change: { Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '555' }] },
      message: /Endpoint parameter is invalid/,
    },
    {
      case: 'a Voice Connector of somebody else',
      change: {
        Endpoints: [{ BridgeEndpointType: 'AWS', Arn: 'arn:aws:chime:us-east-1:999999999999:vc/x', Uri: 'a' }],
      },
      message: /does not belong to the current AWS account/,
    },
    {
      case: 'a time-out beyond two minutes',
      change: { CallTimeoutSeconds: 121 },
      message: /between 0 and 120 seconds/,
    },
    {
      case: 'a header that may not be sent',
      change: { SipHeaders: { Subject: 'no' } },
      message: /Invalid SIP header\(s\) provided: Subject/,
    },
  ];

  it.each(wrong)('fails with InvalidActionParameter in AWS’s words: $case', async ({ change, message }) => {
    const bad = { ...actions.bridgeToBob, Parameters: { ...actions.bridgeToBob.Parameters, ...change } };
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(bad) : respond(actions.hangup()),
    );

    await outcomeOf(fixture, { 'X-Alexa-LWA-ClientId': 'any' });
    await fixture.service.idle();

    expect(fixture.told[1]).toMatchObject({
      InvocationEventType: 'ACTION_FAILED',
      ActionData: {
        Type: 'CallAndBridge',
        ErrorType: 'InvalidActionParameter',
        ErrorMessage: expect.stringMatching(message),
      },
    });
  });
});

describe('a call that cannot be taken', () => {
  it('gets 404 for a number without a rule', async () => {
    const fixture = await between(() => respond());

    const outcome = await (await fixture.dial({}, '+14255550199')).outcome;

    expect(outcome).toMatchObject({ kind: 'refused', status: 404 });
    expect(fixture.told).toEqual([]);
  });

  it('gets 480 after one retry when the function fails', async () => {
    let deliveries = 0;
    const fixture = await between(() => respond(), {
      invoke: () => {
        deliveries += 1;
        return Promise.resolve({ kind: 'error', errorType: 'Unhandled' });
      },
    });

    const outcome = await outcomeOf(fixture);
    await fixture.service.idle();

    expect(outcome).toMatchObject({ kind: 'refused', status: 480 });
    expect(deliveries).toBe(2);
  });
});

describe('an answer of the function that is wrong', () => {
  const wrong = [
    { case: 'an API Gateway wrapper', answer: { statusCode: 200, body: '{}' }, errorType: 'SchemaVersionMismatch' },
    {
      case: 'too many attributes',
      answer: {
        ...respond(actions.speak),
        TransactionAttributes: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`k${n}`, 'v'])),
      },
      errorType: 'TransactionAttributesInvalidMapSize',
    },
    {
      case: 'more than ten actions',
      answer: respond(...Array.from({ length: 11 }, () => actions.speak)),
      errorType: 'TooManyActions',
    },
    {
      case: 'an action that does not exist',
      answer: respond({ Type: 'Juggle', Parameters: {} }),
      errorType: 'UnsupportedAction',
    },
    { case: 'nothing', answer: null, errorType: 'SchemaVersionMismatch' },
  ];

  it.each(wrong)('is told by INVALID_LAMBDA_RESPONSE, whose answer counts: $case', async ({ answer, errorType }) => {
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? answer : respond(actions.hangup()),
    );

    await outcomeOf(fixture);
    await fixture.service.idle();

    expect(fixture.told[1]).toMatchObject({ InvocationEventType: 'INVALID_LAMBDA_RESPONSE', ErrorType: errorType });
    expect(types(fixture)).toEqual(['NEW_INBOUND_CALL', 'INVALID_LAMBDA_RESPONSE', 'HANGUP Hangup']);
  });
});

describe('words and a hangup', () => {
  it('are said on an answered leg, and only HANGUP tells that they are over', async () => {
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(actions.speak, actions.hangup()) : respond(),
    );

    const alice = await connected(fixture);
    await alice.ended;
    await fixture.service.idle();

    expect(types(fixture)).toEqual(['NEW_INBOUND_CALL', 'HANGUP Hangup']);
    expect(fixture.told[1]?.ActionData?.Parameters).toMatchObject({ SipResponseCode: 0, ParticipantTag: 'LEG-A' });
  });

  it('keep the attributes of a reply for later events, and {} clears them', async () => {
    const fixture = await between(({ InvocationEventType: type }) => {
      if (type === 'NEW_INBOUND_CALL') return { ...respond(actions.speak), TransactionAttributes: { a: '1' } };
      if (type === 'ACTION_SUCCESSFUL') return { ...respond(actions.hangup()), TransactionAttributes: {} };
      return respond();
    });

    await connected(fixture);
    await fixture.service.idle();

    expect(fixture.told.map(({ CallDetails }) => CallDetails.TransactionAttributes)).toEqual([
      undefined,
      { a: '1' },
      undefined,
    ]);
  });
});
