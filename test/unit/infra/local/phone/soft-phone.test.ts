import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import type { PhoneCall } from '../../../../../infra/local/phone/phone-call.ts';
import {
  startSoftPhone,
  type Dialled,
  type DialRequest,
  type EarlyMedia,
  type RingingCall,
  type SoftPhone,
  type SoftPhoneOptions,
} from '../../../../../infra/local/phone/soft-phone.ts';
import { parseSdp } from '../../../../../infra/local/pstn-audio/sip/sdp.ts';

const tones = { alice: 440, bob: 700, other: 1000 };

let open: SoftPhone[] = [];
afterEach(async () => {
  await Promise.all(open.map((phone) => phone.close()));
  open = [];
});

async function phone(name: 'alice' | 'bob', over: Partial<SoftPhoneOptions> = {}): Promise<SoftPhone> {
  const started = await startSoftPhone({ timers: systemTimers, ids: systemIds, name, voiceHz: tones[name], ...over });
  open.push(started);
  return started;
}

const dial = (from: SoftPhone, to: SoftPhone, over: Partial<DialRequest> = {}): Promise<Dialled> =>
  from.dial({ target: to.address, requestUri: 'sip:bob@bob.test', from: 'sip:alice@alice.test', ...over });

const rings = (at: SoftPhone): Promise<RingingCall> =>
  new Promise((resolve) => {
    at.onRing = resolve;
  });

async function talk(alice: SoftPhone, bob: SoftPhone): Promise<[PhoneCall, PhoneCall]> {
  const ringing = rings(bob);
  const dialled = await dial(alice, bob);
  const taken = await (await ringing).answer();
  const outcome = await dialled.outcome;
  if (taken === undefined || outcome.kind !== 'connected') throw new Error('they cannot talk');
  return [outcome.call, taken];
}

describe('two telephones', () => {
  it('hear each other, and what is said in place of their tones', async () => {
    const [alices, bobs] = await talk(await phone('alice'), await phone('bob'));

    expect(await Promise.all([alices.hears(tones.bob), bobs.hears(tones.alice)])).toEqual([true, true]);
    await alices.say(tones.other);
    expect(await bobs.hears(tones.other)).toBe(true);
    await alices.say('nothing');
    expect(await bobs.hearsSilence()).toBe(true);
    const samples = new Int16Array(1600).map((_, n) => 8000 * Math.sin((2 * Math.PI * 1200 * n) / 8000));
    const [heard] = await Promise.all([bobs.hears(1200), alices.say(samples)]);
    expect(heard).toBe(true);
  });

  it('hear the keys that the other presses', async () => {
    const [alices, bobs] = await talk(await phone('alice'), await phone('bob'));

    void alices.press('12#', { toneMilliseconds: 60, gapMilliseconds: 40 });

    expect(await bobs.hearsKeys('2#')).toBe(true);
    expect(bobs.keysHeard).toBe('12#');
    expect(await bobs.hearsKeys('12')).toBe(true);
  });

  it('talk in the codec that both speak', async () => {
    const alice = await phone('alice', { codecs: ['PCMA'] });
    const bob = await phone('bob');
    const ringing = rings(bob);
    const dialled = await dial(alice, bob);
    const call = await ringing;
    const bobs = await call.answer();

    const offered = parseSdp(Buffer.from(call.invite.body).toString());
    expect(offered).toMatchObject({ session: { payloads: [{ encoding: 'PCMA' }, { encoding: 'telephone-event' }] } });
    expect(await bobs?.hears(tones.alice)).toBe(true);
    expect((await dialled.outcome).kind).toBe('connected');
  });

  it('do not talk without a codec in common', async () => {
    const alice = await phone('alice', { codecs: ['PCMA'] });
    const bob = await phone('bob', { codecs: ['PCMU'] });
    const ringing = rings(bob);
    const dialled = await dial(alice, bob);

    expect(await (await ringing).answer()).toBeUndefined();
    expect(await dialled.outcome).toMatchObject({ kind: 'refused', status: 488 });
  });

  it('let something be heard before they answer, and talk afterwards', async () => {
    const [alice, bob] = [await phone('alice'), await phone('bob')];
    const ringing = rings(bob);
    const early = Promise.withResolvers<EarlyMedia>();
    const dialled = await dial(alice, bob, { onEarlyMedia: early.resolve });
    const call = await ringing;

    expect(await call.earlyMedia(tones.other)).toBe(true);
    expect(await (await early.promise).hears(tones.other)).toBe(true);
    const bobs = await call.answer();
    const outcome = await dialled.outcome;

    if (outcome.kind !== 'connected') throw new Error(`not connected but ${outcome.kind}`);
    expect(await Promise.all([outcome.call.hears(tones.bob), bobs?.hears(tones.alice)])).toEqual([true, true]);
  });

  it('stop waiting for what can no longer be heard when the call is over', async () => {
    const [alices, bobs] = await talk(await phone('alice'), await phone('bob'));
    const waiting = [bobs.hears(tones.other), bobs.hearsKeys('9')];

    alices.hangUp();

    expect(await Promise.all(waiting)).toEqual([false, false]);
    await alices.press('1');
  });
});
