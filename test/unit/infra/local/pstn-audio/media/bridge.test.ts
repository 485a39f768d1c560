import { bridgeAudio } from '../../../../../../infra/local/pstn-audio/media/bridge.ts';
import { playSamples } from '../../../../../../infra/local/pstn-audio/media/play-samples.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import { PhoneLines } from './phone-line-fixture.ts';
import { callerOn, frameOf, listenFor, present } from './caller-fixture.ts';

const lines = new PhoneLines();
afterEach(() => lines.close());

const caller = (frequencyHz: number) => callerOn(lines, frequencyHz);

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
    playSamples(alice.phone, frameOf(32_000));
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
