import type { Duplex } from 'node:stream';
import { encodeFrame, frameReader, type Frame } from './frames.ts';

/** One event on its way to a runtime. */
export interface RuntimeEvent {
  readonly requestId: string;
  /** JSON. */
  readonly payload: string;
  readonly functionArn: string;
  readonly traceId: string;
  /** When its time is up, in milliseconds since 1970. */
  readonly deadline: number;
}

/** What a runtime reports; bodies are JSON as the runtime sent them. */
export type RuntimeReport =
  /** The handler is loaded: the init phase is over. */
  | { readonly kind: 'ready' }
  /** Something else than a runtime has written to its pipe. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'init-error'; readonly body: string }
  /** Only when it was asked for, before the two above: the files outside of the task root that were loaded, or not found. */
  | { readonly kind: 'loaded'; readonly files: readonly string[] }
  | { readonly kind: 'response'; readonly requestId: string; readonly body: string }
  | { readonly kind: 'response-too-large'; readonly requestId: string }
  /** `exiting`: the process ends by itself and cannot be used again. */
  | { readonly kind: 'error'; readonly requestId: string; readonly body: string; readonly exiting: boolean };

export interface RuntimeChannel {
  /** Hands over one event: only when the runtime is ready, and one at a time. */
  deliver(event: RuntimeEvent): void;
}

/**
 * Talks to the runtime of one execution environment over a pipe. What AWS's runtimes do over HTTP (AWS Lambda developer guide,
 * runtimes-api), at a fraction of its cost; no function sees the difference but by AWS_LAMBDA_RUNTIME_API, which is missing.
 */
export function openRuntimeChannel(pipe: Duplex, report: (what: RuntimeReport) => void): RuntimeChannel {
  pipe.on(
    'data',
    frameReader(
      (frame) => {
        const what = reportOf(frame);
        if (what !== undefined) report(what);
      },
      () => report({ kind: 'broken' }),
    ),
  );
  // The process has gone: its end is told by the system.
  pipe.on('error', () => undefined);
  return {
    deliver({ payload, ...head }) {
      pipe.write(encodeFrame(head, payload));
    },
  };
}

/** Stands for an error report that is longer than any response may be. */
const oversizedError = JSON.stringify({
  errorType: 'Unhandled',
  errorMessage: 'the error that the runtime reported is too large to be passed on',
});

function reportOf({ head, body }: Frame): RuntimeReport | undefined {
  const { kind, requestId, exiting, files } = head;
  if (kind === 'ready') return { kind };
  if (kind === 'loaded') return { kind, files: Array.isArray(files) ? files.map(String) : [] };
  if (kind === 'init-error') return { kind, body: body ?? oversizedError };
  if (typeof requestId !== 'string') return undefined;
  if (kind === 'error') return { kind, requestId, body: body ?? oversizedError, exiting: exiting === true };
  return body === undefined ? { kind: 'response-too-large', requestId } : { kind: 'response', requestId, body };
}
