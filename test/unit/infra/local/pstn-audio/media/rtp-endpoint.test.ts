import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { decodePcmu } from '../../../../../../infra/local/pstn-audio/media/pcmu.ts';
import type { RtpEndpoint } from '../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { buildRtp, parseRtp, type RtpPacket } from '../../../../../../infra/local/pstn-audio/media/rtp-packet.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import { eventually, PhoneLines } from './phone-line-fixture.ts';

const lines = new PhoneLines();
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await lines.close();
});

/** A stranger to this code: a bare socket. */
async function barePhone(): Promise<{ socket: Socket; address: { host: string; port: number } }> {
  const socket = createSocket('udp4');
  sockets.push(socket);
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { socket, address: { host: '127.0.0.1', port: socket.address().port } };
}
async function nextPacket(socket: Socket): Promise<RtpPacket> {
  const message = once(socket, 'message');
  await lines.timers.advanceBy(20);
  const [bytes] = (await message) as [Buffer];
  return parseRtp(bytes)!;
}
function packet(over: Partial<RtpPacket> = {}): RtpPacket {
  return {
    payloadType: 0,
    marker: false,
    sequence: 1,
    timestamp: 160,
    ssrc: 9,
    payload: new Uint8Array(160).fill(0x80),
    ...over,
  };
}
async function deliver(from: Socket, to: RtpEndpoint, ...packets: (RtpPacket | Uint8Array)[]): Promise<void> {
  const arrived = (): number => to.statistics.received + to.statistics.ignored;
  for (const each of packets) {
    const before = arrived();
    from.send(each instanceof Uint8Array ? each : buildRtp(each), to.address.port, to.address.host);
    await eventually(() => arrived() > before);
  }
}

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

  it('does not play what comes too late, and counts loss, lateness and what does not belong', async () => {
    const phone = await barePhone();
    const stranger = await barePhone();
    const endpoint = await lines.open();
    let frames = 0;
    endpoint.listen({ frame: () => (frames += 1) });
    endpoint.connect(phone.address);

    await deliver(phone.socket, endpoint, packet({ sequence: 1 }), packet({ sequence: 5 }), packet({ sequence: 4 }));
    await deliver(phone.socket, endpoint, packet({ sequence: 6, payloadType: 8 }), Uint8Array.of(1, 2, 3));
    await deliver(stranger.socket, endpoint, packet({ sequence: 6 }));

    expect(frames).toBe(2);
    expect(endpoint.statistics).toEqual({ sent: 0, received: 3, lost: 2, outOfOrder: 1, ignored: 3 });
  });

  it('follows the other side to where it really is, and there only, when latching is on', async () => {
    const behindNat = await barePhone();
    const stranger = await barePhone();
    const endpoint = await lines.open({ latch: true });
    endpoint.connect({ host: '127.0.0.1', port: 9 });

    await deliver(stranger.socket, endpoint, Uint8Array.of(1));
    await deliver(behindNat.socket, endpoint, packet());
    await deliver(stranger.socket, endpoint, packet({ sequence: 2 }));

    expect((await nextPacket(behindNat.socket)).payloadType).toBe(0);
    expect(endpoint.statistics).toMatchObject({ received: 1, ignored: 2 });

    endpoint.connect({ host: '127.0.0.1', port: 9 });
    await deliver(stranger.socket, endpoint, packet({ sequence: 3 }));
    expect((await nextPacket(stranger.socket)).payloadType).toBe(0);
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
});
