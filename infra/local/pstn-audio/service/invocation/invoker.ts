import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { TransactionAttributes } from '../../../../../shared/contracts/sma-event.ts';
import type { Behavior } from '../../config/behavior.ts';
import type { Leg } from '../legs/leg.ts';
import type { PstnAudioObserver } from '../trace.ts';
import { invocationEvent, type ApplicationIdentity, type Happening } from './invocation-event.ts';
import { invokeWithRetry, type InvocationPolicy, type InvokeFunction } from './invoke-with-retry.ts';
import { readResponse, type RequestedAction, type ResponseReading } from './read-response.ts';

export interface InvokerOptions {
  readonly transactionId: string;
  readonly functionArn: string;
  readonly application: ApplicationIdentity;
  readonly invoke: InvokeFunction;
  readonly policy: InvocationPolicy;
  readonly behavior: Behavior;
  readonly timers: Timers;
  /** Milliseconds on a clock that never goes back. */
  readonly stopwatch: () => number;
  readonly observer: PstnAudioObserver;
}

/** What the function wants done. */
export type Reply =
  | { readonly kind: 'actions'; readonly actions: readonly RequestedAction[] | undefined }
  /** The function could not be had: it failed, was refused, or did not answer in time. */
  | { readonly kind: 'unavailable' }
  /** It was told what was wrong with its reply and answered wrong again, or has had all the invocations of a call. */
  | { readonly kind: 'spent' };

/** Invocations of a function in one call (Amazon Chime SDK developer guide, invoke-on-call-leg). */
export const maximumInvocations = 1000;

/** Talks to one transaction's function: sequence numbers, transaction attributes, and the two ways an answer can be wrong. */
export class Invoker {
  readonly #options: InvokerOptions;
  #sequence = 0;
  #invocations = 0;
  #hasToldSuccess = false;
  #attributes: TransactionAttributes | undefined;

  constructor(options: InvokerOptions) {
    this.#options = options;
  }

  get transactionId(): string {
    return this.#options.transactionId;
  }

  get application(): ApplicationIdentity {
    return this.#options.application;
  }

  /** `isLast`: nobody is left in the call, so that nothing is wrong with whatever is replied. */
  async tell(happening: Happening, legs: readonly Leg[], isLast = false): Promise<Reply> {
    if (this.#invocations === maximumInvocations) return { kind: 'spent' };
    this.#invocations += 1;
    const reading = await this.#invoke(happening, legs);
    if (reading === undefined) return { kind: 'unavailable' };
    if (reading.kind === 'valid') {
      this.#attributes = reading.attributes;
      return { kind: 'actions', actions: reading.actions };
    }
    if (isLast) return { kind: 'actions', actions: undefined };
    // Told once what was wrong, a function that answers wrong again has had its chance.
    if (happening.type === 'INVALID_LAMBDA_RESPONSE') return { kind: 'spent' };
    const { errorType, errorMessage } = reading;
    return this.tell({ type: 'INVALID_LAMBDA_RESPONSE', errorType, errorMessage, answered: happening.type }, legs);
  }

  /** Undefined when the function could not be had. */
  async #invoke(happening: Happening, legs: readonly Leg[]): Promise<ResponseReading | undefined> {
    const { transactionId, application, functionArn, invoke, timers, policy, behavior, stopwatch, observer } =
      this.#options;
    let event: object = {};
    const deliver = (delivery: number): ReturnType<InvokeFunction> => {
      if (delivery === 1 || behavior.RetrySequence === 'Next') {
        const sequence = this.#nextSequence(happening);
        event = invocationEvent(happening, {
          sequence,
          transactionId,
          application,
          legs,
          behavior,
          attributes: this.#attributes,
        });
      }
      return invoke(functionArn, event);
    };
    const started = stopwatch();
    const result = await invokeWithRetry(deliver, timers, policy);
    const reading =
      result.kind === 'answered'
        ? readResponse(result.payload, { atHand: this.#attributes, behavior, mustAct: this.#mustAct(happening) })
        : undefined;
    observer.onInvocation?.({
      transactionId,
      functionArn,
      event,
      sequence: this.#sequence,
      invocationEventType: happening.type,
      response: result.kind === 'answered' ? result.payload : undefined,
      actions: reading?.kind === 'valid' ? (reading.actions ?? []).map(({ Type }) => Type) : [],
      milliseconds: stopwatch() - started,
      deliveries: result.deliveries,
      errors: result.errors,
      ...(result.kind === 'failed' ? { failure: result.because } : {}),
      ...(reading?.kind === 'invalid'
        ? { invalid: { errorType: reading.errorType, errorMessage: reading.errorMessage } }
        : {}),
    });
    return reading;
  }

  #nextSequence({ type }: Happening): number {
    const repeats = type === 'ACTION_SUCCESSFUL' && !this.#hasToldSuccess;
    this.#hasToldSuccess ||= type === 'ACTION_SUCCESSFUL';
    if (!repeats || this.#options.behavior.FirstResultSequence === 'Next') this.#sequence += 1;
    return this.#sequence;
  }

  #mustAct(happening: Happening): boolean {
    const type = happening.type === 'INVALID_LAMBDA_RESPONSE' ? happening.answered : happening.type;
    return type === 'NEW_INBOUND_CALL' && this.#options.behavior.EmptyFirstReply === 'Invalid';
  }
}
