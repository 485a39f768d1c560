/**
 * Every error that this project raises on purpose, by code. README lists them; a test holds the two together.
 * What is expected (busy, no route, a forged id) is returned, not thrown.
 */
export const errorCodes = {
  'environment-invalid': 'A setting of the function is missing or not what it should be; the message names it.',
  'store-unavailable': 'DynamoDB did not answer in time, or refused. The call is routed without the context.',
  'invitation-failed': 'No adviser could be told that a caller waits. The call goes to the next attempt.',
  'meeting-unavailable': 'The meeting could not be opened. The call goes to the next attempt.',
  'table-invalid': 'A routing table file breaks its schema or names something that does not exist.',
  'table-too-large':
    'A compiled routing table, or the files it was made from, is more than a function can load in time.',
  'table-format-unknown':
    'A stored routing table was written by a newer release. The last one that can be read is kept.',
  'record-corrupt': 'A stored item is not what the contract says. It is treated as if it were missing.',
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** An error with a stable code, for which somebody knows what to do. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function hasCode(error: unknown, code: ErrorCode): error is BridgeError {
  return error instanceof BridgeError && error.code === code;
}
