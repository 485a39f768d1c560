import type { Socket } from 'node:dgram';
import { BarePhones, deliver, packet } from './bare-phone-fixture.ts';
import { PhoneLines } from './phone-line-fixture.ts';

const lines = new PhoneLines();
const phones = new BarePhones();
afterEach(async () => {
  phones.close();
  await lines.close();
});
const nextPacket = (socket: Socket) => phones.nextPacket(socket, () => lines.timers.advanceBy(20));
/** What a telephone behind address translation says of itself. */
const saidToBe = { host: '127.0.0.1', port: 9 };

describe('an RTP endpoint and a telephone behind address translation', () => {
  it('follows it to where it really is, and there only, when latching is on', async () => {
    const behindNat = await phones.open();
    const stranger = await phones.open();
    const endpoint = await lines.open({ latch: true });
    endpoint.connect(saidToBe);

    await deliver(stranger.socket, endpoint, Uint8Array.of(1));
    await deliver(behindNat.socket, endpoint, packet());
    await deliver(stranger.socket, endpoint, packet({ sequence: 2 }));

    expect((await nextPacket(behindNat.socket)).payloadType).toBe(0);
    expect(endpoint.statistics).toMatchObject({ received: 1, ignored: 2 });
  });

  it('goes on sending there when it describes itself again, as on hold, and follows it when it has moved', async () => {
    const before = await phones.open();
    const after = await phones.open();
    const endpoint = await lines.open({ latch: true });
    endpoint.connect(saidToBe);
    await deliver(before.socket, endpoint, packet());

    endpoint.connect({ ...saidToBe });
    const still = await nextPacket(before.socket);
    await deliver(after.socket, endpoint, packet({ sequence: 3 }));
    const moved = await nextPacket(after.socket);

    expect([still.payloadType, moved.payloadType]).toEqual([0, 0]);
  });

  it('believes another description until a packet comes', async () => {
    const before = await phones.open();
    const after = await phones.open();
    const endpoint = await lines.open({ latch: true });
    endpoint.connect(saidToBe);
    await deliver(before.socket, endpoint, packet());

    endpoint.connect(after.address);

    expect((await nextPacket(after.socket)).payloadType).toBe(0);
  });

  it('names the address that is advertised, and latches then by itself', async () => {
    const behindNat = await phones.open();
    const endpoint = await lines.open({ host: '0.0.0.0', advertisedHost: '203.0.113.7' });
    endpoint.connect(saidToBe);

    await deliver(behindNat.socket, endpoint, packet());

    expect(endpoint.address.host).toBe('203.0.113.7');
    expect((await nextPacket(behindNat.socket)).payloadType).toBe(0);
  });

  it('names loopback where it listens everywhere and nothing is advertised', async () => {
    const endpoint = await lines.open({ host: '0.0.0.0' });

    expect(endpoint.address).toEqual({ host: '127.0.0.1', port: endpoint.address.port });
  });
});
