/** Errors of a whole request (Amazon EventBridge API reference, PutEvents and common errors): HTTP status. */
const statuses = {
  ThrottlingException: 400,
  ValidationException: 400,
  SerializationException: 400,
  MissingAuthenticationTokenException: 400,
  UnknownOperationException: 400,
  InternalException: 500,
} as const;

export type ServiceErrorType = keyof typeof statuses;

export interface ServiceError {
  readonly type: ServiceErrorType;
  readonly message: string;
}

export function statusOf({ type }: ServiceError): number {
  return statuses[type];
}
