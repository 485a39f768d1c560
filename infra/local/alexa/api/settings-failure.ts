import type { ApiAnswer } from './endpoint.ts';

/** An error of the profiles and of the device settings, which are one service: `{ code, message }`. */
export function settingsError(status: number, code: string, message: string): ApiAnswer {
  return { status, body: { code, message } };
}

/** The error of that status: 204, 401, 403 and 429 are documented, and anything unexpected. */
export function settingsFailure(status: number): ApiAnswer {
  switch (status) {
    case 204:
      return { status };
    case 401:
      return settingsError(status, 'INVALID_TOKEN', 'The authentication token is missing, malformed or expired');
    case 403:
      return settingsError(status, 'ACCESS_DENIED', 'Access denied with reason: ACCESS_NOT_REQUESTED');
    case 429:
      return settingsError(status, 'THROTTLED', 'Too many requests');
    default:
      return settingsError(status, 'UNKNOWN_ERROR', 'The request failed');
  }
}
