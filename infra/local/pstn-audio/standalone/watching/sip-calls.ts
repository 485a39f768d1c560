import type { SipTrace } from '../../sip/user-agent.ts';
import type { SipSummary } from './sip-summary.ts';

/** One end of a SIP call that is ours: the one that has sent the INVITE, or the one that has had it. */
export interface SipSide {
  readonly callId: string;
  readonly side: 'caller' | 'callee';
  /** Tag of From in the INVITE; undefined when it is known already, or cannot be. */
  readonly fromTag?: string | undefined;
}

type Entry<Call> = { fromTag?: string } & Partial<Record<SipSide['side'], Call>>;

/**
 * Calls by their SIP messages. A call that leaves this service and comes back into it, as one to a number of its own does, has one
 * Call-ID and two ends here, each of another call: the tags of its messages tell which of them one is about.
 */
export class SipCalls<Call> {
  readonly #entries = new Map<string, Entry<Call>>();

  add({ callId, side, fromTag }: SipSide, call: Call): void {
    const entry = this.#entries.get(callId) ?? {};
    this.#entries.set(callId, { ...entry, [side]: call, ...(fromTag === undefined ? {} : { fromTag }) });
  }

  at(callId: string, side: SipSide['side']): Call | undefined {
    return this.#entries.get(callId)?.[side];
  }

  /** The call that a message is part of. */
  of(direction: SipTrace['direction'], summary: SipSummary): Call | undefined {
    const entry = this.#entries.get(summary.callId);
    if (entry === undefined) return undefined;
    if (isInvite(summary)) return direction === 'in' ? entry.callee : entry.caller;
    if (entry.caller === undefined || entry.callee === undefined) return entry.caller ?? entry.callee;
    // Requests come from whoever From names, and answers go back there (RFC 3261 §8.2.6.2).
    const isOursFrom = (summary.kind === 'request') === (direction === 'out');
    return isOursFrom === (summary.fromTag === entry.fromTag) ? entry.caller : entry.callee;
  }

  forget(call: Call, callIds: Iterable<string>): void {
    for (const callId of callIds) {
      const { caller, callee, ...rest } = this.#entries.get(callId) ?? {};
      const left = {
        ...(caller === undefined || caller === call ? {} : { caller }),
        ...(callee === undefined || callee === call ? {} : { callee }),
      };
      if (Object.keys(left).length === 0) this.#entries.delete(callId);
      else this.#entries.set(callId, { ...rest, ...left });
    }
  }
}

/** The first INVITE of a call, or the same sent again. */
export function isInvite(summary: SipSummary): boolean {
  return summary.kind === 'request' && summary.method === 'INVITE' && summary.isFirst;
}
