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

/**
 * The first of callback, succeed, fail, done and the promise counts, as in AWS's runtime: an async handler that has called back
 * resolves with nothing a moment later, and that must not take the place of its answer.
 */
function withCallback(handler, event, context, { resolve, reject }) {
  let isAnswered = false;
  const first =
    (answer) =>
    (...results) => {
      if (isAnswered) return;
      isAnswered = true;
      answer(...results);
    };
  const settle = (error, result) => (error === undefined || error === null ? resolve(result) : reject(error));
  const succeed = first(resolve);
  const fail = first((error) => reject(error ?? 'handled'));
  Object.assign(context, { callbackWaitsForEmptyEventLoop: true, done: first(settle), succeed, fail });
  const callback = first((error, result) => {
    const isFailure = error !== undefined && error !== null;
    if (isFailure || context.callbackWaitsForEmptyEventLoop === false) settle(error, result);
    else whenIdle = () => settle(error, result);
  });
  // Neither a promise nor a call back: null, once nothing is left to be done.
  whenIdle = () => resolve(null);
  const returned = handler(event, context, callback);
  if (typeof returned?.then === 'function') returned.then(succeed, fail);
}
