import { availableParallelism } from 'node:os';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import { startExecutionEnvironment, type Answer } from './execution-environment.ts';
import { faultQueue, type FunctionFault } from './faults.ts';
import { injectedFault, timedOut } from './function-errors.ts';
import { functionArn, functionArnOf, readFunctionArn } from './function-names.ts';
import { functionPool, type FunctionPool, type PoolAnswer } from './function-pool.ts';
import { startLambdaApi } from './lambda-api.ts';
import type { FunctionErrorBody, InvokeResult } from './invoke-result.ts';
import { maximumRequestBytes } from './limits.ts';
import type { LocalFunction } from './local-function.ts';
import { notFound, requestTooLarge, serviceClosed, throttled } from './not-invoked.ts';
import { startReaper } from './reaper.ts';

/** One line that a function wrote to stdout or stderr. */
export interface FunctionLogLine {
  readonly functionName: string;
  readonly functionArn: string;
  /** Empty while a process loads its handler before it has an event. */
  readonly requestId: string;
  readonly line: string;
}

export interface FunctionsOptions {
  readonly functions: readonly LocalFunction[];
  readonly timers: Timers;
  /** Gives functions their deadlines, which they hold against the machine's own clock. */
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onLog?: (line: FunctionLogLine) => void;
  /**
   * A process has loaded a function's code as it is now, or has tried to: the files outside of its directory that it loaded, those that
   * are broken or were not found included; nothing of packages (node_modules), nor from folders whose names begin with a dot. What is
   * loaded while an event runs is not told. Comes before {@link FunctionsHost.warmUp} resolves, unless the process ended by itself.
   */
  readonly onLoaded?: (functionArn: string, files: readonly string[]) => void;
  /** Default: us-east-1. */
  readonly region?: string;
  /** Twelve digits. Default: 111122223333, an account of AWS's documentation. */
  readonly accountId?: string;
  /** Of the Lambda API; default 0: any free one. */
  readonly port?: number;
}

export interface FunctionsHost {
  /** Base URL of the Lambda API: for AWS_ENDPOINT_URL_LAMBDA. */
  readonly endpoint: string;
  /** Here and below, a name may be an ARN. @throws RangeError when there is no such function. */
  arn(name: string): string;
  /** Runs a function and waits for its answer; `payload` is what JSON makes of it. The request id is a new one unless it is given. */
  invoke(nameOrArn: string, payload: unknown, requestId?: string): Promise<InvokeResult>;
  /** Makes the next invocations of a function fail. @throws RangeError when no function has that name. */
  failNext(name: string, fault: FunctionFault): void;
  /** Replaces a function's own variables; later invocations meet them after a cold start. @throws RangeError as above. */
  configure(name: string, environment: Readonly<Record<string, string>>): void;
  /**
   * The function's code, or its runtime, has changed: later invocations meet it after a cold start, those under way go on with what
   * they began with. @throws RangeError as above.
   */
  reload(name: string, change?: Pick<LocalFunction, 'runtime'>): void;
  /**
   * Starts a process and loads the handler, without an event; it is kept for the next one. What went wrong when it could not be
   * loaded: each invocation will fail with that. @throws RangeError as above.
   */
  warmUp(name: string): Promise<FunctionErrorBody | undefined>;
  /** How many execution environments of a function live. @throws RangeError as above. */
  environments(name: string): number;
  /** Ends every process and waits until they are gone. Invocations under way are answered with errors. */
  close(): Promise<void>;
}

/**
 * Runs built bundles as Lambda would: a cold start each time a process is needed, one event at a time, frozen in between.
 * Rejects with the system's error when the API's port cannot be had.
 */
