import {
  actions,
  configFor,
  connected,
  outcomeOf,
  pstnAudioForEachTest,
  respond,
  typesOf,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

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
        TransactionAttributes: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`k${n}`, 'v'])),
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
    { case: 'nothing', answer: null, errorType: 'NullOrBlankResponse' },
  ];

  it.each(wrong)('is told by INVALID_LAMBDA_RESPONSE, whose answer counts: $case', async ({ answer, errorType }) => {
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? answer : respond(actions.hangup()),
    );

    await outcomeOf(fixture);
    await fixture.service.idle();

    expect(fixture.told[1]).toMatchObject({ InvocationEventType: 'INVALID_LAMBDA_RESPONSE', ErrorType: errorType });
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'INVALID_LAMBDA_RESPONSE', 'HANGUP Hangup']);
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

    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'HANGUP Hangup']);
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

describe('an action that breaks down within the service', () => {
  const join = { Type: 'JoinChimeMeeting', Parameters: { MeetingId: 'm', JoinToken: 't' } };
  const breakingDown = [
    {
      case: 'at once',
      action: join,
      parts: {
        meetings: {
          join: (): never => {
            throw new Error('no room');
          },
          setMuted: () => [],
        },
      },
    },
    {
      case: 'later',
      action: actions.speak,
      parts: { speech: { name: 'broken', say: () => Promise.reject(new Error('no voice')) } },
    },
  ];

  it.each(breakingDown)('is told as SystemException, and the call goes on: $case', async ({ action, parts }) => {
    const fixture = await between(
      ({ InvocationEventType: type }) => (type === 'NEW_INBOUND_CALL' ? respond(action) : respond(actions.hangup())),
      parts,
    );

    await outcomeOf(fixture);
    await fixture.service.idle();

    const [{ CallId: callId } = { CallId: '' }] = fixture.told[0]?.CallDetails.Participants ?? [];
    expect(fixture.told[1]).toMatchObject({
      InvocationEventType: 'ACTION_FAILED',
      ActionData: { Type: action.Type, ErrorType: 'SystemException', Parameters: { CallId: callId } },
    });
    expect(typesOf(fixture).at(-1)).toBe('HANGUP Hangup');
  });
});

describe('a rule with applications in two Regions', () => {
  const functionIn = (region: string): string => `arn:aws:lambda:${region}:111122223333:function:test`;
  const twoRegions = {
    ...configFor('us-east-1'),
    SipMediaApplications: ['us-east-1', 'us-west-2'].map((region) => ({
      SipMediaApplicationId: region,
      AwsRegion: region,
      Name: region,
      Endpoints: [{ LambdaArn: functionIn(region) }],
    })),
    SipRules: configFor('us-east-1').SipRules.map((rule) => ({
      ...rule,
      TargetApplications: ['us-west-2', 'us-east-1'].map((region, index) => ({
        SipMediaApplicationId: region,
        AwsRegion: region,
        Priority: 2 - index,
      })),
    })),
  };

  it('goes on in the second when the first one’s function is down, and the caller notices nothing', async () => {
    const invoked: string[] = [];
    const fixture = await between(() => respond(), {
      config: twoRegions,
      invoke: (arn, event) => {
        const { InvocationEventType: type } = event as { InvocationEventType: string };
        invoked.push(`${arn.split(':')[3]} ${type}`);
        if (arn === functionIn('us-east-1')) return Promise.resolve({ kind: 'error', errorType: 'Unhandled' });
        const answer = type === 'NEW_INBOUND_CALL' ? respond(actions.speak, actions.hangup()) : respond();
        return Promise.resolve({ kind: 'payload', payload: answer });
      },
    });

    const alice = await connected(fixture);
    await alice.ended;
    await fixture.service.idle();

    expect(invoked).toEqual([
      'us-east-1 NEW_INBOUND_CALL',
      'us-east-1 NEW_INBOUND_CALL',
      'us-west-2 NEW_INBOUND_CALL',
      'us-west-2 HANGUP',
    ]);
  });
});
