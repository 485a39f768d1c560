/** `throw`: the handler seems to throw. `hang`: no answer until the function's time-out. `throttle`: 429. */
export interface FunctionFault {
  readonly kind: 'throw' | 'hang' | 'throttle';
  /** How many invocations it meets, 1 or more. */
  readonly times: number;
}

/** Faults that wait for invocations, first come first served for each function. */
export function faultQueue(): {
  add(name: string, fault: FunctionFault): void;
  take(name: string): FunctionFault['kind'] | undefined;
} {
  const queues = new Map<string, FunctionFault['kind'][]>();
  return {
    add(name, { kind, times }) {
      const added = Array.from({ length: times }, () => kind);
      queues.set(name, [...(queues.get(name) ?? []), ...added]);
    },
    take: (name) => queues.get(name)?.shift(),
  };
}
