import type { Timers } from '../../shared/ports/timers.ts';
import type { SipAddress, Transport } from '../../infra/local/pstn-audio/sip/transport/transport.ts';

interface Fault {
  readonly pattern: RegExp;
  readonly kind: 'drop' | 'duplicate' | 'fail';
  left: number;
}

/** A network in memory: each message arrives `latency` ms later, unless a fault is waiting for it. */
export class SipNetworkFake {
  /** What was sent, as `alice → bob INVITE` or `bob → alice 200 INVITE`; a dropped one ends with `(lost)`. */
  readonly log: string[] = [];
  readonly #timers: Timers;
  readonly #latency: number;
  readonly #endpoints = new Map<string, { name: string; transport: EndpointFake }>();
  readonly #faults: Fault[] = [];

  constructor(timers: Timers, latency = 10) {
    this.#timers = timers;
    this.#latency = latency;
  }

  /** Plugs somebody in. Everybody has a port of their own at 127.0.0.1. */
  join(name: string, options: { readonly reliable?: boolean } = {}): Transport {
    const local: SipAddress = { host: '127.0.0.1', port: 5060 + this.#endpoints.size };
    const transport = new EndpointFake(local, options.reliable ?? false, this);
    this.#endpoints.set(keyOf(local), { name, transport });
    return transport;
  }

  /** Loses the next `times` messages whose log line matches. */
  drop(pattern: RegExp, times = 1): void {
    this.#faults.push({ pattern, kind: 'drop', left: times });
  }

  /** Delivers the next message whose log line matches twice. */
  duplicate(pattern: RegExp): void {
    this.#faults.push({ pattern, kind: 'duplicate', left: 1 });
  }

  /** Makes the transport report that it cannot send the next `times` messages whose log line matches. */
  fail(pattern: RegExp, times = 1): void {
    this.#faults.push({ pattern, kind: 'fail', left: times });
  }

  carry(bytes: Uint8Array, from: SipAddress, to: SipAddress, onFailure: (cause: Error) => void): void {
    const receiver = this.#endpoints.get(keyOf(to));
    const line = `${this.#endpoints.get(keyOf(from))?.name ?? '?'} → ${receiver?.name ?? '?'} ${summary(bytes)}`;
    const fault = this.#faults.find(({ pattern, left }) => left > 0 && pattern.test(line));
    if (fault !== undefined) fault.left -= 1;
    this.log.push(
      fault === undefined || fault.kind === 'duplicate'
        ? line
        : `${line} (${fault.kind === 'drop' ? 'lost' : 'failed'})`,
    );
    if (fault?.kind === 'fail') queueMicrotask(() => onFailure(new Error('network is unreachable')));
    if (fault?.kind === 'drop' || fault?.kind === 'fail') return;
    for (let copy = 0; copy < (fault?.kind === 'duplicate' ? 2 : 1); copy += 1) {
      this.#timers.after(this.#latency, () => receiver?.transport.onMessage?.(bytes, from));
    }
  }
}

class EndpointFake implements Transport {
  readonly protocol = 'UDP';
  readonly reliable: boolean;
  readonly local: SipAddress;
  onMessage: Transport['onMessage'];
  readonly #network: SipNetworkFake;

  constructor(local: SipAddress, reliable: boolean, network: SipNetworkFake) {
    this.local = local;
    this.reliable = reliable;
    this.#network = network;
  }

  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void {
    this.#network.carry(bytes, this.local, destination, onFailure);
  }

  async close(): Promise<void> {
    this.onMessage = undefined;
  }
}

function keyOf({ host, port }: SipAddress): string {
  return `${host}:${port}`;
}

/** `INVITE`, or `200 INVITE`. */
function summary(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  const [first = '', second = ''] = text.split(' ', 2);
  return first === 'SIP/2.0' ? `${second} ${/^CSeq: *\d+ +(\S+)/im.exec(text)?.[1] ?? ''}`.trim() : first;
}
