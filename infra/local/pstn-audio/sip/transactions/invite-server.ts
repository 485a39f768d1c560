import type { SipRequest, SipResponse } from '../message/message.ts';
import { GuardedState } from './guarded-state.ts';
import type { MachineOptions, ServerMachine } from './machine.ts';
import { TimerSet } from './timer-set.ts';

/**
 * INVITE server transaction: RFC 3261 §17.2.1 with the Accepted state of RFC 6026 §7.1.
 *
 *     proceeding (1xx, repeated for each INVITE) ── transport error ──────────────────────────┐
 *       │    └──300–699──► completed (G repeats it) ──ACK──► confirmed (absorbs ACKs) ── I ──►│
 *       │                      └──────── H: no ACK came ─────────────────────────────────────►│
 *       └──2xx──► accepted (absorbs INVITEs; the user repeats the 2xx) ── L ─────────────────►│
 *                                                                                         terminated
 */
export class InviteServer implements ServerMachine {
  readonly #options: MachineOptions;
  readonly #timers: TimerSet<'G' | 'H' | 'I' | 'L'>;
  #last: SipResponse | undefined;
  readonly #state = new GuardedState('proceeding', {
    proceeding: ['accepted', 'completed', 'terminated'],
    accepted: ['terminated'],
    completed: ['confirmed', 'terminated'],
    confirmed: ['terminated'],
    terminated: [],
  });

  constructor(options: MachineOptions) {
    this.#options = options;
    this.#timers = new TimerSet(options.timers);
  }

  respond(response: SipResponse): void {
    const { reliable, send, timing } = this.#options;
    const is2xx = response.status >= 200 && response.status < 300;
    // RFC 6026 §7.1: in Accepted the user's repetitions of its 2xx pass, and nothing else does.
    if (!this.#state.in('proceeding') && !(this.#state.in('accepted') && is2xx)) return;
    this.#last = response;
    if (is2xx && this.#state.in('proceeding')) {
      this.#state.become('accepted');
      this.#timers.start('L', 64 * timing.t1, () => this.stop());
    } else if (response.status >= 300) {
      this.#state.become('completed');
      if (!reliable) this.#timers.repeat('G', timing.t1, timing.t2, () => send(response));
      this.#timers.start('H', 64 * timing.t1, () => this.stop());
    }
    send(response);
  }

  receive(request: SipRequest): boolean {
    const { reliable, send, timing } = this.#options;
    if (request.method === 'ACK') {
      if (this.#state.in('completed')) {
        this.#timers.stopAll();
        this.#state.become('confirmed');
        if (reliable) this.stop();
        else this.#timers.start('I', timing.t4, () => this.stop());
        return true;
      }
      return this.#state.in('confirmed');
    }
    if (this.#state.in('proceeding', 'completed') && this.#last !== undefined) send(this.#last);
    return true;
  }

  transportFailed(): void {
    // §17.2.4: what cannot be answered is given up. An accepted call goes on: its user repeats the 2xx and sees no ACK.
    if (this.#state.in('proceeding', 'completed')) this.stop();
  }

  stop(): void {
    this.#timers.stopAll();
    if (this.#state.in('terminated')) return;
    this.#state.become('terminated');
    this.#options.onTerminated();
  }
}
