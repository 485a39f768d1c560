import { silence, type AudioParty } from '../../../../../../infra/local/pstn-audio/media/audio.ts';
import { createMixer } from '../../../../../../infra/local/pstn-audio/media/mixer.ts';
import { phoneParty } from '../../../../../../infra/local/pstn-audio/media/phone-party.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';
import { PhoneLines } from './phone-line-fixture.ts';
import { callerOn, frameOf, listenFor, present } from './caller-fixture.ts';

const lines = new PhoneLines();
afterEach(() => lines.close());

const caller = (frequencyHz: number) => callerOn(lines, frequencyHz);

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
