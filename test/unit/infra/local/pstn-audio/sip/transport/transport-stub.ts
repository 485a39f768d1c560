import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import type { SipMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { parseMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/parse.ts';
import type {
  Protocol,
  SipAddress,
  Transport,
} from '../../../../../../../infra/local/pstn-audio/sip/transport/transport.ts';

/** A transport that leads nowhere, and tells what was handed to it. */
export class TransportStub implements Transport {
  readonly protocol: Protocol;
  readonly reliable: boolean;
  readonly local: SipAddress = { host: '192.0.2.9', port: 5060 };
  onMessage: Transport['onMessage'];
  /** Whether nothing can be sent. */
  broken = false;
  readonly sent: { readonly message: SipMessage; readonly destination: SipAddress }[] = [];

  constructor(protocol: Protocol) {
    this.protocol = protocol;
    this.reliable = protocol !== 'UDP';
  }

  /** What was sent, as `INVITE 192.0.2.1:5060`. */
  get log(): string[] {
    return this.sent.map(
      ({ destination, message }) =>
        `${message.kind === 'request' ? message.method : message.status} ${destination.host}:${destination.port}`,
    );
  }

  header(name: string): string | undefined {
    const last = this.sent.at(-1);
    return last === undefined ? undefined : headerValue(last.message, name);
  }

  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void {
    if (this.broken) return queueMicrotask(() => onFailure(new Error('nobody there')));
    const result = parseMessage(bytes);
    if (result.kind === 'message') this.sent.push({ message: result.message, destination });
  }

  async close(): Promise<void> {
    this.onMessage = undefined;
  }
}
