import { maximumResponseBytes } from './limits.ts';
import type { FunctionErrorBody } from './invoke-result.ts';

/** The service's own function errors, worded as Lambda words them (AWS Lambda developer guide, troubleshooting-invocation). */

/** @param at the moment the time was up, in milliseconds since 1970. */
export function timedOut(at: number, requestId: string, seconds: number): FunctionErrorBody {
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: `${new Date(at).toISOString()} ${requestId} Task timed out after ${seconds.toFixed(2)} seconds`,
  };
}

/** The process ended before it answered: by itself with an exit code, or by a signal. */
export function exited(requestId: string, exitCode: number | null, signal: string | null): FunctionErrorBody {
  const reason =
    signal !== null
      ? `Runtime exited with error: signal: ${signal}`
      : exitCode === 0
        ? 'Runtime exited without providing a reason'
        : `Runtime exited with error: exit status ${exitCode ?? 'unknown'}`;
  return { errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId} Error: ${reason}` };
}

/** Code of the function has written to the pipe of its runtime. The wording is ours. */
export function brokenChannel(requestId: string): FunctionErrorBody {
  const reason = 'what the runtime reported could not be understood; does the function write to file descriptor 3?';
  return { errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId} Error: ${reason}` };
}

export function responseTooLarge(): FunctionErrorBody {
  return {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size exceeded maximum allowed payload size (${maximumResponseBytes} bytes).`,
  };
}

/** What {@link FunctionsHost.failNext} puts in place of the handler's answer. */
export function injectedFault(): FunctionErrorBody {
  return {
    errorType: 'Error',
    errorMessage: 'injected fault: the local cloud was told to fail this invocation',
    trace: [],
  };
}
