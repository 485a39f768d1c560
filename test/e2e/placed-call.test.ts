import type { InvokeFunction } from '../../infra/local/pstn-audio/service/invocation/invoke-with-retry.ts';
import { headerValue } from '../../infra/local/pstn-audio/sip/message/headers.ts';
import {
  actions,
  bobAnswers,
  bobsNumber,
  configFor,
  dialIn,
  pstnAudioForEachTest,
  respond,
  typesOf,
  voices,
  type PstnAudioFixture,
  type Script,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

/** Says goodbye and hangs up once somebody has answered. */
const goodbye: Script = ({ InvocationEventType: type }) =>
  type === 'CALL_ANSWERED' ? respond(actions.speak, actions.hangup()) : respond();

function hangupCode({ told }: PstnAudioFixture): unknown {
  return told.at(-1)?.ActionData?.Parameters?.['SipResponseCode'];
}

describe('a call that the service places', () => {
  it('is told of as it begins, rings, is answered and ends', async () => {
    const fixture = await between(goodbye);
    const answered = bobAnswers(fixture);

    const { transactionId } = fixture.place({ argumentsMap: { context: 'c1' } });
    const { call: bob } = await answered;
    await bob.ended;
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual([
      'NEW_OUTBOUND_CALL CallCreateRequest',
      'RINGING',
      'CALL_ANSWERED',
      'HANGUP Hangup',
    ]);
    expect(fixture.told.map(({ Sequence }) => Sequence)).toEqual([1, 2, 3, 4]);
    expect(fixture.told.map(({ CallDetails }) => CallDetails.TransactionId)).toEqual(
      Array.from({ length: 4 }, () => transactionId),
    );
    expect(fixture.told[0]?.ActionData?.Parameters).toEqual({ Arguments: { context: 'c1' } });
    expect(fixture.told[0]?.CallDetails).not.toHaveProperty('SipRuleId');
    expect(fixture.told.map(({ CallDetails }) => CallDetails.Participants)).toEqual(
      [undefined, undefined, 'Connected', 'Disconnected'].map((Status) => [
        {
          ParticipantTag: 'LEG-A',
          Direction: 'Outbound',
          To: bobsNumber,
          From: dialIn,
          CallId: expect.any(String),
          StartTimeInMilliseconds: expect.stringMatching(/^\d{13}$/),
          ...(Status === undefined ? {} : { Status }),
        },
      ]),
    );
  });

  it('takes its SIP headers to the far end, and the function sees none of them', async () => {
    const fixture = await between(goodbye);
    const answered = bobAnswers(fixture);

    fixture.place({ sipHeaders: { 'X-Context': 'c1' } });
    const { call: bob, invite } = await answered;
    await bob.ended;
    await fixture.service.idle();

    expect(headerValue(invite, 'X-Context')).toBe('c1');
    expect(headerValue(invite, 'From')).toContain(dialIn);
    expect(JSON.stringify(fixture.told)).not.toContain('X-Context');
  });

  const unanswered = [
    { case: 'busy', status: 486 },
    { case: 'declined', status: 603 },
    { case: 'not available', status: 480 },
  ];

  it.each(unanswered)('ends with the far end’s own code when it is $case', async ({ status }) => {
    const fixture = await between(goodbye);
    fixture.bob.onRing = (ringing) => ringing.decline(status);

    fixture.place();
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual(['NEW_OUTBOUND_CALL', 'RINGING', 'HANGUP Hangup']);
    expect(hangupCode(fixture)).toBe(status);
    expect(fixture.service.connectedLegs).toBe(0);
  });

  it('ends with 404 where the telephone network leads nowhere', async () => {
    const fixture = await between(goodbye);

    fixture.place({ toPhoneNumber: '+442079460123' });
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual(['NEW_OUTBOUND_CALL', 'HANGUP Hangup']);
    expect(hangupCode(fixture)).toBe(404);
  });

  it('rings nobody when the function fails at the first event', async () => {
    let rings = 0;
    const told: unknown[] = [];
    const invoke: InvokeFunction = (_arn, event) => {
      told.push(event);
      return Promise.resolve({ kind: 'error', errorType: 'Unhandled' });
    };
    const fixture = await between(goodbye, { invoke });
    fixture.bob.onRing = () => (rings += 1);

    const { transactionId } = fixture.place();
    await fixture.service.idle();

    expect(rings).toBe(0);
    expect(told).toHaveLength(2);
    expect(
      fixture.service.desk.updateCall({ transactionId, sipMediaApplicationId: 'a1', arguments: {} }),
    ).toBeUndefined();
  });

  it('goes on ringing while the function asks for a Hangup, as was seen of AWS', async () => {
    const fixture = await between((event) =>
      event.InvocationEventType === 'CALL_UPDATE_REQUESTED' ? respond(actions.hangup()) : goodbye(event),
    );
    const ringing = new Promise<Parameters<NonNullable<typeof fixture.bob.onRing>>[0]>((resolve) => {
      fixture.bob.onRing = resolve;
    });

    fixture.place();
    const call = await ringing;
    await fixture.hasTold(2);
    const accepted = fixture.update({});
    await fixture.hasTold(3);
    const bob = await call.answer();
    await bob?.ended;
    await fixture.service.idle();

    expect(accepted).toBe('accepted');
    expect(typesOf(fixture)).toEqual([
      'NEW_OUTBOUND_CALL',
      'RINGING',
      'CALL_UPDATE_REQUESTED CallUpdateRequest',
      'CALL_ANSWERED',
      'HANGUP Hangup',
    ]);
  });

  it('can be bridged to somebody else, and both hear each other', async () => {
    const bridgeToAlice = {
      Type: 'CallAndBridge',
      Parameters: { CallerIdNumber: dialIn, Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '+13035550111' }] },
    };
    const config = {
      ...configFor('us-east-1'),
      Pstn: {
        Routes: [
          { Prefix: '+1206', Host: 'bob.test', Port: 5060, Protocol: 'UDP' as const },
          { Prefix: '+1303', Host: 'alice.test', Port: 5060, Protocol: 'UDP' as const },
        ],
      },
    };
    const fixture = await between(
      ({ InvocationEventType: type, CallDetails }) => {
        if (type === 'CALL_ANSWERED') return respond(bridgeToAlice);
        const left = CallDetails.Participants.filter(({ Status }) => Status === 'Connected');
        return respond(...(type === 'HANGUP' ? left.map(({ CallId }) => actions.hangup(CallId)) : []));
      },
      { config },
    );
    const bobIsThere = bobAnswers(fixture);
    const aliceIsThere = new Promise<Awaited<typeof bobIsThere>['call'] | undefined>((resolve) => {
      fixture.alice.onRing = (ringing) => resolve(ringing.answer());
    });

    fixture.place();
    const [{ call: bob }, alice] = await Promise.all([bobIsThere, aliceIsThere]);
    const heard = await Promise.all([alice?.hears(voices.bob), bob.hears(voices.alice)]);
    bob.hangUp();
    await alice?.ended;
    await fixture.service.idle();

    expect(heard).toEqual([true, true]);
    expect(typesOf(fixture).slice(2)).toEqual([
      'CALL_ANSWERED',
      'ACTION_SUCCESSFUL CallAndBridge',
      'HANGUP Hangup',
      'HANGUP Hangup',
    ]);
  });
});

