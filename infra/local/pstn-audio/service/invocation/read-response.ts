import * as z from 'zod';
import {
  maximumActions,
  maximumTransactionAttributes,
  smaSchemaVersion,
} from '../../../../../shared/contracts/sma-response.ts';
import { smaActionTypes, type SmaActionType } from '../../../../../shared/contracts/sma-action-types.ts';
import { transactionAttributesSchema, type TransactionAttributes } from '../../../../../shared/contracts/sma-event.ts';

/** An action as the function wrote it: its parameters are looked at when it runs. */
export interface RequestedAction {
  readonly Type: SmaActionType;
  readonly Parameters: Readonly<Record<string, unknown>>;
}

/** What a function's answer asks for. */
export type ResponseReading =
  | {
      readonly kind: 'valid';
      /** Undefined: the actions at hand are kept. Empty: no more actions, and the call goes on. */
      readonly actions: readonly RequestedAction[] | undefined;
      /** Undefined: the attributes at hand are kept. Empty: they are cleared. */
      readonly attributes: TransactionAttributes | undefined;
    }
  | { readonly kind: 'invalid'; readonly errorType: string; readonly errorMessage: string };

const supportedTypes: readonly string[] = smaActionTypes;

const envelopeSchema = z.looseObject({
  SchemaVersion: z.unknown().optional(),
  Actions: z.unknown().optional(),
  TransactionAttributes: z.unknown().optional(),
});
const actionsSchema = z.array(
  z.looseObject({ Type: z.string(), Parameters: z.record(z.string(), z.unknown()).nullish() }),
);

/**
 * Reads a function's answer as PSTN Audio does: what is wrong with the whole of it is told by
 * INVALID_LAMBDA_RESPONSE, what is wrong with one action's parameters by ACTION_FAILED when it runs.
 * `SchemaVersionMismatch` and `TransactionAttributesInvalidMapSize` were seen from AWS; the other names are ours.
 */
export function readResponse(payload: unknown): ResponseReading {
  const envelope = envelopeSchema.safeParse(payload);
  // An API Gateway style wrapper has no SchemaVersion, and was answered with a mismatch.
  if (!envelope.success || envelope.data.SchemaVersion !== smaSchemaVersion) {
    return invalid('SchemaVersionMismatch', `SchemaVersion must be "${smaSchemaVersion}".`);
  }
  const attributes = readAttributes(envelope.data.TransactionAttributes);
  if (attributes.kind === 'invalid') return attributes;
  const actions = readActions(envelope.data.Actions);
  if (actions.kind === 'invalid') return actions;
  return { kind: 'valid', actions: actions.value, attributes: attributes.value };
}

type Part<Value> =
  { readonly kind: 'read'; readonly value: Value | undefined } | Extract<ResponseReading, { kind: 'invalid' }>;

function readAttributes(value: unknown): Part<TransactionAttributes> {
  if (value === undefined || value === null) return { kind: 'read', value: undefined };
  const read = transactionAttributesSchema.safeParse(value);
  if (!read.success)
    return invalid('InvalidTransactionAttributes', 'TransactionAttributes must be a map of text to text.');
  if (Object.keys(read.data).length > maximumTransactionAttributes) {
    return invalid(
      'TransactionAttributesInvalidMapSize',
      `Transaction Attributes has too many mappings. Maximum number of mappings is ${maximumTransactionAttributes}.`,
    );
  }
  return { kind: 'read', value: read.data };
}

function readActions(value: unknown): Part<readonly RequestedAction[]> {
  if (value === undefined || value === null) return { kind: 'read', value: undefined };
  const read = actionsSchema.safeParse(value);
  if (!read.success) return invalid('InvalidActions', 'Actions must be an array of objects with Type and Parameters.');
  if (read.data.length > maximumActions)
    return invalid('TooManyActions', `Actions must not have more than ${maximumActions} members.`);
  const unknown = read.data.find(({ Type }) => !supportedTypes.includes(Type));
  if (unknown !== undefined) return invalid('UnsupportedAction', `The action "${unknown.Type}" is not supported.`);
  return {
    kind: 'read',
    value: read.data.map(({ Type, Parameters }) => ({ Type: Type as SmaActionType, Parameters: Parameters ?? {} })),
  };
}

function invalid(errorType: string, errorMessage: string): Extract<ResponseReading, { kind: 'invalid' }> {
  return { kind: 'invalid', errorType, errorMessage };
}
