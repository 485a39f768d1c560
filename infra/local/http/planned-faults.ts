/** For tests and demonstrations: what goes wrong next. */
export interface FaultPlan<Operation extends string, Fault> {
  /** The next `times` requests (default 1) of the operation are answered with this error and have no effect. */
  failNext(operation: Operation, fault: Fault, times?: number): void;
}

/** Faults ordered and not yet served, first come first served for each operation. */
export class PlannedFaults<Operation extends string, Fault> implements FaultPlan<Operation, Fault> {
  readonly #planned = new Map<string, Fault[]>();

  failNext(operation: Operation, fault: Fault, times = 1): void {
    this.#planned.set(operation, [...(this.#planned.get(operation) ?? []), ...Array<Fault>(times).fill(fault)]);
  }

  /** The fault that this request is due, if any. */
  take(operation: string): Fault | undefined {
    return this.#planned.get(operation)?.shift();
  }
}

/** What an answer says whose error has no words of its own. */
export const orderedFault = 'This error was ordered by failNext.';
