import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import type { BenchAnswer, BenchRequest, SimulationResult } from './messages.ts';
import type { SimulationOf } from './simulate-texts.ts';

/** A bench somewhere else: a worker, or in tests the thing itself. */
export interface BenchPort {
  ask(request: BenchRequest): void;
  listen(listener: (answer: BenchAnswer) => void): void;
  close(): void;
}

/** Two benches: while one checks a large table for a second, the other goes on writing what is typed. */
export interface Benches {
  readonly writer: BenchPort;
  readonly checker: BenchPort;
}

/** Asks the checking bench to simulate, and waits for it. */
export class Simulations {
  readonly #port: BenchPort;
  #id = 0;
  #given: TableSourceBody | undefined;
  readonly #waiting = new Map<number, { resolve(result: SimulationResult): void; reject(error: Error): void }>();

  constructor(port: BenchPort) {
    this.#port = port;
    port.listen((answer) => {
      if (answer.kind === 'simulated') this.#waiting.get(answer.id)?.resolve(answer.result);
      else if (answer.kind === 'failed') this.#fail(answer.id, new Error(answer.message));
      else return;
      if (answer.id !== undefined) this.#waiting.delete(answer.id);
    });
  }

  /** A source that is the same object as the last is not sent again. */
  simulate({ source, question, wantsFacts }: SimulationOf): Promise<SimulationResult> {
    const { promise, resolve, reject } = Promise.withResolvers<SimulationResult>();
    // Of a checking bench the checks have the positive ids.
    const id = (this.#id -= 1);
    this.#waiting.set(id, { resolve, reject });
    const given = source === this.#given ? {} : { source };
    this.#given = source;
    this.#port.ask({ kind: 'simulate', id, ...given, question, wantsFacts });
    return promise;
  }

  /** Without an id the whole bench broke down. */
  #fail(id: number | undefined, error: Error): void {
    if (id !== undefined) {
      this.#waiting.get(id)?.reject(error);
      return;
    }
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
