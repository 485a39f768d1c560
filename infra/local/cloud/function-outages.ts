import type { InvokeResult, NotInvoked } from '../functions/invoke-result.ts';

/** An invocation whose answer nobody got, since its function was down then. */
export interface CutOff {
  readonly arn: string;
  readonly event: unknown;
}

/** Functions that are down, all of a sudden and until they are up again: as with a Region's Lambda, or a deployment gone wrong. */
export class FunctionOutages {
  /** ARNs. */
  readonly #down = new Set<string>();
  readonly #underWay = new Map<CutOff, (result: NotInvoked) => void>();
  readonly #awaited = new Map<string, PromiseWithResolvers<void>>();

  /** From now on, or no more, a function is down. Those whose answers are cut off: Lambda says so to who waits for them. */
  set(arn: string, down: boolean): readonly CutOff[] {
    if (!down) {
      this.#down.delete(arn);
      return [];
    }
    this.#down.add(arn);
    const cutOff = [...this.#underWay].filter(([invocation]) => invocation.arn === arn);
    for (const [, answer] of cutOff) answer(outage());
    return cutOff.map(([invocation]) => invocation);
  }

  /** Resolves when a function is next invoked, before it can have answered. */
  begins(arn: string): Promise<void> {
    const awaited = this.#awaited.get(arn) ?? Promise.withResolvers<void>();
    this.#awaited.set(arn, awaited);
    return awaited.promise;
  }

  /** The answer of `invoke`, or that of a Lambda that is down. What an invocation does goes on without its answer. */
  async invoke(arn: string, event: unknown, invoke: () => Promise<InvokeResult>): Promise<InvokeResult> {
    if (this.#down.has(arn)) return outage();
    const { promise, resolve } = Promise.withResolvers<NotInvoked>();
    const invocation = { arn, event };
    this.#underWay.set(invocation, resolve);
    this.#awaited.get(arn)?.resolve();
    this.#awaited.delete(arn);
    try {
      return await Promise.race([invoke(), promise]);
    } finally {
      this.#underWay.delete(invocation);
    }
  }
}

/** AWS Lambda API reference, Invoke, Errors. */
function outage(): NotInvoked {
  return {
    statusCode: 500,
    errorType: 'ServiceException',
    message: 'The function is down; this was ordered by outages.',
  };
}
