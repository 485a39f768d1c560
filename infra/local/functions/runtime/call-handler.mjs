import { runtimeError } from './error-body.mjs';

let whenIdle;
process.on('beforeExit', () => whenIdle?.());

/**
 * Calls the handler and waits for what it makes of the event. When nothing is left that could ever settle its promise, that is an
 * error, as nodejs24.x has it. Older runtimes take a callback too, and by default wait until nothing is left to be done
 * (AWS Lambda developer guide, nodejs-handler).
 */
export async function callHandler(handler, event, context, takesCallbacks) {
  try {
    return await new Promise((resolve, reject) => {
      whenIdle = () =>
        reject(runtimeError('Runtime.NodeJsExit', 'the handler waits for a promise that nothing is left to settle'));
      if (takesCallbacks) withCallback(handler, event, context, { resolve, reject });
      else Promise.resolve(handler(event, context)).then(resolve, reject);
    });
  } finally {
    whenIdle = undefined;
  }
}

function withCallback(handler, event, context, { resolve, reject }) {
  const settle = (error, result) => (error === undefined || error === null ? resolve(result) : reject(error));
  const callback = (error, result) => {
    if (context.callbackWaitsForEmptyEventLoop === false) settle(error, result);
    else whenIdle = () => settle(error, result);
  };
  Object.assign(context, {
    callbackWaitsForEmptyEventLoop: true,
    done: settle,
    succeed: resolve,
    fail: (error) => reject(error ?? 'null'),
  });
  // Neither a promise nor a call back: null, once nothing is left to be done.
  const idleAnswer = () => resolve(null);
  whenIdle = idleAnswer;
  const returned = handler(event, context, callback);
  if (typeof returned?.then === 'function') returned.then(resolve, reject);
}
