import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { SipMessage, SipRequest, SipResponse } from '../message/message.ts';
import type { SipTiming } from './timing.ts';

/** What each of the four machines of RFC 3261 §17 stands on. */
export interface MachineOptions {
  readonly timers: Timers;
  readonly timing: SipTiming;
  /** Whether the transport loses nothing: then nothing is retransmitted. */
  readonly reliable: boolean;
  /** Sends to the transaction's one peer. */
  readonly send: (message: SipMessage) => void;
  /** Called once, when the transaction is over and may be forgotten. */
  readonly onTerminated: () => void;
}

/** What a client transaction tells its user. */
export interface ClientMachineOptions extends MachineOptions {
  readonly request: SipRequest;
  /** Each provisional response, each 2xx of an INVITE, and otherwise the one final response. */
  readonly onResponse: (response: SipResponse) => void;
  /** Nobody answered: Timer B or F. */
  readonly onTimeout: () => void;
  /** The transport could not send. */
  readonly onUnreachable: (cause: Error) => void;
}

/** A client transaction: sends one request, takes its responses. */
export interface ClientMachine {
  start(): void;
  receive(response: SipResponse): void;
  transportFailed(cause: Error): void;
  /** Forgets everything at once, telling nobody but `onTerminated`. */
  stop(): void;
}

/** A server transaction: answers one request and its retransmissions. */
export interface ServerMachine {
  /** Sends a response, as far as the state still allows one. */
  respond(response: SipResponse): void;
  /** Takes a retransmission of the request, or the ACK of a refusal; false when an ACK is not this transaction's. */
  receive(request: SipRequest): boolean;
  transportFailed(cause: Error): void;
  /** Forgets everything at once, telling nobody but `onTerminated`. */
  stop(): void;
}
