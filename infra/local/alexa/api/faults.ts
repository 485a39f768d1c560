import type { EndpointName } from './endpoint.ts';

/** An HTTP status from 200 to 599, or no answer at all. */
export type Fault = number | 'hang';

/** Makes the next requests to an endpoint go wrong, before anything else is looked at. */
export class AlexaFaults {
  readonly #waiting = new Map<EndpointName, Fault[]>();

  /**
   * The next `times` requests (1 unless told) to `endpoint` get `fault`, after those that were ordered before.
   * @throws RangeError for a status outside 200 to 599 or fewer than one time.
   */
  next(endpoint: EndpointName, fault: Fault, times = 1): void {
    if (fault !== 'hang' && !(Number.isInteger(fault) && fault >= 200 && fault <= 599))
      throw new RangeError(`a status is 200 to 599, not ${fault}`);
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
