import type { Socket } from 'node:dgram';
import { decodePcmu } from '../../../../../../infra/local/pstn-audio/media/pcmu.ts';
import { parseRtp } from '../../../../../../infra/local/pstn-audio/media/rtp-packet.ts';
import { parseTelephoneEvent } from '../../../../../../infra/local/pstn-audio/media/telephone-event.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import type { RtpTrace } from '../../../../../../infra/local/pstn-audio/service/trace.ts';
import { BarePhones, deliver, packet } from './bare-phone-fixture.ts';
import { PhoneLines } from './phone-line-fixture.ts';

const lines = new PhoneLines();
const phones = new BarePhones();
afterEach(async () => {
  phones.close();
  await lines.close();
});
const barePhone = () => phones.open();
const nextPacket = (socket: Socket) => phones.nextPacket(socket, () => lines.timers.advanceBy(20));

describe('an RTP endpoint', () => {
  it('sends one packet of PCMU every 20 ms, numbered and timed without a gap, silence where there is nothing to say', async () => {
    const phone = await barePhone();
    const endpoint = await lines.open();
    endpoint.connect(phone.address);

    const first = await nextPacket(phone.socket);
    endpoint.play(toneSource({ frequencyHz: 1000, levelDbfs: -3 }));
    const second = await nextPacket(phone.socket);

    expect(first).toMatchObject({ payloadType: 0, marker: true });
    expect([...first.payload]).toEqual(Array<number>(160).fill(0xff));
    expect(second).toMatchObject({
      payloadType: 0,
      marker: false,
      ssrc: first.ssrc,
      sequence: (first.sequence + 1) & 0xffff,
      timestamp: (first.timestamp + 160) >>> 0,
    });
    expect(Math.max(...decodePcmu(second.payload))).toBeGreaterThan(20_000);
    expect(endpoint.statistics.sent).toBe(2);
  });

  it('says nothing, and takes nothing from its source, before it knows where to', async () => {
    const endpoint = await lines.open();
    const asked: number[] = [];
    endpoint.play({ next: () => void asked.push(1) });

    await lines.timers.advanceBy(100);

    expect(asked).toEqual([]);
    expect(endpoint.statistics.sent).toBe(0);
  });

  it('hands over what it hears, in frames of 20 ms whatever the length of the packets', async () => {
    const phone = await barePhone();
    const endpoint = await lines.open();
    const heard: Int16Array[] = [];
    endpoint.listen({ frame: (pcm) => heard.push(pcm) });
    endpoint.connect(phone.address);

    await deliver(
      phone.socket,
      endpoint,
      packet({ sequence: 1, payload: new Uint8Array(240).fill(0x80) }),
      packet({ sequence: 2, payload: new Uint8Array(240).fill(0x00) }),
    );

    const samples = heard.map((frame) => [...frame]);
    expect(samples).toEqual([
      Array(160).fill(32_124),
      [...Array<number>(80).fill(32_124), ...Array<number>(80).fill(-32_124)],
      Array(160).fill(-32_124),
    ]);
  });

  it('hands over in order what comes out of order, silence for what is lost, and nothing that comes too late', async () => {
    const phone = await barePhone();
    const endpoint = await lines.open();
    const heard: (number | undefined)[] = [];
    endpoint.listen({ frame: (pcm) => heard.push(pcm[0]) });
    endpoint.connect(phone.address);
    const sequences = [1, 3, 2, 5, 6, 7, 4, 8];

    await deliver(
      phone.socket,
      endpoint,
      ...sequences.map((sequence) => packet({ sequence, payload: new Uint8Array(160).fill(sequence) })),
    );

    const said = (sequence: number): number | undefined => decodePcmu(Uint8Array.of(sequence))[0];
    expect(heard).toEqual([said(1), said(2), said(3), 0, said(5), said(6), said(7), said(8)]);
  });

  it('counts loss, lateness and what does not belong', async () => {
    const phone = await barePhone();
    const stranger = await barePhone();
    const endpoint = await lines.open();
    endpoint.connect(phone.address);

    await deliver(phone.socket, endpoint, packet({ sequence: 1 }), packet({ sequence: 5 }), packet({ sequence: 4 }));
    await deliver(phone.socket, endpoint, packet({ sequence: 6, payloadType: 8 }), Uint8Array.of(1, 2, 3));
    await deliver(stranger.socket, endpoint, packet({ sequence: 6 }));

    expect(endpoint.statistics).toEqual({ sent: 0, received: 3, lost: 2, outOfOrder: 1, ignored: 3 });
  });

  it('goes where it is told by a later connect', async () => {
    const before = await barePhone();
    const after = await barePhone();
    const endpoint = await lines.open();
    endpoint.connect(before.address);
    const first = await nextPacket(before.socket);

    endpoint.connect(after.address);
    const second = await nextPacket(after.socket);

    expect(second.sequence).toBe((first.sequence + 1) & 0xffff);
  });

  it.each([
    { host: '0.0.0.0', port: 4000 },
    { host: 'phone.example', port: 4000 },
    { host: '::1', port: 4000 },
    { host: '127.0.0.1', port: 0 },
    { host: '127.0.0.1', port: 65_536 },
  ])('falls silent when told to send to $host port $port', async (remote) => {
    const [endpoint] = await lines.pair();

    expect(endpoint.connect(remote)).toBe('unusable');
    await lines.timers.advanceBy(40);

    expect(endpoint.statistics.sent).toBe(0);
  });

  it('presses keys on the payload type of the session, instead of what it plays', async () => {
    const phone = await barePhone();
    const endpoint = await lines.open();
    endpoint.connect({ ...phone.address, eventPayloadType: 96 });
    const pressed = endpoint.sendDigits('5', { toneMilliseconds: 20, gapMilliseconds: 20 });

    const types: number[] = [];
    for (let frame = 0; frame < 5; frame += 1) types.push((await nextPacket(phone.socket)).payloadType);
    await pressed;

    expect(types).toEqual([96, 96, 96, 0, 0]);
  });

  it('lets go a key that is called off, at once, and is heard to speak again', async () => {
    const phone = await barePhone();
    const endpoint = await lines.open();
    endpoint.connect(phone.address);
    const calledOff = new AbortController();
    const pressed = endpoint.sendDigits('12', { signal: calledOff.signal });
    const packets = [await nextPacket(phone.socket)];

    calledOff.abort();
    for (let frame = 0; frame < 4; frame += 1) packets.push(await nextPacket(phone.socket));
    await pressed;

    expect(packets.map(({ payloadType, payload }) => [payloadType, parseTelephoneEvent(payload)?.end])).toEqual([
      [101, false],
      [101, true],
      [101, true],
      [101, true],
      [0, undefined],
    ]);
  });

  it('hears each key once', async () => {
    const [a, b] = await lines.pair();
    let heard = '';
    b.listen({ frame: () => undefined, digit: (digit) => (heard += digit) });

    void a.sendDigits('44*', { toneMilliseconds: 60, gapMilliseconds: 20 });
    await lines.pass(30);

    expect(heard).toBe('44*');
  });

  it('tells what it lets go: a source that is replaced, a listener that is taken away, and all when it closes', async () => {
    const [endpoint] = await lines.pair();
    const released: string[] = [];
    const source = (name: string) => ({ next: () => undefined, released: () => void released.push(name) });
    const sink = (name: string) => ({ frame: () => undefined, released: () => void released.push(name) });

    endpoint.play(source('first source'));
    endpoint.play(source('second source'));
    const stopFirst = endpoint.listen(sink('first sink'));
    endpoint.listen(sink('second sink'));
    stopFirst();
    expect(released).toEqual(['first source', 'first sink']);
    await endpoint.close();
    endpoint.play(source('too late'));

    expect(released).toEqual(['first source', 'first sink', 'second source', 'second sink', 'too late']);
  });

  it('frees its port and its timer when it closes, as often as it is told to, and lets go who waits for keys', async () => {
    const endpoint = await lines.open();
    const before = lines.timers.pending;
    endpoint.connect({ host: '127.0.0.1', port: 9 });
    const pressing = endpoint.sendDigits('123');

    await Promise.all([endpoint.close(), endpoint.close()]);
    await pressing;
    await endpoint.sendDigits('1');

    expect(lines.timers.pending).toBe(before - 1);
  });

  it('speaks the first codec agreed on, under its number, and hears all of them', async () => {
    const phone = await barePhone();
    const endpoint = await lines.open();
    const heard: (number | undefined)[] = [];
    endpoint.listen({ frame: (pcm) => heard.push(pcm[0]) });
    const codecs = [
      { name: 'PCMA', payloadType: 8 },
      { name: 'PCMU', payloadType: 96 },
    ] as const;
    endpoint.connect({ ...phone.address, codecs });
    endpoint.play({ next: () => new Int16Array(160).fill(32_256) });

    const sent = await nextPacket(phone.socket);
    await deliver(
      phone.socket,
      endpoint,
      packet({ sequence: 1, payloadType: 8, payload: new Uint8Array(160).fill(0xaa) }),
      packet({ sequence: 2, payloadType: 96 }),
      packet({ sequence: 3, payloadType: 0 }),
    );

    expect(sent.payloadType).toBe(8);
    expect([...sent.payload]).toEqual(Array(160).fill(0xaa));
    expect(heard).toEqual([32_256, 32_124]);
  });

  it('falls silent on hold and hears what is sent, while time goes on for what it plays', async () => {
    const phone = await barePhone();
    const endpoint = await lines.open();
    let frames = 0;
    let taken = 0;
    endpoint.listen({ frame: () => (frames += 1) });
    endpoint.play({ next: () => void (taken += 1) });

    endpoint.connect(phone.address);
    await nextPacket(phone.socket);
    endpoint.connect({ ...phone.address, receives: false });
    await lines.timers.advanceBy(40);
    await deliver(phone.socket, endpoint, packet({ sequence: 1 }));
    endpoint.connect({ host: '0.0.0.0', port: phone.address.port });
    await lines.timers.advanceBy(40);
    await deliver(phone.socket, endpoint, packet({ sequence: 2 }));

    expect({ frames, taken, sent: endpoint.statistics.sent }).toEqual({ frames: 2, taken: 5, sent: 1 });
    endpoint.connect(phone.address);
    expect((await nextPacket(phone.socket)).payloadType).toBe(0);
  });

  it('plays over a conversation, which goes on afterwards', async () => {
    const phone = await barePhone();
    const endpoint = await lines.open();
    endpoint.connect(phone.address);
    const saying = (value: number) => ({ next: () => new Int16Array(160).fill(value) });
    const heardNext = async () => decodePcmu((await nextPacket(phone.socket)).payload)[0];

    const end = endpoint.converse(saying(132));
    const heard = [await heardNext()];
    endpoint.play(saying(8316));
    heard.push(await heardNext());
    endpoint.play(undefined);
    heard.push(await heardNext());
    end();
    heard.push(await heardNext());

    expect(heard).toEqual([132, 8316, 132, 0]);
  });

  it('shows each packet as it is on the wire, to who asked for it', async () => {
    const phone = await barePhone();
    const traces: RtpTrace[] = [];
    const endpoint = await lines.open({ onTrace: (trace) => traces.push(trace) });
    endpoint.connect(phone.address);

    const sent = await nextPacket(phone.socket);
    await deliver(phone.socket, endpoint, packet({ sequence: 5 }));

    const ends = { local: endpoint.address, remote: phone.address };
    expect(traces).toMatchObject([
      { direction: 'out', ...ends },
      { direction: 'in', ...ends },
    ]);
    expect(traces.map(({ bytes }) => parseRtp(bytes)?.sequence)).toEqual([sent.sequence, 5]);
  });
});
