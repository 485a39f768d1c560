import type { Answer, EnvironmentEvent, ExecutionEnvironment } from './execution-environment.ts';
import { defaultConcurrency, type LocalFunction } from './local-function.ts';

export type PoolAnswer =
  | { readonly kind: 'answered'; readonly answer: Answer; readonly coldStart: boolean }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'closed' };

/** The execution environments of one function. */
export interface FunctionPool {
  readonly definition: LocalFunction;
  /** Processes that live, idle or busy. */
  readonly size: number;
  /** Takes the idle environment used last, or starts one; throttled when the concurrency is used up. */
  invoke(event: EnvironmentEvent): Promise<PoolAnswer>;
  /** From now on events meet these variables; idle environments of the old ones end, busy ones when they have answered. */
  configure(environment: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** AWS Lambda developer guide, lambda-runtime-environment and lambda-concurrency. */
export function functionPool(
  initial: LocalFunction,
  start: (definition: LocalFunction) => Promise<ExecutionEnvironment>,
): FunctionPool {
  let definition = initial;
  let closed = false;
  let busy = 0;
  /** Each living environment, with the definition it was started for. */
  const living = new Map<ExecutionEnvironment, LocalFunction>();
  const idle: ExecutionEnvironment[] = [];
  const running = new Set<Promise<PoolAnswer>>();

  const takeIdle = (): ExecutionEnvironment | undefined => {
    for (let next = idle.pop(); next !== undefined; next = idle.pop()) {
      if (next.alive) return next;
      living.delete(next);
    }
    return undefined;
  };

  const giveBack = (environment: ExecutionEnvironment): void => {
    if (!closed && environment.alive && living.get(environment) === definition) idle.push(environment);
    else retire(environment);
  };

  const retire = (environment: ExecutionEnvironment): void => {
    void environment.end().then(() => living.delete(environment));
  };

  const run = async (event: EnvironmentEvent): Promise<PoolAnswer> => {
    busy += 1;
    try {
      const warm = takeIdle();
      const started = definition;
      const environment = warm ?? (await start(started));
      if (warm === undefined) living.set(environment, started);
      // Closed while it was started: close() has not seen this one.
      const answer = closed ? undefined : await environment.invoke(event);
      giveBack(environment);
      return answer === undefined ? { kind: 'closed' } : { kind: 'answered', answer, coldStart: warm === undefined };
    } finally {
      busy -= 1;
    }
  };

  return {
    get definition() {
      return definition;
    },
    get size() {
      return [...living.keys()].filter(({ alive }) => alive).length;
    },
    async invoke(event) {
      if (closed) return { kind: 'closed' };
      if (busy >= (definition.reservedConcurrency ?? defaultConcurrency)) return { kind: 'throttled' };
      const answer = run(event);
      running.add(answer);
      try {
        return await answer;
      } finally {
        running.delete(answer);
      }
    },
    configure(environment) {
      definition = { ...definition, environment };
      for (const each of idle.splice(0)) retire(each);
    },
    async close() {
      closed = true;
      await Promise.all([...living.keys()].map(async (each) => each.end()));
      await Promise.allSettled(running);
      await Promise.all([...living.keys()].map(async (each) => each.end()));
    },
  };
}
