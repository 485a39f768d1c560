import type { Clock } from '../../../shared/ports/clock.ts';
import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import { environmentVariables } from './environment-variables.ts';
import { exited, responseTooLarge, timedOut } from './function-errors.ts';
import type { FunctionErrorBody } from './invoke-result.ts';
import { initMilliseconds } from './limits.ts';
import type { LocalFunction } from './local-function.ts';
import { collectLog } from './log-collector.ts';
import type { Reaper } from './reaper.ts';
import { startRuntimeApi, type RuntimeReport } from './runtime-api.ts';
import { startSandboxProcess } from './sandbox-process.ts';

export interface EnvironmentEvent {
  readonly requestId: string;
  /** JSON. */
  readonly payload: string;
  readonly functionArn: string;
  readonly traceId: string;
}

export type Answer =
  { readonly payload: unknown } | { readonly functionError: 'Unhandled'; readonly payload: FunctionErrorBody };

/**
 * One sandbox with one process in it, which takes one event at a time.
 *
 *     starting ──► initialised ──► running ⇄ frozen
 *         └─────────────┴─────────────┴────────┴──► ended
 */
export interface ExecutionEnvironment {
  /** False once it can take no further event. */
  readonly alive: boolean;
  /** Only one at a time; the environment is frozen, or ended, when the answer is there. */
  invoke(event: EnvironmentEvent): Promise<Answer>;
  /** Kills the process and waits until it is gone. An invocation under way is answered as a runtime that exited. */
  end(): Promise<void>;
}

export interface EnvironmentOptions {
  readonly definition: LocalFunction;
  readonly region: string;
  /** Unique to this environment. */
  readonly logStream: string;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly reaper: Reaper;
  readonly onLine: (requestId: string, line: string) => void;
}

/** How long an answer waits for its last log lines when the function took away the stream they come on. */
const drainMilliseconds = 250;

/** Starts the process; its init phase runs on while the first event may already be given to {@link ExecutionEnvironment.invoke}. */
export async function startExecutionEnvironment(options: EnvironmentOptions): Promise<ExecutionEnvironment> {
  const { definition, timers, clock } = options;
  let alive = true;
  let initialised = false;
  let logRequestId = '';
  let current: { readonly event: EnvironmentEvent; readonly resolve: (answer: Answer) => void } | undefined;
  let timer: Timer | undefined;

  const api = await startRuntimeApi((report) => onReport(report));
  const sandbox = startSandboxProcess({
    directory: definition.directory,
    environment: environmentVariables({ ...options, runtimeApi: api.address }),
    reaper: options.reaper,
  });
  const logs = [sandbox.stdout, sandbox.stderr].map((stream) =>
    collectLog(stream, (line) => options.onLine(logRequestId, line)),
  );
  const initTimer = timers.after(initMilliseconds, () => {
    finish(failed(timedOut(clock.now(), logRequestId, initMilliseconds / 1000)), 'end');
  });
  const ended = whenExited();

  async function whenExited(): Promise<void> {
    const { exitCode, signal } = await sandbox.exited;
    finish(failed(exited(logRequestId, exitCode, signal)), 'end');
    await api.close();
  }

  /** Answers the invocation under way, if any, once its log lines are in. */
  function finish(answer: Answer, then: 'freeze' | 'end'): void {
    timer?.cancel();
    if (then === 'freeze') {
      sandbox.freeze();
    } else {
      alive = false;
      initTimer.cancel();
      sandbox.kill();
    }
    const finished = current;
    current = undefined;
    if (finished !== undefined) void answerWhenDrained(finished.event.requestId, () => finished.resolve(answer));
  }

  async function answerWhenDrained(requestId: string, resolve: () => void): Promise<void> {
    const patience = timers.after(drainMilliseconds, resolve);
    await Promise.all(logs.map(async (log) => log.drained(requestId)));
    patience.cancel();
    resolve();
  }

  function deliver(event: EnvironmentEvent): void {
    const milliseconds = definition.timeoutSeconds * 1000;
    timer = timers.after(milliseconds, () => {
      finish(failed(timedOut(clock.now(), event.requestId, definition.timeoutSeconds)), 'end');
    });
    sandbox.thaw();
    api.deliver({
      requestId: event.requestId,
      payload: event.payload,
      headers: {
        'lambda-runtime-deadline-ms': String(Math.round(clock.now() + milliseconds)),
        'lambda-runtime-invoked-function-arn': event.functionArn,
        'lambda-runtime-trace-id': event.traceId,
      },
    });
  }

  function onReport(report: RuntimeReport): void {
    if ('requestId' in report && report.requestId !== current?.event.requestId) return;
    switch (report.kind) {
      case 'ready':
        initialised = true;
        initTimer.cancel();
        if (current !== undefined) deliver(current.event);
        return;
      case 'init-error':
        return finish(failed(parseError(report.body)), 'end');
      case 'response':
        return finish({ payload: JSON.parse(report.body) }, 'freeze');
      case 'response-too-large':
        return finish(failed(responseTooLarge()), 'freeze');
      case 'error':
        return finish(failed(parseError(report.body)), report.exiting ? 'end' : 'freeze');
      default:
        report satisfies never;
    }
  }

  return {
    get alive() {
      return alive;
    },
    async invoke(event) {
      return new Promise<Answer>((resolve) => {
        logRequestId = event.requestId;
        current = { event, resolve };
        if (!alive) finish(failed(exited(event.requestId, null, null)), 'end');
        else if (initialised) deliver(event);
      });
    },
    async end() {
      alive = false;
      sandbox.kill();
      await ended;
    },
  };
}

function failed(payload: FunctionErrorBody): Answer {
  return { functionError: 'Unhandled', payload };
}

function parseError(body: string): FunctionErrorBody {
  return JSON.parse(body) as FunctionErrorBody;
}
