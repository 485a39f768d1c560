import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { RtpEndpoint } from '../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { buildRtp, parseRtp, type RtpPacket } from '../../../../../../infra/local/pstn-audio/media/rtp-packet.ts';
import { eventually } from './phone-line-fixture.ts';

export interface BarePhone {
  readonly socket: Socket;
  readonly address: { readonly host: string; readonly port: number };
}

/** Strangers to this code: bare sockets. */
export class BarePhones {
  readonly #sockets: Socket[] = [];

  async open(): Promise<BarePhone> {
    const socket = createSocket('udp4');
    this.#sockets.push(socket);
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return { socket, address: { host: '127.0.0.1', port: socket.address().port } };
  }

  /** The packet that `act` brings. */
  async nextPacket(socket: Socket, act: () => Promise<void>): Promise<RtpPacket> {
    const message = once(socket, 'message');
    await act();
    const [bytes] = (await message) as [Buffer];
    return parseRtp(bytes)!;
  }

  close(): void {
    for (const socket of this.#sockets.splice(0)) socket.close();
  }
}

export function packet(over: Partial<RtpPacket> = {}): RtpPacket {
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

/** Sends packets one by one, each when the one before has arrived. */
export async function deliver(from: Socket, to: RtpEndpoint, ...packets: (RtpPacket | Uint8Array)[]): Promise<void> {
  const arrived = (): number => to.statistics.received + to.statistics.ignored;
  for (const each of packets) {
    const before = arrived();
    from.send(each instanceof Uint8Array ? each : buildRtp(each), to.address.port, '127.0.0.1');
    await eventually(() => arrived() > before);
  }
}
