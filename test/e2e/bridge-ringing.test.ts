import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { startSoftPhone, type EarlyMedia, type SoftPhone } from '../../infra/local/phone/soft-phone.ts';
import { toneSource } from '../../infra/local/pstn-audio/media/tone.ts';
import { buildWav } from '../../infra/local/pstn-audio/media/wav.ts';
import { memoryBuckets } from '../support/memory-buckets.ts';
import {
  actions,
  bobAnswers,
  configFor,
  connected,
  dialIn,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  typesOf,
  voices,
  type PstnAudioFixture,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const farEnd = 900;
const ringback = 1200;

function bridging(change: object = {}) {
  const bridge = { ...actions.bridgeToBob, Parameters: { ...actions.bridgeToBob.Parameters, ...change } };
  return hangingUpTheOther(({ InvocationEventType: type }) =>
    type === 'NEW_INBOUND_CALL' ? respond(bridge) : respond(),
  );
}

/** Alice dials, and hears something before anyone has answered. */
async function hearsEarly({ alice, service }: PstnAudioFixture) {
  const early = Promise.withResolvers<EarlyMedia>();
  const dialled = await alice.dial({
    target: service.address,
    requestUri: `sip:${dialIn}@${service.address.host}`,
    from: 'sip:+12065550123@alice.test',
    onEarlyMedia: early.resolve,
  });
  return { dialled, early: await early.promise };
}

describe('while the callee’s phone rings', () => {
  it('the caller hears what the callee’s network plays, and the callee after the answer', async () => {
    const fixture = await between(bridging());
    const rings = new Promise<Parameters<NonNullable<SoftPhone['onRing']>>[0]>((resolve) => {
      fixture.bob.onRing = (ringing) => void ringing.earlyMedia(farEnd).then(() => resolve(ringing));
    });

    const { dialled, early } = await hearsEarly(fixture);
    const before = await early.hears(farEnd);
    const bob = await (await rings).answer();
    const outcome = await dialled.outcome;
    if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);

    expect(before).toBe(true);
    expect(await Promise.all([outcome.call.hears(voices.bob), bob?.hears(voices.alice)])).toEqual([true, true]);
    outcome.call.hangUp();
    await fixture.service.idle();
  });

  it('the caller hears the function’s own tone instead, until the answer', async () => {
    const tone = toneSource({ frequencyHz: ringback });
    const samples = Int16Array.from(Array.from({ length: 50 }, () => [...(tone.next() ?? [])]).flat());
    const fixture = await between(bridging({ RingbackTone: { Type: 'S3', BucketName: 'prompts', Key: 'ring.wav' } }), {
      buckets: memoryBuckets({ 'prompts/ring.wav': buildWav({ rate: 8000, samples }) }),
    });
    const rings = new Promise<Parameters<NonNullable<SoftPhone['onRing']>>[0]>((resolve) => {
      fixture.bob.onRing = (ringing) => void ringing.earlyMedia(farEnd).then(() => resolve(ringing));
    });

    const { dialled, early } = await hearsEarly(fixture);
    const before = await early.hears(ringback);
    await (await rings).answer();
    const outcome = await dialled.outcome;
    if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);

    expect(before).toBe(true);
    expect(await outcome.call.hears(voices.bob)).toBe(true);
    outcome.call.hangUp();
    await fixture.service.idle();
  });

  it('a caller who is refused in the end has heard no more than that', async () => {
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(actions.bridgeToBob) : respond(actions.hangup()),
    );
    const rings = new Promise<Parameters<NonNullable<SoftPhone['onRing']>>[0]>((resolve) => {
      fixture.bob.onRing = (ringing) => void ringing.earlyMedia(farEnd).then(() => resolve(ringing));
    });

    const { dialled, early } = await hearsEarly(fixture);
    await early.hears(farEnd);
    (await rings).decline(486);

    expect(await dialled.outcome).toMatchObject({ kind: 'refused', status: 480 });
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED CallAndBridge', 'HANGUP Hangup']);
  });
});

describe('a Voice Connector whose first route is out of order', () => {
  let broken: SoftPhone;
  beforeEach(async () => {
    broken = await startSoftPhone({ timers: systemTimers, ids: systemIds, name: 'Broken', voiceHz: 500 });
    broken.onRing = (ringing) => ringing.decline(503);
  });
  afterEach(() => broken.close());

  it('takes the call by its second', async () => {
    const config = configFor('us-east-1');
    const [connector] = config.VoiceConnectors;
    if (connector === undefined) throw new Error('no Voice Connector in the configuration');
    const route = { Protocol: 'UDP', Weight: 1 } as const;
    const Origination = {
      Disabled: false,
      Routes: [
        { ...route, Host: broken.address.host, Port: broken.address.port, Priority: 1 },
        { ...route, Host: 'bob.test', Port: 5060, Priority: 2 },
      ],
    };
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(actions.bridgeToVoiceConnector()) : respond(),
      ),
      {
        config: { ...config, VoiceConnectors: [{ ...connector, Origination }] },
      },
    );
    const answered = bobAnswers(fixture);

    const alice = await connected(fixture);
    const { call: bob } = await answered;

    expect(await Promise.all([alice.hears(voices.bob), bob.hears(voices.alice)])).toEqual([true, true]);
    alice.hangUp();
    await fixture.service.idle();
    expect(typesOf(fixture).slice(0, 2)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL CallAndBridge']);
  });
});
