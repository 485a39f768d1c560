import type { Socket } from 'node:net';
import type { Timer, Timers } from '../../../../../shared/ports/timers.ts';
import { StreamFraming } from './stream-framing.ts';

/** Bytes that may wait for a peer who does not read. */
const longestQueue = 4_194_304;
const pong = Buffer.from('\r\n');

interface ConnectionOptions {
  readonly timers: Timers;
  /** How long a message that has begun may take to be whole, in ms. */
  readonly patience: number;
  /** Whether the other side opened the connection: then its first message is waited for no longer than `patience`. */
  readonly accepted: boolean;
  readonly onMessage: (bytes: Uint8Array) => void;
  readonly onClosed: () => void;
}

/**
 * One connection of TCP or TLS that carries SIP both ways. It answers a double empty line with a single one
 * (RFC 5626 §4.4.1), and is given up when its peer sends what cannot be cut into messages, begins a message without
 * ending it, says nothing at all, or does not read what is sent.
 */
export class StreamConnection {
  readonly #socket: Socket;
  readonly #options: ConnectionOptions;
  readonly #framing = new StreamFraming();
  #waiting: Timer | undefined;

  constructor(socket: Socket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    if (options.accepted) this.#wait();
    socket.on('data', (chunk) => this.#receive(chunk));
    // What could not be written is reported to its sender; the rest is for the timers of the transactions.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#waiting?.cancel();
      options.onClosed();
    });
  }

  /** Whether something can still be sent: not once the other side has begun to close. */
  get usable(): boolean {
    return this.#socket.writable;
  }

  /** Sends bytes, or keeps them until the connection is made; `onFailure` when they cannot leave. */
  send(bytes: Uint8Array, onFailure: (cause: Error) => void): void {
    if (this.#socket.writableLength + bytes.length > longestQueue)
      this.#socket.destroy(new Error('the peer does not read what is sent to it'));
    this.#socket.write(bytes, (error) => {
      if (error !== null && error !== undefined) onFailure(error);
    });
  }

  /** Lets what was sent leave, but does not wait for the other side to close its half. */
  async finish(): Promise<void> {
    if (this.#socket.destroyed) return;
    const closed = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
    this.#socket.end(() => this.#socket.destroy());
    const timer = this.#options.timers.after(this.#options.patience, () => this.#socket.destroy());
    await closed;
    timer.cancel();
  }

  #receive(chunk: Uint8Array): void {
    const { broken, messages, pings } = this.#framing.push(chunk);
    for (const message of messages) this.#options.onMessage(message);
    if (pings > 0) this.send(Buffer.concat(Array.from({ length: pings }, () => pong)), () => undefined);
    if (broken) void this.finish();
    if (!this.#framing.owing || messages.length > 0) {
      this.#waiting?.cancel();
      this.#waiting = undefined;
    }
    if (this.#framing.owing && this.#waiting === undefined && !this.#socket.destroyed) this.#wait();
  }

  #wait(): void {
    this.#waiting = this.#options.timers.after(this.#options.patience, () => this.#socket.destroy());
  }
}
