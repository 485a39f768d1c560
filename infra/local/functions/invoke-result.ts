/** The function ran, or was tried: what Invoke answers with status 200 (AWS Lambda API reference, Invoke). */
export interface Invoked {
  readonly statusCode: 200;
  /** What the handler returned, or the error `{ errorType, errorMessage, trace? }` when `functionError` is set. */
  readonly payload: unknown;
  readonly functionError?: 'Unhandled' | 'Handled';
  /** From the call to its answer, cold start included. */
  readonly milliseconds: number;
  readonly coldStart: boolean;
}

/** The function was not reached; the error is one of the Lambda API. */
export interface NotInvoked {
  readonly statusCode: 400 | 404 | 413 | 429 | 500;
  readonly errorType:
    | 'InvalidRequestContentException'
    | 'ResourceNotFoundException'
    | 'RequestTooLargeException'
    | 'TooManyRequestsException'
    | 'ServiceException';
  readonly message: string;
}

export type InvokeResult = Invoked | NotInvoked;

/** The body of a function error, as runtimes report it (AWS Lambda developer guide, nodejs-exceptions). */
export interface FunctionErrorBody {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}
