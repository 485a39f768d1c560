import { headerValue } from '../../infra/local/pstn-audio/sip/message/headers.ts';
import { listenTcp } from '../../infra/local/pstn-audio/sip/transport/tcp.ts';
import { listenUdp } from '../../infra/local/pstn-audio/sip/transport/udp.ts';
import { startSipUserAgent } from '../../infra/local/pstn-audio/sip/user-agent.ts';
import { audioOffer } from '../../infra/local/pstn-audio/sip/audio-session.ts';
import type { ActionTrace, CallTrace, LegTrace } from '../../infra/local/pstn-audio/service/trace.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import {
  actions,
  bobAnswers,
  configFor,
  connected,
  dialIn,
  hangingUpTheOther,
  outcomeOf,
  pstnAudioForEachTest,
  respond,
  typesOf,
  type Script,
  type ToldEvent,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const talks: Script = ({ InvocationEventType: type }) =>
  type === 'NEW_INBOUND_CALL' ? respond(actions.speak) : respond();

describe('one call more than the service may have', () => {
  it('gets 503 and when to come again, until another has ended', async () => {
    const fixture = await between(talks, { maximumCalls: 1 });

    const first = await connected(fixture);
    const second = await outcomeOf(fixture);
    first.hangUp();
    await fixture.service.idle();
    const third = await outcomeOf(fixture);

    expect(second).toMatchObject({ kind: 'refused', status: 503 });
    expect(second.kind === 'refused' && headerValue(second.response, 'Retry-After')).toBe('5');
    expect(third.kind).toBe('connected');
  });

  it('is not placed either', async () => {
    const fixture = await between(talks, { maximumCalls: 1 });
    await connected(fixture);

    expect(() => fixture.place()).toThrow('as many calls as it may have');
  });
});

describe('a service that is closed', () => {
  it('hangs everybody up and tells the functions so', async () => {
    const fixture = await between(talks);
    const alice = await connected(fixture);
    await fixture.hasTold(2);

    await fixture.service.close();
    const end = await alice.ended;

    expect(end).toMatchObject({ by: 'remote' });
    expect(typesOf(fixture).at(-1)).toBe('HANGUP Hangup');
    expect(fixture.told.at(-1)?.ActionData?.Parameters).toMatchObject({ SipResponseCode: 480 });
    expect(fixture.service.connectedLegs).toBe(0);
  });

  it('sends new callers away while it says its farewells', async () => {
    const farewell = Promise.withResolvers<{ kind: 'payload'; payload: unknown }>();
    const fixture = await between(talks, {
      invoke: (_arn, event) => {
        const told = event as ToldEvent;
        return told.InvocationEventType === 'HANGUP'
          ? farewell.promise
          : Promise.resolve({ kind: 'payload', payload: talks(told) });
      },
    });
    const alice = await connected(fixture);

    const closing = fixture.service.close();
    const outcome = await outcomeOf(fixture);
    farewell.resolve({ kind: 'payload', payload: respond() });
    await closing;

    expect(outcome).toMatchObject({ kind: 'refused', status: 503 });
    expect(await alice.ended).toMatchObject({ cause: 'bye' });
  });
});

describe('what HANGUP shows', () => {
  const codeOf = ({ told }: { readonly told: readonly ToldEvent[] }): unknown =>
    told.at(-1)?.ActionData?.Parameters?.['SipResponseCode'];

  it('is 487 when the caller gives up before an answer', async () => {
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(actions.bridgeToBob) : respond(),
    );
    const rings = new Promise<void>((resolve) => {
      fixture.bob.onRing = () => resolve();
    });

    const dialled = await fixture.dial();
    await rings;
    dialled.hangUp();
    await fixture.service.idle();

    expect(typesOf(fixture).slice(1)).toEqual(['ACTION_FAILED CallAndBridge', 'HANGUP Hangup']);
    expect(codeOf(fixture)).toBe(487);
  });

  it('is what the Hangup of an answered call asked for', async () => {
    const busy = { Type: 'Hangup', Parameters: { SipResponseCode: '486' } };
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(actions.speak, busy) : respond(),
    );

    const alice = await connected(fixture);
    await alice.ended;
    await fixture.service.idle();

    expect(codeOf(fixture)).toBe(486);
  });

  it('is 480 for both legs of a call whose function has failed', async () => {
    const events: ToldEvent[] = [];
    const fixture = await between(() => respond(), {
      invoke: (_arn, event) => {
        const told = event as ToldEvent;
        events.push(told);
        return Promise.resolve(
          told.InvocationEventType === 'NEW_INBOUND_CALL'
            ? { kind: 'payload', payload: respond(actions.bridgeToBob) }
            : { kind: 'error', errorType: 'Unhandled' },
        );
      },
    });
    const answered = bobAnswers(fixture);

    const alice = await connected(fixture);
    await Promise.all([alice.ended, (await answered).call.ended]);
    await fixture.service.idle();

    const hangups = events.filter(({ InvocationEventType: type }) => type === 'HANGUP');
    expect(new Set(hangups.map(({ ActionData }) => ActionData?.Parameters?.['ParticipantTag']))).toEqual(
      new Set(['LEG-A', 'LEG-B']),
    );
    expect(new Set(hangups.map(({ ActionData }) => ActionData?.Parameters?.['SipResponseCode']))).toEqual(
      new Set([480]),
    );
  });
});

