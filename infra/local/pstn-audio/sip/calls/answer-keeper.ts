import type { SipResponse } from '../message/message.ts';
import type { ServerTransaction } from '../transactions/server-transaction.ts';
import { TimerSet } from '../transactions/timer-set.ts';
import type { CallCore } from './call-core.ts';

/** Repeats the 200 of an INVITE until its ACK is here, on reliable transports too (RFC 3261 §13.3.1.4). */
export class AnswerKeeper {
  readonly #timers: TimerSet<'again' | 'give up'>;

  constructor(core: CallCore, transaction: ServerTransaction, response: SipResponse, onNoAck: () => void) {
    const { t1, t2 } = core.timing;
    this.#timers = new TimerSet(core.timers);
    this.#timers.repeat('again', t1, t2, () => transaction.respond(response));
    this.#timers.start('give up', 64 * t1, () => {
      this.#timers.stopAll();
      onNoAck();
    });
  }

  stop(): void {
    this.#timers.stopAll();
  }
}
