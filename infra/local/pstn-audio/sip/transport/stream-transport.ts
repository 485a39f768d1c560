import type { AddressInfo, Server, Socket } from 'node:net';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { StreamConnection } from './stream-connection.ts';
import type { SipAddress, Transport } from './transport.ts';
import type { ListenOptions } from './udp.ts';

/** What TCP and TLS have in common. */
export interface StreamOptions extends ListenOptions {
  readonly timers: Timers;
  /** How long a connection may take to be made, in ms; default 5000. */
  readonly connectTimeout?: number;
  /** How long a peer may take over its first message, or over one that it has begun, in ms; default 32,000. */
  readonly patience?: number;
  /** How many connections peers may have open; the next takes the place of the one that was idle longest. Default 1000. */
  readonly mostConnections?: number;
}

interface StreamParts {
  readonly protocol: 'TCP' | 'TLS';
  readonly server: Server;
  /** The server's event that brings a connection ready for use. */
  readonly acceptedEvent: 'connection' | 'secureConnection';
  readonly dial: (destination: SipAddress) => Socket;
  /** The dialled socket's event that says it is ready for use. */
  readonly dialledEvent: 'connect' | 'secureConnect';
}

/** SIP over connections (RFC 3261 §18): each is kept and used both ways until either side closes it. */
export class StreamTransport implements Transport {
  readonly protocol: 'TCP' | 'TLS';
  readonly reliable = true;
  readonly local: SipAddress;
  onMessage: Transport['onMessage'];
  readonly #parts: StreamParts;
  readonly #timers: Timers;
  readonly #connectTimeout: number;
  readonly #patience: number;
  readonly #byPeer = new Map<string, StreamConnection>();
  readonly #connections = new Set<StreamConnection>();
  /**
   * Sockets as the system accepted them, those included that never finish a TLS handshake, by their peer: first the one that
   * brought no message for the longest.
   */
  readonly #accepted = new Map<string, Socket>();
  readonly #mostConnections: number;
  #closed: Promise<void> | undefined;

  constructor(parts: StreamParts, options: StreamOptions) {
    const { timers, connectTimeout = 5000, patience = 32_000, mostConnections = 1000 } = options;
    // Such a server always listens on an address with a port, never on a pipe.
    const { address, port } = parts.server.address() as AddressInfo;
    this.protocol = parts.protocol;
    this.local = { host: address, port };
    this.#parts = parts;
    this.#timers = timers;
    this.#connectTimeout = connectTimeout;
    this.#patience = patience;
    const { server } = parts;
    this.#mostConnections = mostConnections;
    server.on('connection', (socket) => this.#accept(socket));
    server.on(parts.acceptedEvent, (socket: Socket) => this.#adopt(socket, peerOf(socket), true));
    server.on('error', () => undefined);
  }

  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void {
    let failed = false;
    const failOnce = (cause: Error): void => {
      if (!failed) onFailure(cause);
      failed = true;
    };
    if (this.#closed !== undefined) {
      queueMicrotask(() => failOnce(new Error(`the ${this.protocol} transport is closed`)));
      return;
    }
    try {
      const kept = this.#byPeer.get(keyOf(destination));
      const connection = kept?.usable === true ? kept : this.#connect(destination);
      // A write to a socket that is still connecting waits; when the connection fails, so does the write.
      connection.send(bytes, failOnce);
    } catch (error) {
      queueMicrotask(() => failOnce(error instanceof Error ? error : new Error(String(error))));
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #connect(destination: SipAddress): StreamConnection {
    const socket = this.#parts.dial(destination);
    const timer = this.#timers.after(this.#connectTimeout, () =>
      socket.destroy(new Error(`no connection within ${this.#connectTimeout} ms`)),
    );
    socket.once(this.#parts.dialledEvent, () => timer.cancel());
    socket.once('close', () => timer.cancel());
    return this.#adopt(socket, destination, false);
  }

  #adopt(socket: Socket, peer: SipAddress, accepted: boolean): StreamConnection {
    const key = keyOf(peer);
    const connection = new StreamConnection(socket, {
      timers: this.#timers,
      patience: this.#patience,
      accepted,
      onMessage: (message) => {
        this.#heardFrom(key);
        this.onMessage?.(message, peer);
      },
      onClosed: () => {
        this.#connections.delete(connection);
        if (this.#byPeer.get(key) === connection) this.#byPeer.delete(key);
      },
    });
    this.#connections.add(connection);
    this.#byPeer.set(key, connection);
    return connection;
  }

  // Whoever opens connections and leaves them shuts nobody out.
  #accept(socket: Socket): void {
    const [idlest] = this.#accepted;
    if (idlest !== undefined && this.#accepted.size >= this.#mostConnections) {
      this.#accepted.delete(idlest[0]);
      idlest[1].destroy();
    }
    const key = keyOf(peerOf(socket));
    this.#accepted.set(key, socket);
    socket.on('close', () => {
      if (this.#accepted.get(key) === socket) this.#accepted.delete(key);
    });
  }

  #heardFrom(key: string): void {
    const socket = this.#accepted.get(key);
    if (socket === undefined) return;
    this.#accepted.delete(key);
    this.#accepted.set(key, socket);
  }

  async #close(): Promise<void> {
    const { server } = this.#parts;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await Promise.all([...this.#connections].map((connection) => connection.finish()));
    for (const socket of this.#accepted.values()) socket.destroy();
    await closed;
  }
}

function peerOf({ remoteAddress = '', remotePort = 0 }: Socket): SipAddress {
  return { host: remoteAddress, port: remotePort };
}

function keyOf({ host, port }: SipAddress): string {
  return `${host}:${port}`;
}
