import type { Protocol, SipAddress, SipTrace, Transport } from './transport.ts';

/** The same transport, telling `onTrace` of each message that passes. */
export function withTrace(transport: Transport, onTrace: (line: SipTrace) => void): Transport {
  return new TracedTransport(transport, onTrace);
}

class TracedTransport implements Transport {
  readonly protocol: Protocol;
  readonly reliable: boolean;
  readonly local: SipAddress;
  onMessage: Transport['onMessage'];
  readonly #inner: Transport;
  readonly #onTrace: (line: SipTrace) => void;

  constructor(inner: Transport, onTrace: (line: SipTrace) => void) {
    this.#inner = inner;
    this.#onTrace = onTrace;
    this.protocol = inner.protocol;
    this.reliable = inner.reliable;
    this.local = inner.local;
    inner.onMessage = (bytes, source) => {
      this.#trace('in', bytes, source);
      this.onMessage?.(bytes, source);
    };
  }

  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void {
    this.#trace('out', bytes, destination);
    this.#inner.send(bytes, destination, onFailure);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  #trace(direction: SipTrace['direction'], bytes: Uint8Array, remote: SipAddress): void {
    this.#onTrace({ direction, protocol: this.protocol, remote, message: Buffer.from(bytes).toString('utf8') });
  }
}
