import type { Leg } from './legs/leg.ts';

/** A call that the service has to do with now. */
export interface CallUnderWay {
  readonly legs: readonly Pick<Leg, 'connected'>[];
  /** The application that has it now; undefined: none has, or it has none. */
  readonly sipMediaApplicationId: string | undefined;
  readonly transactionId: string | undefined;
  /** CALL_UPDATE_REQUESTED, in its turn. False when the call is over. */
  update(given: Readonly<Record<string, string>>): boolean;
  /** Hangs up whoever is still there. */
  end(sipResponseCode: number): void;
}

/** All calls of the service, until the last that is to be said of each has been said. */
export class CallsUnderWay {
  readonly #calls = new Map<CallUnderWay, Promise<void>>();
  readonly #most: number;

  /** @param most calls at a time; default: no limit. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /** Keeps a call until `work` is done, which never rejects. */
  keep(call: CallUnderWay, work: Promise<void>): void {
    this.#calls.set(call, work);
    void work.then(() => this.#calls.delete(call));
  }

  /** There are as many as there may be. */
  get isFull(): boolean {
    return this.#calls.size >= this.#most;
  }

  get connectedLegs(): number {
    return [...this.#calls.keys()].flatMap(({ legs }) => legs).filter(({ connected }) => connected).length;
  }

  withTransaction(transactionId: string): CallUnderWay | undefined {
    return [...this.#calls.keys()].find((call) => call.transactionId === transactionId);
  }

  endAll(sipResponseCode: number): void {
    for (const call of this.#calls.keys()) call.end(sipResponseCode);
  }

  /** Resolves when no call is left. */
  async idle(): Promise<void> {
    while (this.#calls.size > 0) await Promise.all(this.#calls.values());
  }
}
