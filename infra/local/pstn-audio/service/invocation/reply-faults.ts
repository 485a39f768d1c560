import { maximumActions, maximumTransactionAttributesBytes } from '../../../../../shared/contracts/sma-response.ts';

/** A reply that is wrong as a whole: INVALID_LAMBDA_RESPONSE tells the function so. */
export interface ReplyFault {
  readonly kind: 'invalid';
  readonly errorType: string;
  readonly errorMessage: string;
}

/**
 * Every way in which a reply can be wrong as a whole. What they are is documented (Amazon Chime SDK developer guide,
 * unexpected-hangups, invoke-on-call-leg, attribute-trans-invalid). SchemaVersionMismatch was seen from AWS and
 * TransactionAttributesInvalidMapSize stands in the guide with its message; the other names and messages are ours, for no page
 * tells them.
 */
const faults = {
  /** null, undefined or blank text, for which at least the SchemaVersion is missing. */
  nullOrBlank: { errorType: 'NullOrBlankResponse', message: () => 'The response is null or blank.' },
  /** Also what an API Gateway style wrapper {statusCode, body} got, as was seen of AWS. */
  schemaVersion: {
    errorType: 'SchemaVersionMismatch',
    message: () => 'The schema version of the response does not match that of the request, which is "1.0".',
  },
  actionsUnreadable: {
    errorType: 'InvalidActions',
    message: () => 'Actions must be an array of objects with Type and Parameters.',
  },
  tooManyActions: {
    errorType: 'TooManyActions',
    message: () => `Actions must not have more than ${maximumActions} members.`,
  },
  unsupportedAction: {
    errorType: 'UnsupportedAction',
    message: (type: string) => `The action "${type}" is not supported.`,
  },
  /** Only in the reply to a new inbound call. */
  noActions: {
    errorType: 'EmptyActionList',
    message: () => 'The response to a new inbound call must have at least one action.',
  },
  attributesUnreadable: {
    errorType: 'InvalidTransactionAttributes',
    message: () => 'TransactionAttributes must be a map.',
  },
  tooManyAttributes: {
    errorType: 'TransactionAttributesInvalidMapSize',
    message: (maximum: string) =>
      `Transaction Attributes has too many mappings. Maximum number of mappings is ${maximum}`,
  },
  attributesTooLarge: {
    errorType: 'TransactionAttributesInvalidSize',
    message: () => `TransactionAttributes must not have more than ${maximumTransactionAttributesBytes} bytes.`,
  },
} as const satisfies Record<string, { errorType: string; message: (detail: string) => string }>;

export function replyFault(fault: keyof typeof faults, detail = ''): ReplyFault {
  const { errorType, message } = faults[fault];
  return { kind: 'invalid', errorType, errorMessage: message(detail) };
}