export async function startFunctions(options: FunctionsOptions): Promise<FunctionsHost> {
  const { timers, clock, ids } = options;
  const account = { region: options.region ?? 'us-east-1', accountId: options.accountId ?? '111122223333' };
  const reaper = startReaper();
  const faults = faultQueue();
  const hanging = new Map<Timer, () => void>();
  const { onLoaded } = options;

  const arnOf = (definition: LocalFunction): string => definition.arn ?? functionArn(account, definition.name);
  const start = (definition: LocalFunction): ReturnType<typeof startExecutionEnvironment> =>
    startExecutionEnvironment({
      definition,
      timers,
      clock,
      reaper,
      region: readFunctionArn(arnOf(definition))?.region ?? account.region,
      logStream: `${new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '/')}/[$LATEST]${hex(16)}`,
      onLine: (requestId, line) =>
        options.onLog?.({ functionName: definition.name, functionArn: arnOf(definition), requestId, line }),
      ...(onLoaded !== undefined && {
        onLoaded: (files) => {
          const arn = arnOf(definition);
          // One that has been reloaded since says nothing about the code as it is now.
          if (pools.get(arn)?.definition === definition) onLoaded(arn, files);
        },
      }),
    });
  /** By ARN: functions of several Regions may have one name. */
  const pools = new Map(
    options.functions.map((definition) => [
      arnOf(definition),
      functionPool({ definition, start, timers, mostStarting: availableParallelism() }),
    ]),
  );

  const poolOf = (name: string): FunctionPool => {
    const pool = pools.get(functionArnOf(account, name));
    if (pool === undefined) {
      const names = options.functions.map((definition) => definition.name);
      throw new RangeError(`no function is named ${name}; there are: ${names.join(', ')}`);
    }
    return pool;
  };
  const hex = (bytes: number): string => Buffer.from(ids.randomBytes(bytes)).toString('hex');
  /** There is no X-Ray here: a function is traced when it brings a daemon of its own. */
  const traceId = ({ environment }: LocalFunction): string => {
    const sampled = environment?.['AWS_XRAY_DAEMON_ADDRESS'] === undefined ? 0 : 1;
    return `Root=1-${Math.floor(clock.now() / 1000).toString(16)}-${hex(12)};Parent=${hex(8)};Sampled=${sampled}`;
  };

  /** Answers when the function's time is up, or when the host closes. */
  const hang = async ({ timeoutSeconds }: LocalFunction, requestId: string): Promise<PoolAnswer> =>
    new Promise((resolve) => {
      const timer = timers.after(timeoutSeconds * 1000, () => {
        hanging.delete(timer);
        const payload = timedOut(clock.now(), requestId, timeoutSeconds);
        resolve({ kind: 'answered', coldStart: false, answer: { functionError: 'Unhandled', payload } });
      });
      hanging.set(timer, () => resolve({ kind: 'closed' }));
    });

  const invokeText = async (nameOrArn: string, payload: string, requestId: string): Promise<InvokeResult> => {
    const startedAt = clock.now();
    const arn = functionArnOf(account, nameOrArn);
    const pool = pools.get(arn);
    if (pool === undefined) return notFound(arn);
    if (Buffer.byteLength(payload) > maximumRequestBytes) return requestTooLarge();

    const run = async (): Promise<PoolAnswer> => {
      const fault = faults.take(arn);
      switch (fault) {
        case 'throttle':
          return { kind: 'throttled' };
        case 'hang':
          return hang(pool.definition, requestId);
        case 'throw':
          return {
            kind: 'answered',
            coldStart: false,
            answer: { functionError: 'Unhandled', payload: injectedFault() } satisfies Answer,
          };
        case undefined:
          return pool.invoke({
            requestId,
            payload,
            functionArn: arn,
            traceId: traceId(pool.definition),
          });
        default:
          return fault satisfies never;
      }
    };
    const result = await run();
    if (result.kind === 'throttled') return throttled();
    if (result.kind === 'closed') return serviceClosed();
    return { statusCode: 200, ...result.answer, milliseconds: clock.now() - startedAt, coldStart: result.coldStart };
  };

  const api = await startLambdaApi({
    invoke: invokeText,
    exists: (nameOrArn) => pools.has(functionArnOf(account, nameOrArn)),
    ids,
    port: options.port ?? 0,
  }).catch(async (error: unknown) => {
    await reaper.close();
    throw error;
  });

  return {
    endpoint: api.endpoint,
    arn: (name) => arnOf(poolOf(name).definition),
    invoke: async (nameOrArn, payload, requestId = ids.uuid()) =>
      invokeText(nameOrArn, JSON.stringify(payload) ?? '{}', requestId),
    failNext: (name, fault) => faults.add(arnOf(poolOf(name).definition), fault),
    configure: (name, environment) => poolOf(name).configure({ environment }),
    reload: (name, change = {}) => poolOf(name).configure(change),
    warmUp: async (name) => poolOf(name).warmUp(),
    environments: (name) => poolOf(name).size,
    async close() {
      for (const [timer, answer] of hanging) {
        timer.cancel();
        answer();
      }
      hanging.clear();
      await Promise.all([...pools.values()].map(async (pool) => pool.close()));
      await Promise.all([api.close(), reaper.close()]);
    },
  };
}