describe('a rule', () => {
  it('that is disabled takes no calls', async () => {
    const config = configFor('us-east-1');
    const fixture = await between(talks, {
      config: { ...config, SipRules: config.SipRules.map((rule) => ({ ...rule, Disabled: true })) },
    });

    expect(await outcomeOf(fixture)).toMatchObject({ kind: 'refused', status: 404 });
  });

  it('counts from the next call on when it is changed', async () => {
    const fixture = await between(talks);
    const { sipRules } = fixture.service.objects.registry;
    const before = await outcomeOf(fixture);

    for (const [id, rule] of sipRules) sipRules.set(id, { ...rule, Disabled: true });
    const after = await outcomeOf(fixture);

    expect(before.kind).toBe('connected');
    expect(after).toMatchObject({ kind: 'refused', status: 404 });
  });
});

describe('a call over TCP', () => {
  it('comes to the same port as one over UDP', async () => {
    const fixture = await between(talks);
    const phone = await startSipUserAgent({
      timers: systemTimers,
      ids: systemIds,
      transports: [await listenTcp({ timers: systemTimers })],
    });
    const audio = await listenUdp({});

    const call = phone.invite({
      target: fixture.service.address,
      requestUri: `sip:${dialIn}@127.0.0.1`,
      from: 'sip:+12065550123@phone.test',
      sdp: audioOffer(audio.local),
    });
    const outcome = await call.answered;
    call.hangUp();
    await call.ended;
    await phone.close();
    await audio.close();

    expect(outcome.kind).toBe('answered');
    expect(fixture.service.addresses.get('TCP')).toEqual(fixture.service.addresses.get('UDP'));
  });
});

describe('whoever watches', () => {
  it('is told of legs with their Call-ID, of actions, and of the end', async () => {
    const legs: LegTrace[] = [];
    const begun: ActionTrace[] = [];
    const ended: CallTrace[] = [];
    const sip: string[] = [];
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(actions.bridgeToBob) : respond(),
      ),
      {
        observer: {
          onLeg: (trace) => legs.push(trace),
          onAction: (trace) => begun.push(trace),
          onCallEnded: (trace) => ended.push(trace),
          onSip: ({ message }) => sip.push(message.split(' ')[0] ?? ''),
        },
      },
    );
    const answered = bobAnswers(fixture);

    const alice = await connected(fixture);
    const { invite } = await answered;
    await fixture.hasTold(2);
    alice.hangUp();
    await fixture.service.idle();

    const transactionId = fixture.told[0]?.CallDetails.TransactionId;
    expect(legs).toMatchObject([
      { tag: 'LEG-A', direction: 'Inbound', transactionId, sipCallId: expect.stringMatching(/./) },
      { tag: 'LEG-B', direction: 'Outbound', transactionId, sipCallId: headerValue(invite, 'Call-ID') },
    ]);
    expect(begun.map(({ actionType, result }) => [actionType, result?.kind])).toEqual([
      ['CallAndBridge', undefined],
      ['CallAndBridge', 'successful'],
      ['Hangup', undefined],
      ['Hangup', 'successful'],
    ]);
    expect(ended).toEqual([{ transactionId }]);
    expect(sip.filter((method) => method === 'INVITE')).toHaveLength(2);
  });
});
