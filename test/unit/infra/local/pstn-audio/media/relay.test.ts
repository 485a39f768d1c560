import { bridgeAudio } from '../../../../../../infra/local/pstn-audio/media/bridge.ts';
import { codecs } from '../../../../../../infra/local/pstn-audio/media/codec.ts';
import { playSamples } from '../../../../../../infra/local/pstn-audio/media/play-samples.ts';
import type { RemoteMedia, RtpEndpoint } from '../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { parseRtp, type RtpPacket } from '../../../../../../infra/local/pstn-audio/media/rtp-packet.ts';
import {
  parseTelephoneEvent,
  buildTelephoneEvent,
} from '../../../../../../infra/local/pstn-audio/media/telephone-event.ts';
import { BarePhones, deliver, packet, type BarePhone } from './bare-phone-fixture.ts';
import { frameOf } from './caller-fixture.ts';
import { eventually, PhoneLines } from './phone-line-fixture.ts';

const lines = new PhoneLines();
const phones = new BarePhones();
afterEach(async () => {
  phones.close();
  await lines.close();
});

interface Side {
  readonly phone: BarePhone;
  readonly leg: RtpEndpoint;
  readonly heard: RtpPacket[];
}

async function side(media: Partial<RemoteMedia> = {}): Promise<Side> {
  const phone = await phones.open();
  const leg = await lines.open();
  leg.connect({ ...phone.address, ...media });
  const heard: RtpPacket[] = [];
  phone.socket.on('message', (bytes) => heard.push(parseRtp(bytes)!));
  return { phone, leg, heard };
}

const pcma: Partial<RemoteMedia> = { codecs: [{ name: 'PCMA', payloadType: 8 }] };
const key = (digit: string, over: Partial<RtpPacket> = {}): RtpPacket =>
  packet({ payloadType: 101, payload: buildTelephoneEvent({ digit, end: false, duration: 160, volume: 10 }), ...over });

/** Alice says these packets; what Bob has heard when so many have arrived. */
async function says(
  alice: Side,
  bob: Side,
  packets: readonly RtpPacket[],
  arriving = packets.length,
): Promise<RtpPacket[]> {
  const before = bob.heard.length;
  await deliver(alice.phone.socket, alice.leg, ...packets);
  await eventually(() => bob.heard.length >= before + arriving);
  return bob.heard.slice(before);
}

