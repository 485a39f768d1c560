import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { parseMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/parse.ts';
import type { SipMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { StreamFraming } from '../../../../../../../infra/local/pstn-audio/sip/transport/stream-framing.ts';
import type { SipAddress } from '../../../../../../../infra/local/pstn-audio/sip/transport/transport.ts';

/** A TCP connection that a test writes to as it likes. */
export class RawConnection {
  readonly received: SipMessage[] = [];
  /** What came that is no message. */
  bytes = 0;
  readonly closed: Promise<unknown>;
  readonly #socket: Socket;
  #changed = Promise.withResolvers<void>();

  private constructor(socket: Socket) {
    const framing = new StreamFraming();
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      this.bytes += chunk.length;
      for (const message of framing.push(chunk).messages) {
        const result = parseMessage(message);
        if (result.kind === 'message') this.received.push(result.message);
      }
      this.#changed.resolve();
      this.#changed = Promise.withResolvers();
    });
  }

  static async open({ host, port }: SipAddress): Promise<RawConnection> {
    const socket = connect({ host, port, noDelay: true });
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  get local(): SipAddress {
    return { host: '127.0.0.1', port: this.#socket.localPort ?? 0 };
  }

  write(text: string | readonly string[]): void {
    this.#socket.write(typeof text === 'string' ? text : text.join('\r\n'));
  }

  /** Waits until something holds of what has come. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await this.#changed.promise;
  }

  close(): void {
    this.#socket.destroy();
  }
}
