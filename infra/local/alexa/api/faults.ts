import type { EndpointName } from './endpoint.ts';

export type Fault =
  /** An HTTP status from 200 to 599, before anything else is looked at. */
  | number
  /** No answer at all. */
  | 'hang'
  /** The request is carried out at once, and answered so many milliseconds later: whoever gives up meanwhile does not know. */
  | { readonly afterMs: number };

/** Makes the next requests to an endpoint go wrong. */
export class AlexaFaults {
  readonly #waiting = new Map<EndpointName, Fault[]>();

  /**
   * The next `times` requests (1 unless told) to `endpoint` get `fault`, after those that were ordered before.
   * @throws RangeError for a status outside 200 to 599, a delay below 0 or fewer than one time.
   */
  next(endpoint: EndpointName, fault: Fault, times = 1): void {
    if (typeof fault === 'number' && !(Number.isInteger(fault) && fault >= 200 && fault <= 599))
      throw new RangeError(`a status is 200 to 599, not ${fault}`);
    if (typeof fault === 'object' && !(Number.isFinite(fault.afterMs) && fault.afterMs >= 0))
      throw new RangeError(`an answer comes 0 milliseconds later or more, not ${fault.afterMs}`);
    if (!Number.isInteger(times) || times < 1)
      throw new RangeError(`a fault happens at least once, not ${times} times`);
    const more = Array.from({ length: times }, () => fault);
    this.#waiting.set(endpoint, [...(this.#waiting.get(endpoint) ?? []), ...more]);
  }

  clear(): void {
    this.#waiting.clear();
  }

  take(endpoint: EndpointName): Fault | undefined {
    return this.#waiting.get(endpoint)?.shift();
  }
}
