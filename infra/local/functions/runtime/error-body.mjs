/** An error as Lambda's Node.js runtime reports it (AWS Lambda developer guide, nodejs-exceptions). */
export function errorBody(error) {
  if (error instanceof Error) {
    return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

/** An error of the runtime itself, such as Runtime.HandlerNotFound; its trace is that of its cause, where there is one. */
export function runtimeError(name, message, cause) {
  const error = Object.assign(new Error(message, { cause }), { name });
  if (cause instanceof Error) error.stack = `${name}: ${message}\n${cause.stack}`;
  return error;
}
