import type { SipRequest, SipResponse } from '../message/message.ts';
import type { SipAddress, Transport } from '../transport/transport.ts';
import type { ServerMachine } from './machine.ts';

/** A request that waits for its answer. */
export interface ServerTransaction {
  readonly request: SipRequest;
  readonly source: SipAddress;
  readonly transport: Transport;
  /** For a CANCEL: the INVITE transaction that it means; undefined when there is none. */
  readonly cancels: ServerTransaction | undefined;
  /** Whether another copy of this request came by another way (RFC 3261 §8.2.2.2). */
  readonly merged: boolean;
  /** Whether a response has been sent. */
  readonly responded: boolean;
  /** Sends a response; one that the state no longer allows is dropped. */
  respond(response: SipResponse): void;
  /** Set by the user of an INVITE transaction: the tag of its answers, which that of a CANCEL shares (RFC 3261 §9.2). */
  localTag: string | undefined;
  /** Set by the user of an INVITE transaction to hear that the caller cancels it. */
  onCancel: (() => void) | undefined;
}

/** A request that has been received, answered by way of its machine. */
export class ReceivedRequest implements ServerTransaction {
  readonly request: SipRequest;
  readonly source: SipAddress;
  readonly transport: Transport;
  readonly cancels: ServerTransaction | undefined;
  readonly merged: boolean;
  responded = false;
  localTag: string | undefined;
  onCancel: (() => void) | undefined;
  readonly #machine: ServerMachine;

  constructor(
    machine: ServerMachine,
    facts: Pick<ServerTransaction, 'request' | 'source' | 'transport' | 'cancels' | 'merged'>,
  ) {
    this.#machine = machine;
    this.request = facts.request;
    this.source = facts.source;
    this.transport = facts.transport;
    this.cancels = facts.cancels;
    this.merged = facts.merged;
  }

  respond(response: SipResponse): void {
    this.responded = true;
    this.#machine.respond(response);
  }
}
