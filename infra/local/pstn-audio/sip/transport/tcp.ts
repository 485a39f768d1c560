import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { StreamFraming } from './stream-framing.ts';
import type { SipAddress, Transport } from './transport.ts';
import type { ListenOptions } from './udp.ts';

interface TcpOptions extends ListenOptions {
  readonly timers: Timers;
  /** How long a connection may take to be made, in ms; default 5000. */
  readonly connectTimeout?: number;
}

/** Listens for SIP over TCP (RFC 3261 §18); rejects when the address cannot be bound. Connections are kept and used both ways. */
export async function listenTcp(options: TcpOptions): Promise<Transport> {
  const { host = '127.0.0.1', port = 0, timers, connectTimeout = 5000 } = options;
  const server = createServer({ noDelay: true });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`SIP over TCP cannot listen on ${host}:${port}; choose another address or port 0`, {
      cause: error,
    });
  }
  return new TcpTransport(server, timers, connectTimeout);
}

class TcpTransport implements Transport {
  readonly protocol = 'TCP';
  readonly reliable = true;
  readonly local: SipAddress;
  onMessage: Transport['onMessage'];
  readonly #server: Server;
  readonly #timers: Timers;
  readonly #connectTimeout: number;
  readonly #connections = new Map<string, Socket>();
  #closed: Promise<void> | undefined;

  constructor(server: Server, timers: Timers, connectTimeout: number) {
    // A TCP server always listens on an address with a port, never on a pipe.
    const { address, port } = server.address() as AddressInfo;
    this.local = { host: address, port };
    this.#server = server;
    this.#timers = timers;
    this.#connectTimeout = connectTimeout;
    server.on('connection', (socket) =>
      this.#adopt(socket, { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 }),
    );
    server.on('error', () => undefined);
  }

  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void {
    let failed = false;
    const failOnce = (cause: Error): void => {
      if (!failed) onFailure(cause);
      failed = true;
    };
    if (this.#closed !== undefined) {
      queueMicrotask(() => failOnce(new Error('the TCP transport is closed')));
      return;
    }
    try {
      const kept = this.#connections.get(keyOf(destination));
      // One that the other side has begun to close is of no more use.
      const socket = kept?.writable === true ? kept : this.#connect(destination);
      // A write to a socket that is still connecting waits; when the connection fails, so does the write.
      socket.write(bytes, (error) => {
        if (error !== null && error !== undefined) failOnce(error);
      });
    } catch (error) {
      queueMicrotask(() => failOnce(error instanceof Error ? error : new Error(String(error))));
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #connect(destination: SipAddress): Socket {
    const socket = connect({ host: destination.host, port: destination.port, noDelay: true });
    const timer = this.#timers.after(this.#connectTimeout, () =>
      socket.destroy(new Error(`no connection within ${this.#connectTimeout} ms`)),
    );
    socket.once('connect', () => timer.cancel());
    socket.once('close', () => timer.cancel());
    this.#adopt(socket, destination);
    return socket;
  }

  #adopt(socket: Socket, peer: SipAddress): void {
    const key = keyOf(peer);
    const framing = new StreamFraming();
    this.#connections.set(key, socket);
    socket.on('data', (chunk) => {
      const { messages, broken } = framing.push(chunk);
      for (const message of messages) this.onMessage?.(message, peer);
      if (broken) socket.destroy();
    });
    // What could not be written is reported to its sender; the rest is for the timers of the transactions.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#connections.get(key) === socket) this.#connections.delete(key);
    });
  }

  async #close(): Promise<void> {
    const sockets = [...this.#connections.values()];
    await Promise.all(sockets.map((socket) => this.#finish(socket)));
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  // Lets written bytes leave, but does not wait for the other side to close its half.
  async #finish(socket: Socket): Promise<void> {
    if (socket.destroyed) return;
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.end(() => socket.destroy());
    const timer = this.#timers.after(this.#connectTimeout, () => socket.destroy());
    await closed;
    timer.cancel();
  }
}

function keyOf({ host, port }: SipAddress): string {
  return `${host}:${port}`;
}
