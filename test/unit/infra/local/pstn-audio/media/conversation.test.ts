import {
  silence,
  type AudioParty,
  type AudioSink,
  type Pcm,
} from '../../../../../../infra/local/pstn-audio/media/audio.ts';
import { bridgeAudio } from '../../../../../../infra/local/pstn-audio/media/bridge.ts';
import { FrameQueue } from '../../../../../../infra/local/pstn-audio/media/frame-queue.ts';
import { createMixer } from '../../../../../../infra/local/pstn-audio/media/mixer.ts';
import { phoneParty } from '../../../../../../infra/local/pstn-audio/media/phone-party.ts';
import { playOnce, type Playing } from '../../../../../../infra/local/pstn-audio/media/play-once.ts';
import type { RtpEndpoint } from '../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { toneDetector, type ToneDetector } from '../../../../../../infra/local/pstn-audio/media/tone-detector.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';
import { PhoneLines } from './phone-line-fixture.ts';

const lines = new PhoneLines();
afterEach(() => lines.close());

const frameOf = (value: number): Pcm => new Int16Array(160).fill(value);
const first = (frame: Pcm | undefined): number | undefined => frame?.[0];

/** A phone that says a tone, and the leg that the service has with it. */
async function caller(frequencyHz: number): Promise<{ phone: RtpEndpoint; leg: RtpEndpoint }> {
  const [phone, leg] = await lines.pair();
  phone.play(toneSource({ frequencyHz }));
  return { phone, leg };
}
function listenFor(phone: RtpEndpoint, ...frequencies: number[]): ToneDetector[] {
  const detectors = frequencies.map(toneDetector);
  const ear: AudioSink = {
    frame: (pcm) => {
      for (const detector of detectors) detector.frame(pcm);
    },
  };
  phone.listen(ear);
  return detectors;
}
const present = (detectors: readonly ToneDetector[]): boolean[] => detectors.map((detector) => detector.present);

describe('a queue of frames', () => {
  it('hands frames on in order, and nothing when it is empty', () => {
    const queue = new FrameQueue();
    queue.frame(frameOf(1));
    queue.frame(frameOf(2));

    expect([queue.next(), queue.next(), queue.next()].map(first)).toEqual([1, 2, undefined]);
  });

  it('gives up the oldest beyond three', () => {
    const queue = new FrameQueue();
    for (const value of [1, 2, 3, 4, 5]) queue.frame(frameOf(value));

    expect([queue.next(), queue.next(), queue.next(), queue.next()].map(first)).toEqual([3, 4, 5, undefined]);
  });

  it('gets rid of the delay that a burst has brought', () => {
    const queue = new FrameQueue();
    for (const value of [-2, -1]) queue.frame(frameOf(value));
    const delays = Array.from({ length: 40 }, (_, turn) => {
      queue.frame(frameOf(turn));
      return turn - (first(queue.next()) ?? Number.NaN);
    });

    expect(delays[0]).toBe(2);
    expect(delays.at(-1)).toBe(0);
  });

  it('keeps one frame in hand where frames come now early, now late', () => {
    const queue = new FrameQueue();
    queue.frame(frameOf(0));
    const taken = Array.from({ length: 40 }, (_, turn) => {
      if (turn % 2 === 0) for (const value of [turn, turn + 1]) queue.frame(frameOf(value));
      return first(queue.next());
    });

    expect(taken).not.toContain(undefined);
  });
});

