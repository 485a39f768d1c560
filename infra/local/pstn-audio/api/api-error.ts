/** The errors of the Chime SDK Voice API: HTTP status, and the Code of the body. */
const errors = {
  BadRequestException: { status: 400, code: 'BadRequest' },
  UnauthorizedClientException: { status: 401, code: 'Unauthorized' },
  AccessDeniedException: { status: 403, code: 'AccessDenied' },
  ForbiddenException: { status: 403, code: 'Forbidden' },
  NotFoundException: { status: 404, code: 'NotFound' },
  ConflictException: { status: 409, code: 'Conflict' },
  GoneException: { status: 410, code: 'Gone' },
  UnprocessableEntityException: { status: 422, code: 'Unprocessable' },
  ResourceLimitExceededException: { status: 400, code: 'ResourceLimitExceeded' },
  ThrottledClientException: { status: 429, code: 'Throttled' },
  ServiceFailureException: { status: 500, code: 'ServiceFailure' },
  ServiceUnavailableException: { status: 503, code: 'ServiceUnavailable' },
  // Common to all of AWS's services: no operation has such a path, or the path has none by that method.
  UnknownOperationException: { status: 404, code: 'NotFound' },
  MethodNotAllowedException: { status: 405, code: 'BadRequest' },
  // Not AWS's: what AWS does and this service does not.
  NotServedLocally: { status: 501, code: 'NotServedLocally' },
} as const;

export type ApiErrorType = keyof typeof errors;

/** The Code of an error, or of one phone number's error among many (API reference, PhoneNumberError). */
export type ErrorCode =
  (typeof errors)[ApiErrorType]['code'] | 'PhoneNumberAssociationsExist' | 'VoiceConnectorGroupAssociationsExist';

export interface ApiError {
  readonly kind: 'error';
  readonly type: ApiErrorType;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What an operation answers. */
export type Answer =
  { readonly kind: 'done'; readonly status: 200 | 201 | 202 | 204; readonly body?: object } | ApiError;

export function done(body: object): Answer {
  return { kind: 'done', status: 200, body };
}

export function created(body: object): Answer {
  return { kind: 'done', status: 201, body };
}

export function accepted(body: object): Answer {
  return { kind: 'done', status: 202, body };
}

export const noContent: Answer = { kind: 'done', status: 204 };

/**
 * @param message what is wrong and what to do; never repeats numbers, names or texts that the caller sent.
 * @param code where AWS has a finer one than the type's own.
 */
export function refused(type: ApiErrorType, message: string, code: ErrorCode = errors[type].code): ApiError {
  return { kind: 'error', type, code, message };
}

/** The HTTP status by which an error travels. */
export function statusOf(type: ApiErrorType): number {
  return errors[type].status;
}
