import type { Timers } from '../../../../../shared/ports/timers.ts';

/** What came of one invocation of a function, as Lambda's Invoke API tells it. */
export type FunctionAnswer =
  | { readonly kind: 'payload'; readonly payload: unknown }
  /** The function threw, timed out or crashed; or Lambda refused (throttled, not found, no permission). */
  | ({ readonly kind: 'error' } & FunctionError);

/** What a function failed with. */
export interface FunctionError {
  readonly errorType: string;
  /** In the function's own words; absent when it had none. */
  readonly errorMessage?: string;
  /** Where in the developer's code, such as `handler.js:12:5`; absent when it is not known. */
  readonly place?: string;
}

/** Invokes a function by ARN. Never rejects. */
export type InvokeFunction = (arn: string, event: unknown) => Promise<FunctionAnswer>;

export interface InvocationPolicy {
  /** Without an answer by then the function is invoked once more: 5 s (Amazon Chime SDK developer guide, timeouts). */
  readonly retryAfterMs: number;
  /** Without an answer by then the call is hung up: 20 s. */
  readonly giveUpAfterMs: number;
}

export const awsInvocationPolicy: InvocationPolicy = { retryAfterMs: 5000, giveUpAfterMs: 20_000 };

/** With what deliveries failed with, first to last. */
export type InvocationResult = { readonly deliveries: number; readonly errors: readonly FunctionError[] } & (
  { readonly kind: 'answered'; readonly payload: unknown } | { readonly kind: 'failed'; readonly because: string }
);

/**
 * Invokes a function as PSTN Audio does. An error is retried once; silence for 5 s starts a second delivery of the
 * same event while the first may still be running, and the first answer of either counts; 20 s end it.
 * `invoke` is told which delivery it is, 1 or 2.
 */
export function invokeWithRetry(
  invoke: (delivery: number) => Promise<FunctionAnswer>,
  timers: Timers,
  policy: InvocationPolicy = awsInvocationPolicy,
): Promise<InvocationResult> {
  return new Promise((resolve) => {
    let deliveries = 0;
    let running = 0;
    let settled = false;
    const errors: FunctionError[] = [];
    const retry = timers.after(policy.retryAfterMs, () => deliver());
    const giveUp = timers.after(policy.giveUpAfterMs, () =>
      settle({ kind: 'failed', because: 'no answer in time', deliveries, errors }),
    );

    const settle = (result: InvocationResult): void => {
      settled = true;
      retry.cancel();
      giveUp.cancel();
      resolve(result);
    };

    const deliver = (): void => {
      if (deliveries === 2 || settled) return;
      deliveries += 1;
      running += 1;
      void invoke(deliveries).then((answer) => {
        running -= 1;
        if (answer.kind === 'payload')
          return settle({ kind: 'answered', payload: answer.payload, deliveries, errors: [...errors] });
        const { kind: _, ...error } = answer;
        errors.push(error);
        if (deliveries < 2) deliver();
        else if (running === 0) settle({ kind: 'failed', because: answer.errorType, deliveries, errors });
      });
    };

    deliver();
  });
}
