import {
  openRtpEndpoint,
  type RtpEndpoint,
  type RtpEndpointOptions,
} from '../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { idsFake } from '../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';

/** Endpoints on real sockets, on one clock that the test moves. */
export class PhoneLines {
  readonly timers = new TimersFake();
  readonly #ids = idsFake();
  readonly #opened: RtpEndpoint[] = [];

  async open(
    options: Pick<RtpEndpointOptions, 'advertisedHost' | 'host' | 'latch' | 'onTrace'> = {},
  ): Promise<RtpEndpoint> {
    const endpoint = await openRtpEndpoint({ timers: this.timers, ids: this.#ids, ...options });
    this.#opened.push(endpoint);
    return endpoint;
  }

  /** Both ends of a line. */
  async pair(): Promise<[RtpEndpoint, RtpEndpoint]> {
    const a = await this.open();
    const b = await this.open();
    a.connect(b.address);
    b.connect(a.address);
    return [a, b];
  }

  /** Lets `frames` times 20 ms pass; after each, whatever was sent has arrived. */
  async pass(frames: number): Promise<void> {
    for (let frame = 0; frame < frames; frame += 1) {
      const before = this.#total('sent') - this.#arrived;
      await this.timers.advanceBy(20);
      await eventually(() => this.#total('sent') - this.#arrived <= before);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((endpoint) => endpoint.close()));
  }

  get #arrived(): number {
    return this.#total('received') + this.#total('ignored');
  }

  #total(what: 'sent' | 'received' | 'ignored'): number {
    return this.#opened.reduce((sum, { statistics }) => sum + statistics[what], 0);
  }
}

/** Lets sockets do their work until the condition holds; what never holds ends in the test's time-out. */
export async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}
