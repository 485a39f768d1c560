import type { SipResponse } from '../message/message.ts';
import { GuardedState } from './guarded-state.ts';
import type { ClientMachine, ClientMachineOptions } from './machine.ts';
import { TimerSet } from './timer-set.ts';

/**
 * Non-INVITE client transaction (RFC 3261 §17.1.2).
 *
 *     request sent, E repeats it
 *     trying ──1xx──► proceeding (E every T2)
 *       │ │             │    │
 *       │ └─200–699──►──┼─200–699──► completed ── K ──► terminated
 *       └──── F: timeout, or transport error ─────────►┘
 */
export class NonInviteClient implements ClientMachine {
  readonly #options: ClientMachineOptions;
  readonly #timers: TimerSet<'E' | 'F' | 'K'>;
  readonly #state = new GuardedState('trying', {
    trying: ['proceeding', 'completed', 'terminated'],
    proceeding: ['completed', 'terminated'],
    completed: ['terminated'],
    terminated: [],
  });

  constructor(options: ClientMachineOptions) {
    this.#options = options;
    this.#timers = new TimerSet(options.timers);
  }

  start(): void {
    const { reliable, request, send, timing } = this.#options;
    send(request);
    if (!reliable) this.#timers.repeat('E', timing.t1, timing.t2, () => send(request));
    this.#timers.start('F', 64 * timing.t1, () => {
      this.stop();
      this.#options.onTimeout();
    });
  }

  receive(response: SipResponse): void {
    const { onResponse, reliable, request, send, timing } = this.#options;
    if (!this.#state.in('trying', 'proceeding')) return;
    if (response.status >= 200) {
      this.#timers.stopAll();
      this.#state.become('completed');
      if (reliable) this.stop();
      else this.#timers.start('K', timing.t4, () => this.stop());
    } else if (this.#state.in('trying')) {
      this.#state.become('proceeding');
      // §17.1.2.2: once the peer is known to work on it, the request is repeated at the longest pause only.
      if (!reliable) this.#timers.repeat('E', timing.t2, timing.t2, () => send(request));
    }
    onResponse(response);
  }

  transportFailed(cause: Error): void {
    if (!this.#state.in('trying', 'proceeding')) return;
    this.stop();
    this.#options.onUnreachable(cause);
  }

  stop(): void {
    this.#timers.stopAll();
    if (this.#state.in('terminated')) return;
    this.#state.become('terminated');
    this.#options.onTerminated();
  }
}
