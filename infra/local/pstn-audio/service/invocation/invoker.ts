import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { TransactionAttributes } from '../../../../../shared/contracts/sma-event.ts';
import type { Leg } from '../legs/leg.ts';
import type { PstnAudioObserver } from '../trace.ts';
import { invocationEvent, type ApplicationIdentity, type Happening } from './invocation-event.ts';
import { invokeWithRetry, type InvocationPolicy, type InvokeFunction } from './invoke-with-retry.ts';
import { readResponse, type RequestedAction } from './read-response.ts';

export interface InvokerOptions {
  readonly transactionId: string;
  readonly functionArn: string;
  readonly application: ApplicationIdentity;
  readonly invoke: InvokeFunction;
  readonly policy: InvocationPolicy;
  readonly timers: Timers;
  /** Milliseconds on a clock that never goes back. */
  readonly stopwatch: () => number;
  readonly observer: PstnAudioObserver;
}

/** What the function wants done. */
export type Reply =
  | { readonly kind: 'actions'; readonly actions: readonly RequestedAction[] | undefined }
  /** The function failed, or did not answer twice with something that can be used: the call is ended. */
  | { readonly kind: 'failed' };

/** Talks to one transaction's function: sequence numbers, transaction attributes, and the two ways an answer can be wrong. */
export class Invoker {
  readonly #options: InvokerOptions;
  #sequence = 0;
  #attributes: TransactionAttributes | undefined;

  constructor(options: InvokerOptions) {
    this.#options = options;
  }

  get transactionId(): string {
    return this.#options.transactionId;
  }

  get awsRegion(): string {
    return this.#options.application.awsRegion;
  }

  async tell(happening: Happening, legs: readonly Leg[]): Promise<Reply> {
    const { transactionId, application, functionArn, invoke, timers, policy, stopwatch, observer } = this.#options;
    this.#sequence += 1;
    const sequence = this.#sequence;
    const event = invocationEvent(happening, {
      sequence,
      transactionId,
      attributes: this.#attributes,
      application,
      legs,
    });
    const started = stopwatch();
    const result = await invokeWithRetry(() => invoke(functionArn, event), timers, policy);
    const reading = result.kind === 'answered' ? readResponse(result.payload) : undefined;
    observer.onInvocation?.({
      transactionId,
      functionArn,
      event,
      sequence,
      invocationEventType: happening.type,
      response: result.kind === 'answered' ? result.payload : undefined,
      actions: reading?.kind === 'valid' ? (reading.actions ?? []).map(({ Type }) => Type) : [],
      milliseconds: stopwatch() - started,
      deliveries: result.deliveries,
      ...(result.kind === 'failed' ? { failure: result.because } : {}),
    });

    if (reading === undefined) return { kind: 'failed' };
    if (reading.kind === 'valid') {
      // Null or nothing keeps the attributes, {} clears them, a map takes their place (transaction-attributes).
      if (reading.attributes !== undefined)
        this.#attributes = Object.keys(reading.attributes).length === 0 ? undefined : reading.attributes;
      return { kind: 'actions', actions: reading.actions };
    }
    // Told once what was wrong, a function that answers wrong again has had its chance.
    if (happening.type === 'INVALID_LAMBDA_RESPONSE') return { kind: 'failed' };
    return this.tell(
      { type: 'INVALID_LAMBDA_RESPONSE', errorType: reading.errorType, errorMessage: reading.errorMessage },
      legs,
    );
  }
}
