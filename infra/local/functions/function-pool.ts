import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import type { Answer, EnvironmentEvent, ExecutionEnvironment } from './execution-environment.ts';
import type { FunctionErrorBody } from './invoke-result.ts';
import { IdleEnvironments } from './idle-environments.ts';
import { defaultConcurrency, mostEnvironments, type LocalFunction } from './local-function.ts';

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
  /** From now on events meet this; idle environments of the old definition end, busy ones when they have answered. */
  configure(change: Partial<LocalFunction>): void;
  /** Starts an environment, whatever there is, and keeps it for the next event; what went wrong when it could not be. */
  warmUp(): Promise<FunctionErrorBody | undefined>;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly definition: LocalFunction;
  readonly start: (definition: LocalFunction) => ExecutionEnvironment;
  readonly timers: Timers;
  /** How many environments may load their handlers at a time for events that wait: 1 or more. */
  readonly mostStarting: number;
}

/**
 * How long an event waits for an environment that is busy before another is started. AWS has machines to spare; here a process
 * that starts takes the processor from those that would soon be free, and a burst of events would start one for each.
 */
const patienceMilliseconds = 15;

/** An event that waits for an environment. */
interface Waiting {
  readonly take: (environment: ExecutionEnvironment) => void;
  /** There will be none for it. */
  readonly settle: (answer: PoolAnswer) => void;
  readonly timer: Timer;
  /** Its patience is at an end. */
  isDue: boolean;
}

/** AWS Lambda developer guide, lambda-runtime-environment and lambda-concurrency. */
export function functionPool({ definition: initial, mostStarting, start, timers }: PoolOptions): FunctionPool {
  let definition = initial;
  let closed = false;
  /** Events under way, waiting ones included. */
  let busy = 0;
  /** Environments that load their handler for whoever waits longest. */
  let starting = 0;
  /** Each living environment, with the definition it was started for. */
  const living = new Map<ExecutionEnvironment, LocalFunction>();
  /** Those for which an event would be no cold start. */
  const warm = new WeakSet<ExecutionEnvironment>();
  const waiting: Waiting[] = [];
  const running = new Set<Promise<PoolAnswer>>();

  const isCurrent = (environment: ExecutionEnvironment): boolean =>
    !closed && environment.alive && living.get(environment) === definition;

  const retire = (environment: ExecutionEnvironment): void => {
    void environment.end().then(() => {
      living.delete(environment);
      startForWaiting();
    });
  };

  const startOne = (): ExecutionEnvironment => {
    const environment = start(definition);
    living.set(environment, definition);
    return environment;
  };

  const idle = new IdleEnvironments(timers, retire);

  const takeWaiting = (): Waiting | undefined => {
    const next = waiting.shift();
    next?.timer.cancel();
    return next;
  };

  const giveBack = (environment: ExecutionEnvironment): void => {
    if (!isCurrent(environment)) return retire(environment);
    const next = takeWaiting();
    if (next !== undefined) return next.take(environment);
    idle.add(environment);
  };

  /** Starts environments for events that have waited long enough, a few at a time. */
  const startForWaiting = (): void => {
    const wanted = Math.min(waiting.filter(({ isDue }) => isDue).length, mostStarting);
    const room = Math.min(wanted - starting, mostEnvironments - living.size);
    for (let count = 0; count < room; count += 1) void startSpare();
  };

  const startSpare = async (): Promise<void> => {
    const environment = startOne();
    starting += 1;
    const error = await environment.initialised;
    starting -= 1;
    if (error !== undefined && isLatest(environment))
      takeWaiting()?.settle({
        kind: 'answered',
        answer: { functionError: 'Unhandled', payload: error },
        coldStart: true,
      });
    giveBack(environment);
    startForWaiting();
  };

  const isLatest = (environment: ExecutionEnvironment): boolean => living.get(environment) === definition;

  const waitForOne = async (event: EnvironmentEvent): Promise<PoolAnswer> =>
    new Promise((resolve) => {
      const entry: Waiting = {
        take: (environment) => resolve(runOn(environment, event)),
        settle: resolve,
        isDue: false,
        timer: timers.after(patienceMilliseconds, () => {
          entry.isDue = true;
          startForWaiting();
        }),
      };
      waiting.push(entry);
    });

  const runOn = async (environment: ExecutionEnvironment, event: EnvironmentEvent): Promise<PoolAnswer> => {
    const coldStart = !warm.has(environment);
    warm.add(environment);
    const answer = await environment.invoke(event);
    giveBack(environment);
    return { kind: 'answered', answer, coldStart };
  };

  const run = async (event: EnvironmentEvent): Promise<PoolAnswer> => {
    busy += 1;
    try {
      const free = idle.take();
      if (free !== undefined) return await runOn(free, event);
      // With nothing under way there is nothing to wait for.
      return await (busy === 1 ? runOn(startOne(), event) : waitForOne(event));
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
    configure(change) {
      definition = { ...definition, ...change };
      idle.clear();
    },
    async warmUp() {
      if (closed) return undefined;
      const environment = startOne();
      const problem = await environment.initialised;
      warm.add(environment);
      giveBack(environment);
      return problem;
    },
    async close() {
      closed = true;
      idle.clear();
      for (let next = takeWaiting(); next !== undefined; next = takeWaiting()) next.settle({ kind: 'closed' });
      await Promise.all([...living.keys()].map(async (each) => each.end()));
      await Promise.allSettled(running);
    },
  };
}