describe('a bridge', () => {
  it('lets both sides hear each other, and not themselves', async () => {
    const alice = await caller(440);
    const bob = await caller(700);
    const alicesEar = listenFor(alice.phone, 440, 700);
    const bobsEar = listenFor(bob.phone, 440, 700);

    bridgeAudio(alice.leg, bob.leg);
    await lines.pass(12);

    expect(present(alicesEar)).toEqual([false, true]);
    expect(present(bobsEar)).toEqual([true, false]);
  });

  it('adds no more than one frame of delay', async () => {
    const alice = await caller(440);
    const bob = await caller(700);
    bridgeAudio(alice.leg, bob.leg);
    await lines.pass(20);
    let heardAt = 0;
    bob.phone.listen({ frame: (pcm) => void (heardAt ||= Math.max(...pcm) > 30_000 ? lines.timers.now() : 0) });

    const saidAt = lines.timers.now();
    playOnce(alice.phone, frameOf(32_000));
    await lines.pass(8);

    // 20 ms until the phone's own tick, one frame in the relay.
    expect(heardAt - saidAt).toBeLessThanOrEqual(60);
    expect(heardAt).toBeGreaterThan(0);
  });

  it('carries key presses across', async () => {
    const alice = await caller(440);
    const bob = await caller(700);
    let heard = '';
    bob.phone.listen({ frame: () => undefined, digit: (digit) => (heard += digit) });
    bridgeAudio(alice.leg, bob.leg);

    void alice.phone.sendDigits('42#', { toneMilliseconds: 80 });
    await lines.pass(50);

    expect(heard).toBe('42#');
  });

  it('leaves silence when it is closed', async () => {
    const alice = await caller(440);
    const bob = await caller(700);
    const [ear] = listenFor(bob.phone, 440);
    const bridge = bridgeAudio(alice.leg, bob.leg);
    await lines.pass(12);
    expect(ear?.present).toBe(true);

    bridge.close();
    bridge.close();
    await lines.pass(3);

    expect(ear?.present).toBe(false);
  });

  it('leaves alone what was played and listened to since', async () => {
    const alice = await caller(440);
    const bob = await caller(700);
    const [ear] = listenFor(bob.phone, 1000);
    const bridge = bridgeAudio(alice.leg, bob.leg);

    bob.leg.play(toneSource({ frequencyHz: 1000 }));
    const [recorder] = listenFor(alice.leg, 440);
    bridge.close();
    await lines.pass(8);

    expect([ear?.present, recorder?.present]).toEqual([true, true]);
  });

  it('outlives the end of either leg', async () => {
    const alice = await caller(440);
    const bob = await caller(700);
    bridgeAudio(alice.leg, bob.leg);

    await bob.leg.close();
    await bob.phone.close();

    await expect(lines.pass(3)).resolves.toBeUndefined();
  });

  it('is refused between a leg and itself', async () => {
    const { leg } = await caller(440);

    expect(() => bridgeAudio(leg, leg)).toThrow('itself');
  });
});

describe('playing once', () => {
  it('is finished after the last frame, filled up with silence', async () => {
    const [service, phone] = await lines.pair();
    const heard: number[] = [];
    phone.listen({ frame: (pcm) => heard.push(...pcm) });

    const playing = playOnce(service, new Int16Array(200).fill(32_124));
    await lines.pass(3);
    await playing.finished;

    expect(heard).toEqual([...Array<number>(200).fill(32_124), ...Array<number>(280).fill(0)]);
  });

  it.each([
    { case: 'it is stopped', act: (_: RtpEndpoint, playing: Playing) => playing.stop() },
    { case: 'something else is played', act: (endpoint: RtpEndpoint) => endpoint.play(undefined) },
    { case: 'the leg ends', act: (endpoint: RtpEndpoint) => void endpoint.close() },
  ])('is finished when $case', async ({ act }) => {
    const [service] = await lines.pair();
    const playing = playOnce(service, new Int16Array(8000));

    act(service, playing);

    await expect(playing.finished).resolves.toBeUndefined();
  });

  it('does not stop what has taken its place', async () => {
    const [service, phone] = await lines.pair();
    const [ear] = listenFor(phone, 440);
    const playing = playOnce(service, new Int16Array(8000));
    service.play(toneSource({ frequencyHz: 440 }));

    playing.stop();
    await lines.pass(6);

    expect(ear?.present).toBe(true);
  });
});

