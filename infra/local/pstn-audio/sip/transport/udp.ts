import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { rememberedLookup, type Lookup } from './remembered-lookup.ts';
import type { SipAddress, Transport } from './transport.ts';

/** Where to listen: default any free port of 127.0.0.1. */
export interface ListenOptions {
  readonly host?: string;
  readonly port?: number;
}

/** Listens for SIP over UDP (RFC 3261 §18); rejects when the address cannot be bound. One datagram is one message. */
export async function listenUdp(options: ListenOptions = {}): Promise<Transport> {
  const { host = '127.0.0.1', port = 0 } = options;
  // Room for a burst of calls while the process is busy; the system cuts it down to what it allows.
  const type = isIPv6(host) ? 'udp6' : 'udp4';
  const socket = createSocket({ type, recvBufferSize: 1_048_576, lookup: addresses() });
  try {
    const listening = once(socket, 'listening');
    socket.bind(port, host);
    await listening;
  } catch (error) {
    socket.close();
    throw new Error(`SIP over UDP cannot listen on ${host}:${port}; choose another address or port 0`, {
      cause: error,
    });
  }
  return new UdpTransport(socket);
}

function addresses(): Lookup {
  return rememberedLookup(
    (name, options, done) => lookup(name, options, done),
    () => performance.now(),
  );
}

class UdpTransport implements Transport {
  readonly protocol = 'UDP';
  readonly reliable = false;
  readonly local: SipAddress;
  onMessage: Transport['onMessage'];
  readonly #socket: Socket;
  #underWay = 0;
  #whenIdle: (() => void) | undefined;
  #closed: Promise<void> | undefined;

  constructor(socket: Socket) {
    const { address, port } = socket.address();
    this.local = { host: address, port };
    this.#socket = socket;
    socket.on('message', (bytes, { address, port }) => this.onMessage?.(bytes, { host: address, port }));
    // An error the system reports for an earlier datagram says nothing about which: the sender's timers find out.
    socket.on('error', () => undefined);
  }

  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void {
    if (this.#closed !== undefined) {
      queueMicrotask(() => onFailure(new Error('the UDP transport is closed')));
      return;
    }
    this.#underWay += 1;
    const done = (error: Error | null): void => {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#whenIdle?.();
      if (error !== null) onFailure(error);
    };
    try {
      this.#socket.send(bytes, destination.port, destination.host, done);
    } catch (error) {
      // A port out of range is thrown, not reported.
      queueMicrotask(() => done(error instanceof Error ? error : new Error(String(error))));
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    await new Promise<void>((resolve) => this.#socket.close(() => resolve()));
  }
}
