import type { Clock } from '../../../shared/ports/clock.ts';
import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import { environmentVariables } from './environment-variables.ts';
import { brokenChannel, exited, responseTooLarge, timedOut } from './function-errors.ts';
import type { FunctionErrorBody } from './invoke-result.ts';
import { initMilliseconds } from './limits.ts';
import type { LocalFunction } from './local-function.ts';
import { collectLog } from './log-collector.ts';
import type { Reaper } from './reaper.ts';
import { openRuntimeChannel, type RuntimeReport } from './runtime-channel.ts';
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
 *     starting ──► initialised ──► running ⇄ still ⇄ frozen
 *         └─────────────┴─────────────┴────────┴────────┴──► ended
 *
 * Still: the runtime waits for the next event with its whole thread, so that nothing of JavaScript runs on. Frozen: the process has
 * been stopped, too, with what other threads it may have; that costs the machine much more than an invocation, so it is done
 * only when no event has come for a moment.
 */
export interface ExecutionEnvironment {
  /** False once it can take no further event. */
  readonly alive: boolean;
  /** Fulfils with undefined when the handler is loaded, with what went wrong when it could not be. Never rejects. */
  readonly initialised: Promise<FunctionErrorBody | undefined>;
  /** Only one at a time; the environment stands still, or has ended, when the answer is there. */
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
  /** See FunctionsOptions. */
  readonly onLoaded?: (files: readonly string[]) => void;
}

/** How long an environment is still before it is frozen: longer than busy times leave between two events. */
const stillMilliseconds = 50;

/** How long an answer waits for its last log lines when the function took away the stream they come on. */
const drainMilliseconds = 250;

/** Starts the process; its init phase runs on while the first event may already be given to {@link ExecutionEnvironment.invoke}. */
export function startExecutionEnvironment(options: EnvironmentOptions): ExecutionEnvironment {
  const { definition, timers, clock } = options;
  let alive = true;
  let ready = false;
  let frozen = false;
  let freezing: Timer | undefined;
  const initialised = Promise.withResolvers<FunctionErrorBody | undefined>();
  let logRequestId = '';
  let current: { readonly event: EnvironmentEvent; readonly resolve: (answer: Answer) => void } | undefined;
  let timer: Timer | undefined;

  const sandbox = startSandboxProcess({
    directory: definition.directory,
    file: definition.file,
    tellsFiles: options.onLoaded !== undefined,
    environment: environmentVariables(options),
    reaper: options.reaper,
  });
  const channel = openRuntimeChannel(sandbox.channel, (report) => onReport(report));
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
  }

  /** Answers the invocation under way, if any, once its log lines are in. */
  function finish(answer: Answer, then: 'still' | 'end'): void {
    timer?.cancel();
    if (then === 'still') {
      freezeSoon();
    } else {
      alive = false;
      initTimer.cancel();
      freezing?.cancel();
      sandbox.kill();
      initialised.resolve('functionError' in answer ? answer.payload : undefined);
    }
    const finished = current;
    current = undefined;
    if (finished !== undefined) void answerWhenDrained(finished.event.requestId, () => finished.resolve(answer));
  }

  function freezeSoon(): void {
    freezing = timers.after(stillMilliseconds, () => {
      frozen = true;
      sandbox.freeze();
    });
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
    freezing?.cancel();
    if (frozen) sandbox.thaw();
    frozen = false;
    channel.deliver({ ...event, deadline: Math.round(clock.now() + milliseconds) });
  }

  function onReport(report: RuntimeReport): void {
    const body = 'body' in report ? parsed(report.body) : undefined;
    if (body?.isJson === false || report.kind === 'broken') return finish(failed(brokenChannel(logRequestId)), 'end');
    if ('requestId' in report && report.requestId !== current?.event.requestId) return;
    switch (report.kind) {
      case 'ready':
        ready = true;
        initTimer.cancel();
        initialised.resolve(undefined);
        if (current === undefined) freezeSoon();
        else deliver(current.event);
        return;
      case 'loaded':
        return options.onLoaded?.(report.files);
      case 'init-error':
        return finish(failed(errorOf(body?.value)), 'end');
      case 'response':
        return finish({ payload: body?.value }, 'still');
      case 'response-too-large':
        return finish(failed(responseTooLarge()), 'still');
      case 'error':
        return finish(failed(errorOf(body?.value)), report.exiting ? 'end' : 'still');
      default:
        report satisfies never;
    }
  }

  return {
    get alive() {
      return alive;
    },
    initialised: initialised.promise,
    async invoke(event) {
      return new Promise<Answer>((resolve) => {
        logRequestId = event.requestId;
        current = { event, resolve };
        if (!alive) finish(failed(exited(event.requestId, null, null)), 'end');
        else if (ready) deliver(event);
      });
    },
    async end() {
      alive = false;
      freezing?.cancel();
      sandbox.kill();
      await ended;
    },
  };
}

function failed(payload: FunctionErrorBody): Answer {
  return { functionError: 'Unhandled', payload };
}

function parsed(body: string): { readonly isJson: boolean; readonly value?: unknown } {
  try {
    return { isJson: true, value: JSON.parse(body) as unknown };
  } catch {
    return { isJson: false };
  }
}

function errorOf(value: unknown): FunctionErrorBody {
  const { errorType, errorMessage, ...more } = Object(value) as Partial<FunctionErrorBody>;
  return { ...more, errorType: String(errorType), errorMessage: String(errorMessage) };
}
