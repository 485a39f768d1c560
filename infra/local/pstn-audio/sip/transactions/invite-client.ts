import { headerValue, headerValues } from '../message/headers.ts';
import { noBody, type SipRequest, type SipResponse } from '../message/message.ts';
import { parseCSeq } from '../message/cseq.ts';
import { GuardedState } from './guarded-state.ts';
import type { ClientMachine, ClientMachineOptions } from './machine.ts';
import { TimerSet } from './timer-set.ts';

/**
 * INVITE client transaction: RFC 3261 §17.1.1 with the Accepted state of RFC 6026 §7.2.
 *
 *               INVITE sent, A repeats it
 *                     calling ───── B: timeout, or transport error ──────┐
 *              1xx │   │   │                                             │
 *                  ▼   │   └ 300–699: ACK ┐                              │
 *           proceeding │                  ▼                              │
 *              │   └───┼─ 300–699: ACK ─► completed (repeats ACK) ─ D ──►│
 *              └──2xx──┴─2xx─► accepted (passes on each 2xx) ─ M ───────►│
 *                                                                   terminated
 */
export class InviteClient implements ClientMachine {
  readonly #options: ClientMachineOptions;
  readonly #timers: TimerSet<'A' | 'B' | 'D' | 'M'>;
  readonly #state = new GuardedState('calling', {
    calling: ['proceeding', 'accepted', 'completed', 'terminated'],
    proceeding: ['accepted', 'completed', 'terminated'],
    accepted: ['terminated'],
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
    if (!reliable) this.#timers.repeat('A', timing.t1, Number.POSITIVE_INFINITY, () => send(request));
    this.#timers.start('B', timing.timerB, () => {
      this.stop();
      this.#options.onTimeout();
    });
  }

  receive(response: SipResponse): void {
    const { onResponse, reliable, send, request, timing } = this.#options;
    if (this.#state.in('completed') && response.status >= 300) {
      // §17.1.1.2: a repeated final response is acknowledged again and not passed on.
      send(ackOf(request, response));
    } else if (this.#state.in('accepted') && response.status >= 200 && response.status < 300) {
      // RFC 6026 §7.2: every 2xx goes up, be it a repetition or another branch of a forked request.
      onResponse(response);
    } else if (this.#state.in('calling', 'proceeding')) {
      this.#timers.stopAll();
      if (response.status < 200) {
        if (this.#state.in('calling')) this.#state.become('proceeding');
      } else if (response.status < 300) {
        this.#state.become('accepted');
        this.#timers.start('M', 64 * timing.t1, () => this.stop());
      } else {
        this.#state.become('completed');
        send(ackOf(request, response));
        // Timer D, at least 32 s with the default T1, and none where nothing can be repeated.
        if (reliable) this.stop();
        else this.#timers.start('D', 64 * timing.t1, () => this.stop());
      }
      onResponse(response);
    }
  }

  transportFailed(cause: Error): void {
    // Once a response is here the peer is known to be reached; what fails later is a late report or a lost ACK.
    if (!this.#state.in('calling')) return;
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

/** The ACK of a refusal (§17.1.1.3): the INVITE's own branch, the To of the response. */
function ackOf(invite: SipRequest, response: SipResponse): SipRequest {
  const headers = [
    { name: 'Via', value: headerValues(invite, 'Via')[0] ?? '' },
    ...invite.headers.filter(({ name }) => ['max-forwards', 'from', 'call-id', 'route'].includes(name.toLowerCase())),
    { name: 'To', value: headerValue(response, 'To') ?? '' },
    { name: 'CSeq', value: `${parseCSeq(headerValue(invite, 'CSeq') ?? '')?.number ?? 0} ACK` },
  ];
  return { kind: 'request', method: 'ACK', uri: invite.uri, headers, body: noBody };
}
