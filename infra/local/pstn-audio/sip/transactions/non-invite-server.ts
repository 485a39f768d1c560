import type { SipResponse } from '../message/message.ts';
import { GuardedState } from './guarded-state.ts';
import type { MachineOptions, ServerMachine } from './machine.ts';
import { TimerSet } from './timer-set.ts';

/**
 * Non-INVITE server transaction (RFC 3261 §17.2.2).
 *
 *     trying ──1xx──► proceeding (repeats the 1xx for each request)
 *       │ │             │    │
 *       │ └─200–699──►──┼─200–699──► completed (repeats the final response for each request) ── J ──► terminated
 *       └──── transport error ──────────────────────────────────────────────────────────────────────►┘
 */
export class NonInviteServer implements ServerMachine {
  readonly #options: MachineOptions;
  readonly #timers: TimerSet<'J'>;
  #last: SipResponse | undefined;
  readonly #state = new GuardedState('trying', {
    trying: ['proceeding', 'completed', 'terminated'],
    proceeding: ['completed', 'terminated'],
    completed: ['terminated'],
    terminated: [],
  });

  constructor(options: MachineOptions) {
    this.#options = options;
    this.#timers = new TimerSet(options.timers);
  }

  respond(response: SipResponse): void {
    const { reliable, send, timing } = this.#options;
    if (!this.#state.in('trying', 'proceeding')) return;
    this.#last = response;
    send(response);
    if (response.status >= 200) {
      this.#state.become('completed');
      if (reliable) this.stop();
      else this.#timers.start('J', 64 * timing.t1, () => this.stop());
    } else if (this.#state.in('trying')) this.#state.become('proceeding');
  }

  receive(): boolean {
    if (this.#last !== undefined) this.#options.send(this.#last);
    return true;
  }

  transportFailed(): void {
    this.stop();
  }

  stop(): void {
    this.#timers.stopAll();
    if (this.#state.in('terminated')) return;
    this.#state.become('terminated');
    this.#options.onTerminated();
  }
}
