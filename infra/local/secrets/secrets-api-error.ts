/** The errors of the Secrets Manager API that are served here, with their HTTP status ("Common Errors", "GetSecretValue"). */
const errors = {
  AccessDeniedException: 400,
  DecryptionFailure: 400,
  InternalServiceError: 500,
  InvalidParameterException: 400,
  InvalidRequestException: 400,
  MissingAuthenticationTokenException: 400,
  ResourceNotFoundException: 400,
  ThrottlingException: 400,
  UnknownOperationException: 400,
  // Not AWS's: what AWS does and this service does not.
  NotServedLocally: 501,
} as const;

export type SecretsApiErrorType = keyof typeof errors;

/** What an operation answers. */
export interface SecretsAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** @param message what is wrong and what to do; never repeats a secret. */
export function refused(type: SecretsApiErrorType, message: string): SecretsAnswer {
  return { status: errors[type], body: { __type: type, Message: message } };
}
