// What runs inside an execution environment: loads the handler, then answers one event after the other.
// Arguments: the file that is the handler's module, or nothing when it is to be found by its ending; `tell-files` when the host
// wants to know which files were loaded.
import { callHandler } from './call-handler.mjs';
import { errorBody, runtimeError } from './error-body.mjs';
import { nextEvent, tellHost } from './host-channel.mjs';
import { loadHandler } from './load-handler.mjs';

const env = process.env;
const takesCallbacks = Number(/nodejs(\d+)/u.exec(env.AWS_EXECUTION_ENV)?.[1]) < 24;
const writers = [process.stdout, process.stderr].map((stream) => {
  // A function that closes its own output loses its log, not its answer.
  stream.on('error', () => undefined);
  return stream.write.bind(stream);
});
// The function may replace it, as fake clocks do.
const soon = setImmediate;
let current;
let tellFiles = () => undefined;

process.on('uncaughtException', (error) => fail(error, 129));
process.on('unhandledRejection', (reason) =>
  fail(runtimeError('Runtime.UnhandledPromiseRejection', String(reason), reason), 128),
);

const [, , file, wish] = process.argv;
if (wish === 'tell-files') {
  const { noteFiles } = await import('./note-files.mjs');
  tellFiles = noteFiles(env.LAMBDA_TASK_ROOT);
  // A module may end the process itself, for want of a variable for instance.
  process.once('exit', () => tellFiles());
}

try {
  const handler = await loadHandler(env.LAMBDA_TASK_ROOT, env._HANDLER, { file: file || undefined, takesCallbacks });
  tellFiles();
  tellHost({ kind: 'ready' });
  for (let event = nextEvent(); event !== undefined; event = nextEvent()) await answer(handler, event);
  process.exit(0);
} catch (error) {
  fail(error, 1);
}

async function answer(handler, event) {
  const { requestId, traceId, payload } = event;
  current = requestId;
  env._X_AMZN_TRACE_ID = traceId;
  // One turn for what stood still: timers that fell due, sockets that were written to.
  await new Promise((resolve) => soon(resolve));
  let head = { kind: 'response', requestId };
  let body;
  try {
    body = stringify(await callHandler(handler, JSON.parse(payload), contextOf(event), takesCallbacks));
  } catch (error) {
    head = { kind: 'error', requestId };
    body = JSON.stringify(errorBody(error));
  }
  current = undefined;
  await endLog(requestId);
  tellHost(head, body);
}

/** Reports what ends this process: as the invocation's error, or as the init error when none has begun. */
function fail(error, exitCode) {
  const requestId = current;
  current = undefined;
  try {
    if (requestId === undefined) {
      tellFiles(error);
      tellHost({ kind: 'init-error' }, JSON.stringify(errorBody(error)));
    } else {
      void endLog(requestId);
      tellHost({ kind: 'error', requestId, exiting: true }, JSON.stringify(errorBody(error)));
    }
  } finally {
    process.exit(exitCode);
  }
}

/** Tells the host that all lines of an invocation are out: a record separator and the request id, on both streams. */
async function endLog(requestId) {
  // Where pipes are written in the background, the lines must be out before this thread stands still.
  await Promise.all(writers.map((write) => new Promise((done) => write(`\u001E${requestId}\n`, done))));
}

function stringify(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch (error) {
    throw runtimeError('Runtime.JSONStringifyError', 'Unable to stringify response body', error);
  }
}

/** AWS Lambda developer guide, nodejs-context. */
function contextOf({ requestId, functionArn, deadline }) {
  return {
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: functionArn,
    awsRequestId: requestId,
    getRemainingTimeInMillis: () => Math.max(deadline - Date.now(), 0),
  };
}
