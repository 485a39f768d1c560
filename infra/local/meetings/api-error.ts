/** The errors of the Chime SDK Meetings API: HTTP status, and the Code of the body where it differs from the type's name. */
const errors = {
  BadRequestException: { status: 400, code: 'BadRequest' },
  UnauthorizedException: { status: 401, code: 'Unauthorized' },
  ForbiddenException: { status: 403, code: 'Forbidden' },
  NotFoundException: { status: 404, code: 'NotFound' },
  ConflictException: { status: 409, code: 'Conflict' },
  UnprocessableEntityException: { status: 422, code: 'Unprocessable' },
  LimitExceededException: { status: 400, code: 'ResourceLimitExceeded' },
  ThrottlingException: { status: 429, code: 'Throttling' },
  ServiceFailureException: { status: 500, code: 'ServiceFailure' },
  ServiceUnavailableException: { status: 503, code: 'ServiceUnavailable' },
  // Not AWS's: what AWS does and this service does not.
  NotServedLocally: { status: 501, code: 'NotServedLocally' },
} as const;

export type ApiErrorType = keyof typeof errors;

/** What an operation answers. */
export type Answer =
  | { readonly kind: 'done'; readonly status: 200 | 204; readonly body?: object }
  | { readonly kind: 'error'; readonly type: ApiErrorType; readonly message: string };

export function done(body: object): Answer {
  return { kind: 'done', status: 200, body };
}

export const noContent: Answer = { kind: 'done', status: 204 };

/** @param message what is wrong and what to do; never repeats what the caller sent. */
export function refused(type: ApiErrorType, message: string): Answer {
  return { kind: 'error', type, message };
}

/** Status and Code by which an error travels. */
export function errorOnTheWire(type: ApiErrorType): { readonly status: number; readonly code: string } {
  return errors[type];
}
