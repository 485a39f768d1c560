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
      this.#onTrace(new TraceLine('in', this, source, bytes));
      this.onMessage?.(bytes, source);
    };
  }

  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void {
    this.#onTrace(new TraceLine('out', this, destination, bytes));
    this.#inner.send(bytes, destination, onFailure);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}

/** Text is made only for who reads it: most watchers look at the first bytes, or write the bytes to a file. */
class TraceLine implements SipTrace {
  readonly direction: SipTrace['direction'];
  readonly protocol: Protocol;
  readonly local: SipAddress;
  readonly remote: SipAddress;
  readonly bytes: Uint8Array;

  constructor(direction: SipTrace['direction'], transport: Transport, remote: SipAddress, bytes: Uint8Array) {
    this.direction = direction;
    this.protocol = transport.protocol;
    this.local = transport.local;
    this.remote = remote;
    this.bytes = bytes;
  }

  get message(): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength).toString('utf8');
  }
}
