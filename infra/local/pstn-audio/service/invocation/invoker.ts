import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { Behavior } from '../../config/behavior.ts';
import type { Leg } from '../legs/leg.ts';
import type { PstnAudioObserver } from '../trace.ts';
import { invocationEvent, isForInformation, type ApplicationIdentity, type Happening } from './invocation-event.ts';
import { invokeWithRetry, type InvocationPolicy, type InvokeFunction } from './invoke-with-retry.ts';
import type { KeptAttributes } from './read-attributes.ts';
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
  #hasToldUsedUp = false;
  #hasToldSuccess = false;
  #attributes: KeptAttributes | undefined;

  constructor(options: InvokerOptions) {
    this.#options = options;
  }

  get transactionId(): string {
    return this.#options.transactionId;
  }

  get application(): ApplicationIdentity {
    return this.#options.application;
  }

  /**
   * `isLast`: nobody is left in the call, so that nothing is wrong with whatever is replied. `allowsActions` is asked when the
   * answer is there, for those who watch: whether its actions are taken.
   */
  async tell(
    happening: Happening,
    legs: readonly Leg[],
    isLast = false,
    allowsActions: () => boolean = () => true,
  ): Promise<Reply> {
    if (this.#invocations === maximumInvocations) return this.#usedUp();
    this.#invocations += 1;
    const reading = await this.#invoke(happening, legs, allowsActions);
    if (reading === undefined) return { kind: 'unavailable' };
    if (reading.kind === 'valid') {
      this.#attributes = reading.attributes;
      return { kind: 'actions', actions: reading.actions };
    }
    if (isLast) return { kind: 'actions', actions: undefined };
    // Told once what was wrong, a function that answers wrong again has had its chance.
    if (happening.type === 'INVALID_LAMBDA_RESPONSE') return { kind: 'spent' };
    const { errorType, errorMessage } = reading;
    const complaint = { type: 'INVALID_LAMBDA_RESPONSE', errorType, errorMessage, answered: happening.type } as const;
    return this.tell(complaint, legs, false, allowsActions);
  }

  /** Undefined when the function could not be had. */
  async #invoke(
    happening: Happening,
    legs: readonly Leg[],
    allowsActions: () => boolean,
  ): Promise<ResponseReading | undefined> {
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
        ? readResponse(result.payload, {
            atHand: this.#attributes,
            behavior,
            mustAct: this.#mustAct(happening),
            isForInformation: isForInformation(happening.type),
          })
        : undefined;
    const actions = reading?.kind === 'valid' ? (reading.actions ?? []).map(({ Type }) => Type) : [];
    const isIgnored = actions.length > 0 && !allowsActions();
    observer.onInvocation?.({
      transactionId,
      functionArn,
      event,
      sequence: this.#sequence,
      invocationEventType: happening.type,
      response: result.kind === 'answered' ? result.payload : undefined,
      actions: isIgnored ? [] : actions,
      ...(isIgnored ? { ignoredActions: actions.length } : {}),
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

  /** Watchers are told why, once: nothing else tells it. */
  #usedUp(): Reply {
    const { observer, transactionId } = this.#options;
    const count = maximumInvocations.toLocaleString('en');
    if (!this.#hasToldUsedUp)
      observer.onNote?.({
        transactionId,
        note: `the function has had the ${count} invocations of a call: the call ends`,
      });
    this.#hasToldUsedUp = true;
    return { kind: 'spent' };
  }

  #nextSequence({ type }: Happening): number {
    const repeats = type === 'ACTION_SUCCESSFUL' && !this.#hasToldSuccess && this.#sequence === 1;
    this.#hasToldSuccess ||= type === 'ACTION_SUCCESSFUL';
    if (!repeats || this.#options.behavior.FirstResultSequence === 'Next') this.#sequence += 1;
    return this.#sequence;
  }

  #mustAct(happening: Happening): boolean {
    const type = happening.type === 'INVALID_LAMBDA_RESPONSE' ? happening.answered : happening.type;
    return type === 'NEW_INBOUND_CALL' && this.#options.behavior.EmptyFirstReply === 'Invalid';
  }
}
