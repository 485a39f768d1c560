import type { Ids } from '../../../../../shared/ports/ids.ts';
import type { IncomingCall, OutgoingCall } from '../../sip/user-agent.ts';
import type { PstnAudioObserver } from '../trace.ts';

/** What watchers are told of a trunk call. It has an id of its own, which no function sees. */
export class TrunkTrace {
  readonly #observer: PstnAudioObserver;
  readonly #ids: Ids;
  readonly #transactionId: string;

  constructor(observer: PstnAudioObserver, ids: Ids) {
    this.#observer = observer;
    this.#ids = ids;
    this.#transactionId = ids.uuid();
  }

  came({ sipCallId }: IncomingCall): void {
    const callId = this.#ids.uuid();
    this.#observer.onLeg?.({ ...this.#call, callId, tag: 'LEG-A', direction: 'Inbound', sipCallId });
  }

  /** An INVITE has gone out: the trace of SIP has shown it just now. */
  rings({ sipCallId }: OutgoingCall): void {
    this.#observer.onInvite?.({ ...this.#call, tag: 'LEG-B', sipCallId });
  }

  answered({ sipCallId }: OutgoingCall): void {
    const callId = this.#ids.uuid();
    this.#observer.onLeg?.({ ...this.#call, callId, tag: 'LEG-B', direction: 'Outbound', sipCallId });
  }

  note(note: string): void {
    this.#observer.onNote?.({ ...this.#call, note });
  }

  over(): void {
    this.#observer.onCallEnded?.(this.#call);
  }

  get #call(): { readonly transactionId: string } {
    return { transactionId: this.#transactionId };
  }
}
