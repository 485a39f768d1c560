import type { CallContext } from '../domain/call-context.ts';
import type { E164 } from '../domain/phone-number.ts';
import type { NamedDestination } from '../domain/routing/named-destination.ts';

/** A question to an operator's service: where is this call to go? */
export interface LookUpRequest {
  readonly lookUpId: string;
  /** https, or http on loopback. */
  readonly url: string;
  /** The same on every repetition of the same question, so that the service can give the same answer. */
  readonly idempotencyKey: string;
  /** For everything, from the first octet sent to the last one read. Milliseconds, more than 0. */
  readonly timeoutMs: number;
  readonly call: {
    readonly transactionId: string;
    readonly ruleId: string;
    readonly contextId?: string;
    readonly tableVersion?: number;
    /** What is known of the caller where there is no context. */
    readonly phoneNumber?: E164;
    readonly locale?: string;
  };
  /** Absent: none came with the call, or it could not be had. */
  readonly context?: CallContext;
}

/** Why no answer could be had, or none that makes sense. */
export type LookUpFailure =
  | 'late'
  | 'no-connection'
  | 'redirected'
  | 'status-refused'
  | 'status-error'
  | 'answer-too-large'
  | 'answer-malformed'
  | 'url-not-allowed'
  /** There are keys to sign the question with, but they cannot be had at the moment. */
  | 'signing-keys-unavailable';

export type LookUpAnswer =
  | {
      readonly kind: 'named';
      readonly destination: NamedDestination;
      /** How long to ring it, 1 to 120 seconds, where the service says so. */
      readonly timeoutSeconds?: number;
    }
  /** The service has nobody for this call. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed'; readonly because: LookUpFailure; readonly httpStatus?: number };

/** Operators' services that say where a call goes. `ask` never rejects: a service that is down is no bug of ours. */
export interface LookUps {
  /** Has what questions are signed with loaded where that is due, so that `ask` need not wait for it. Never rejects. */
  ready(signal?: AbortSignal): Promise<void>;
  ask(request: LookUpRequest): Promise<LookUpAnswer>;
}