describe('a mixer', () => {
  const speaker = (value: number, heard: number[]): AudioParty => ({
    voice: { next: () => frameOf(value) },
    ear: { frame: (pcm) => void heard.push(pcm[0] ?? Number.NaN) },
  });

  it('gives each party the sum of the others, and forces it into 16 bits', async () => {
    const timers = new TimersFake();
    const mixer = createMixer(timers);
    const heard: number[][] = [[], [], []];
    for (const [party, value] of [100, 20_000, 20_000].entries()) mixer.join(speaker(value, heard[party] ?? []));

    await timers.advanceBy(20);

    expect(heard).toEqual([[32_767], [20_100], [20_100]]);
  });

  it('lets a lone party hear silence', async () => {
    const timers = new TimersFake();
    const heard: number[] = [];
    createMixer(timers).join(speaker(100, heard));

    await timers.advanceBy(40);

    expect(heard).toEqual([0, 0]);
  });

  it('keeps a muted party to itself, and does not save up what it says', async () => {
    const timers = new TimersFake();
    const mixer = createMixer(timers);
    const heard: number[] = [];
    let said = 0;
    const place = mixer.join({ voice: { next: () => frameOf((said += 1)) }, ear: { frame: () => undefined } });
    mixer.join({ voice: { next: () => undefined }, ear: { frame: (pcm) => void heard.push(pcm[0] ?? Number.NaN) } });

    place.muted = true;
    await timers.advanceBy(60);
    place.muted = false;
    await timers.advanceBy(20);

    expect(heard).toEqual([0, 0, 0, 4]);
  });

  it('runs only while someone is there, and releases whoever leaves', async () => {
    const timers = new TimersFake();
    const mixer = createMixer(timers);
    const released: string[] = [];
    const party = (name: string): AudioParty => ({
      voice: { next: () => silence, released: () => void released.push(`${name}'s voice`) },
      ear: { frame: () => undefined, released: () => void released.push(`${name}'s ear`) },
    });
    const alice = mixer.join(party('alice'));
    mixer.join(party('bob'));
    expect([mixer.size, timers.pending]).toEqual([2, 1]);

    alice.leave();
    alice.leave();
    mixer.close();

    expect([mixer.size, timers.pending]).toEqual([0, 0]);
    expect(released).toEqual(["alice's voice", "alice's ear", "bob's voice", "bob's ear"]);
  });

  it('spares a party that left because of what another has just heard', async () => {
    const timers = new TimersFake();
    const mixer = createMixer(timers);
    const heard: number[] = [];
    mixer.join({ voice: { next: () => undefined }, ear: { frame: () => bob.leave() } });
    const bob = mixer.join(speaker(1, heard));

    await timers.advanceBy(40);

    expect(heard).toEqual([]);
  });

  it('leaves alone what was played on a phone leg and listened to since it joined', async () => {
    const mixer = createMixer(lines.timers);
    const { phone, leg } = await caller(440);
    const [ear] = listenFor(phone, 1000);
    const place = mixer.join(phoneParty(leg));

    leg.play(toneSource({ frequencyHz: 1000 }));
    const [recorder] = listenFor(leg, 440);
    place.leave();
    await lines.pass(8);

    expect([ear?.present, recorder?.present]).toEqual([true, true]);
  });

  it('mixes phone legs, each hearing the two others', async () => {
    const mixer = createMixer(lines.timers);
    const tones = [440, 700, 1000];
    const callers = await Promise.all(tones.map(caller));
    const ears = callers.map(({ phone }) => listenFor(phone, ...tones));
    const places = callers.map(({ leg }) => mixer.join(phoneParty(leg)));

    await lines.pass(14);
    expect(ears.map(present)).toEqual([
      [false, true, true],
      [true, false, true],
      [true, true, false],
    ]);
    places[2]?.leave();
    await lines.pass(10);

    expect(ears.map(present)).toEqual([
      [false, true, false],
      [true, false, false],
      [false, false, false],
    ]);
    mixer.close();
  });
});
