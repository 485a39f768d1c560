// What runs inside an execution environment: loads the handler, then answers one event after the other.
// When the host is gone the Runtime API breaks, the loop rejects, and this process ends with it.
import { errorBody, runtimeError } from './error-body.mjs';
import { loadHandler } from './load-handler.mjs';
import { runtimeClient } from './runtime-client.mjs';

const env = process.env;
const client = runtimeClient(env.AWS_LAMBDA_RUNTIME_API);
const writers = [process.stdout, process.stderr].map((stream) => stream.write.bind(stream));
let current;

process.on('uncaughtException', (error) => void fail(error, 129));
process.on(
  'unhandledRejection',
  (reason) => void fail(runtimeError('Runtime.UnhandledPromiseRejection', String(reason), reason), 128),
);

try {
  const handler = await loadHandler(env.LAMBDA_TASK_ROOT, env._HANDLER);
  for (;;) await answer(handler, await client.next());
} catch (error) {
  await fail(error, 1);
}

async function answer(handler, { headers, body }) {
  const requestId = headers['lambda-runtime-aws-request-id'];
  current = requestId;
  env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
  let post;
  try {
    const result = stringify(await handler(JSON.parse(body), contextOf(headers)));
    post = async () => client.response(requestId, result);
  } catch (error) {
    post = async () => client.error(requestId, errorBody(error), false);
  }
  current = undefined;
  endLog(requestId);
  await post();
}

/** Reports what ends this process: as the invocation's error, or as the init error when none has begun. */
async function fail(error, exitCode) {
  const requestId = current;
  current = undefined;
  try {
    if (requestId === undefined) {
      await client.initError(errorBody(error));
    } else {
      endLog(requestId);
      await client.error(requestId, errorBody(error), true);
    }
  } finally {
    process.exit(exitCode);
  }
}

/** Tells the host that all lines of an invocation are out: a record separator and the request id, on both streams. */
function endLog(requestId) {
  for (const write of writers) write(`\u001E${requestId}\n`);
}

function stringify(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch (error) {
    throw runtimeError('Runtime.JSONStringifyError', 'Unable to stringify response body', error);
  }
}

/** AWS Lambda developer guide, nodejs-context. */
function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    getRemainingTimeInMillis: () => Math.max(deadline - Date.now(), 0),
  };
}