describe('a bridge of two legs', () => {
  it('passes each packet on at once, before any time has passed', async () => {
    const [alice, bob] = [await side(), await side()];
    bridgeAudio(alice.leg, bob.leg);

    const heard = await says(
      alice,
      bob,
      [1, 2, 3].map((sequence) => packet({ sequence, timestamp: sequence * 160 })),
    );

    expect(heard.map(({ payload }) => payload)).toEqual(Array(3).fill(new Uint8Array(160).fill(0x80)));
  });

  it('makes no packets of its own while nobody speaks', async () => {
    const [alice, bob] = [await side(), await side()];
    bridgeAudio(alice.leg, bob.leg);

    await lines.timers.advanceBy(1000);

    expect(bob.leg.statistics.sent).toBe(0);
  });

  it('translates where the two speak different codecs', async () => {
    const [alice, bob] = [await side(), await side(pcma)];
    bridgeAudio(alice.leg, bob.leg);

    const [toBob] = await says(alice, bob, [packet()]);
    const [toAlice] = await says(bob, alice, [packet({ payloadType: 8, payload: new Uint8Array(160).fill(0x2a) })]);

    expect([toBob?.payloadType, toAlice?.payloadType]).toEqual([8, 0]);
    expect(codecs.PCMA.decode(toBob!.payload)[0]).toBe(32_256);
    expect(codecs.PCMU.decode(toAlice!.payload)[0]).toBe(-32_124);
  });

  it('passes packets of another length on as they are', async () => {
    const [alice, bob] = [await side(), await side()];
    bridgeAudio(alice.leg, bob.leg);

    const [heard] = await says(alice, bob, [packet({ payload: new Uint8Array(240) })]);

    expect(heard?.payload.length).toBe(240);
  });

  it('passes keys on under the number that the other side has for them', async () => {
    const [alice, bob] = [await side(), await side({ eventPayloadType: 96 })];
    bridgeAudio(alice.leg, bob.leg);

    const [heard] = await says(alice, bob, [key('7', { marker: true })]);

    expect(heard).toMatchObject({ payloadType: 96, marker: true });
    expect(parseTelephoneEvent(heard!.payload)?.digit).toBe('7');
  });

  it('makes tones of keys for who takes no others, and hears such tones as keys', async () => {
    const [alice, bob] = [await side(), await side({ eventPayloadType: 'none' })];
    bridgeAudio(alice.leg, bob.leg);
    let heard = '';
    const [tones, ear] = await lines.pair();
    ear.connect({ ...tones.address, eventPayloadType: 'none' });
    ear.listen({ frame: () => undefined, digit: (digit) => (heard += digit) });

    await says(alice, bob, [key('7', { sequence: 1 }), key('7', { sequence: 2 })], 0);
    await lines.timers.advanceBy(200);
    await eventually(() => bob.heard.length >= bob.leg.statistics.sent);
    tones.play({ next: () => codecs.PCMU.decode(bob.heard.shift()?.payload ?? new Uint8Array(160).fill(0xff)) });
    await lines.pass(10);

    expect(heard).toBe('7');
  });

  it('lets a prompt be heard in place of the other side, and the other side again after it, in one stream', async () => {
    const [alice, bob] = [await side(), await side()];
    bridgeAudio(alice.leg, bob.leg);
    const speech = (sequence: number): RtpPacket => packet({ sequence, timestamp: sequence * 160 });

    await says(alice, bob, [speech(1), speech(2)]);
    const playing = playSamples(bob.leg, new Int16Array(320).fill(8316));
    await deliver(alice.phone.socket, alice.leg, speech(3));
    await lines.timers.advanceBy(60);
    await playing.finished;
    await says(alice, bob, [speech(4), speech(5)]);
    await lines.timers.advanceBy(200);
    await eventually(() => bob.heard.length >= bob.leg.statistics.sent);

    expect(bob.heard.map(({ payload }) => codecs.PCMU.decode(payload)[0])).toEqual([
      32_124, 32_124, 8316, 8316, 32_124, 32_124,
    ]);
    const [first] = bob.heard;
    expect(bob.heard.map(({ sequence }) => (sequence - first!.sequence) & 0xffff)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(bob.leg.statistics.sent).toBe(6);
  });

  it('lets who overhears a leg hear what is passed on to it, and its keys', async () => {
    const [alice, bob] = [await side(pcma), await side()];
    bridgeAudio(alice.leg, bob.leg);
    const overheard: (number | undefined)[] = [];
    let keys = '';
    bob.leg.overhear({ frame: (pcm) => overheard.push(pcm[0]), digit: (digit) => (keys += digit) });
    const loud = (sequence: number): RtpPacket =>
      packet({ sequence, payloadType: 8, payload: new Uint8Array(160).fill(0xaa) });

    await says(alice, bob, [loud(1), loud(2), key('3', { sequence: 3, timestamp: 480 })]);
    bob.leg.play({ next: () => frameOf(500) });
    await lines.timers.advanceBy(20);

    expect({ overheard, keys }).toEqual({ overheard: [32_256, 32_256, 500], keys: '3' });
  });

  it('lets who overhears a leg hear the keys that we press on it', async () => {
    const bob = await side();
    const overheard: (number | string | undefined)[] = [];
    bob.leg.overhear({ frame: (pcm) => overheard.push(pcm[0]), digit: (digit) => overheard.push(digit) });
    bob.leg.play({ next: () => frameOf(500) });

    void bob.leg.sendDigits('1', { toneMilliseconds: 20, gapMilliseconds: 20 });
    await lines.timers.advanceBy(80);

    expect(overheard).toEqual(['1', 0, 0, 0, 500]);
  });

  it('gives way to the next one, and its end leaves that one alone', async () => {
    const [alice, bob, carol] = [await side(), await side(), await side()];
    const first = bridgeAudio(alice.leg, bob.leg);

    bridgeAudio(carol.leg, bob.leg);
    first.close();
    await deliver(alice.phone.socket, alice.leg, packet({ payload: new Uint8Array(160).fill(1) }));
    const heard = await says(carol, bob, [packet({ payload: new Uint8Array(160).fill(2) })]);

    expect(heard.map(({ payload }) => payload[0])).toEqual([2]);
  });

  it('does not pass on a packet that does not belong to the stream', async () => {
    const [alice, bob] = [await side(), await side()];
    bridgeAudio(alice.leg, bob.leg);

    const heard = await says(alice, bob, [packet(), packet({ sequence: 30_000 }), packet({ sequence: 2 })], 2);

    expect(heard[1]?.sequence).toBe(((heard[0]?.sequence ?? 0) + 1) & 0xffff);
    expect(bob.leg.statistics.sent).toBe(2);
  });

  it('sends nothing to who is on hold, and passes on what they send', async () => {
    const [alice, bob] = [await side(), await side({ receives: false })];
    bridgeAudio(alice.leg, bob.leg);

    await says(alice, bob, [packet()], 0);
    const music = await says(bob, alice, [packet()]);

    expect(bob.leg.statistics.sent).toBe(0);
    expect(music).toHaveLength(1);
  });

  it('sends silence again to who is left when the other has gone', async () => {
    const [alice, bob] = [await side(), await side()];
    bridgeAudio(alice.leg, bob.leg);

    await alice.leg.close();
    await lines.timers.advanceBy(60);

    expect(bob.leg.statistics.sent).toBe(3);
  });
});