describe('an update of a call', () => {
  const pause = { Type: 'Pause', Parameters: { DurationInMilliseconds: 30_000 } };

  it('ends a Pause for its own actions', async () => {
    const pausing = Promise.withResolvers<void>();
    const fixture = await between(
      ({ InvocationEventType: type }) => {
        if (type === 'CALL_ANSWERED') return respond(pause);
        return type === 'CALL_UPDATE_REQUESTED' ? respond(actions.speak, actions.hangup()) : respond();
      },
      { observer: { onAction: () => pausing.resolve() } },
    );
    const answered = bobAnswers(fixture);

    fixture.place();
    const { call: bob } = await answered;
    await pausing.promise;
    const accepted = fixture.update({ go: 'on' });
    await bob.ended;
    await fixture.service.idle();

    expect(accepted).toBe('accepted');
    expect(typesOf(fixture).slice(3)).toEqual([
      'CALL_UPDATE_REQUESTED CallUpdateRequest',
      'ACTION_INTERRUPTED Pause',
      'HANGUP Hangup',
    ]);
  });

  it('may come before the function has been told of the call', async () => {
    const fixture = await between(goodbye);
    const answered = bobAnswers(fixture);

    const { transactionId } = fixture.place();
    const accepted = fixture.service.desk.updateCall({ transactionId, sipMediaApplicationId: 'a1', arguments: {} });
    await (
      await answered
    ).call.ended;
    await fixture.service.idle();

    expect(accepted).toBe('accepted');
    expect(typesOf(fixture).slice(0, 2)).toEqual(['NEW_OUTBOUND_CALL', 'CALL_UPDATE_REQUESTED CallUpdateRequest']);
  });

  it('is refused for another application, and for a call that is over', async () => {
    const fixture = await between(goodbye);
    const answered = bobAnswers(fixture);

    const { transactionId } = fixture.place();
    const elsewhere = fixture.service.desk.updateCall({ transactionId, sipMediaApplicationId: 'a2', arguments: {} });
    await (
      await answered
    ).call.ended;
    await fixture.service.idle();

    expect([elsewhere, fixture.update({})]).toEqual([undefined, undefined]);
  });
});
