import { headerValues } from '../message/headers.ts';
import type { SipMessage } from '../message/message.ts';
import { TimerSet } from '../transactions/timer-set.ts';
import type { CallCore } from './call-core.ts';
import type { DialogRequests } from './dialog-requests.ts';

/** How often a peer in a call is asked whether it is still there. */
const pauseMilliseconds = 60_000;

/**
 * Asks the other side of a call now and then whether it is still there, with OPTIONS inside the dialog (RFC 3261 §11). A telephone
 * that lost its power hangs up nothing, and most agree to no session timer: its call would last until the longest call does.
 * Only who lists OPTIONS in Allow is asked; what it answers does not matter, but for the two that end the call (RFC 5057 §5.1).
 */
export class PeerWatch {
  readonly #timers: TimerSet<'ask'>;
  readonly #requests: DialogRequests;
  readonly #onGone: () => void;
  #isWatching = false;

  /** @param onGone called at most once: it has no such call, or did not answer within 64·T1. */
  constructor(core: CallCore, requests: DialogRequests, onGone: () => void) {
    this.#timers = new TimerSet(core.timers);
    this.#requests = requests;
    this.#onGone = onGone;
  }

  /** Begins when the call is answered; `message` is the INVITE or the 200 in which the other side told what it can do. */
  start(message: SipMessage): void {
    this.#isWatching = headerValues(message, 'Allow').includes('OPTIONS');
    this.#askSoon();
  }

  stop(): void {
    this.#isWatching = false;
    this.#timers.stopAll();
  }

  #askSoon(): void {
    if (!this.#isWatching) return;
    this.#timers.start('ask', pauseMilliseconds, () => {
      this.#requests.send('OPTIONS', [], ({ status }) => {
        if (this.#isWatching && (status === 408 || status === 481)) this.#onGone();
        else this.#askSoon();
      });
    });
  }
}
