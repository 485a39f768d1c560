import type { IncomingCall } from '../sip/user-agent.ts';
import type { CallSetup } from './call-setup.ts';
import type { CallsUnderWay } from './calls-under-way.ts';
import { summarizeInvite } from './inbound-invite.ts';
import { InboundCall } from './inbound-call.ts';
import { routeIncoming } from './trunk/route-incoming.ts';
import { runTrunkCall } from './trunk/trunk-call.ts';
import { TrunkGate } from './trunk/trunk-gate.ts';

/** What is said to a caller for whom there is no room: come again in so many seconds (RFC 3261 §21.5.4). */
const noRoom = { status: 503, headers: { 'Retry-After': '5' } } as const;

/** Takes the calls that come in: sends each where it belongs, or away. */
export class Reception {
  readonly #calls: CallsUnderWay;
  readonly #setup: CallSetup;
  readonly #gate: TrunkGate;
  #isOpen = true;

  constructor(calls: CallsUnderWay, setup: CallSetup) {
    this.#calls = calls;
    this.#setup = setup;
    this.#gate = new TrunkGate(setup.parts);
  }

  take(call: IncomingCall): void {
    if (!this.#isOpen || this.#calls.isFull) {
      call.reject(noRoom.status, undefined, noRoom.headers);
      return;
    }
    const { parts, observer } = this.#setup;
    const invite = summarizeInvite(call.request);
    const route = routeIncoming({ call, invite, objects: parts.objects, gate: this.#gate });
    switch (route.kind) {
      case 'refused':
        return call.reject(route.status, route.reason, route.headers);
      case 'trunk': {
        const trunk = runTrunkCall(call, route, parts, observer);
        return this.#calls.keep(trunk, trunk.done);
      }
      case 'application': {
        const inbound = new InboundCall(call, invite, route.match, this.#setup);
        return this.#calls.keep(inbound, inbound.run());
      }
    }
  }

  /** Sends everybody away from now on. */
  close(): void {
    this.#isOpen = false;
  }
}
