import { maximumRequestBytes } from './limits.ts';
import type { NotInvoked } from './invoke-result.ts';

/** The errors of Invoke that come before any function runs (AWS Lambda API reference, Invoke, Errors). */

export function notFound(functionArn: string): NotInvoked {
  return { statusCode: 404, errorType: 'ResourceNotFoundException', message: `Function not found: ${functionArn}` };
}

export function notJson(problem: string): NotInvoked {
  return {
    statusCode: 400,
    errorType: 'InvalidRequestContentException',
    message: `Could not parse request body into json: ${problem}`,
  };
}

export function requestTooLarge(): NotInvoked {
  return {
    statusCode: 413,
    errorType: 'RequestTooLargeException',
    message: `Request must be smaller than ${maximumRequestBytes} bytes for the InvokeFunction operation`,
  };
}

export function throttled(): NotInvoked {
  return { statusCode: 429, errorType: 'TooManyRequestsException', message: 'Rate Exceeded.' };
}

export function serviceClosed(): NotInvoked {
  return { statusCode: 500, errorType: 'ServiceException', message: 'the local functions host is closed' };
}
