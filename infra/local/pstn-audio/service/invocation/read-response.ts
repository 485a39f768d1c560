import * as z from 'zod';
import { maximumActions, smaSchemaVersion } from '../../../../../shared/contracts/sma-response.ts';
import { smaActionTypes, type SmaActionType } from '../../../../../shared/contracts/sma-action-types.ts';
import { defaultAttributeRules, readAttributes, type AttributeRules, type KeptAttributes } from './read-attributes.ts';
import { replyFault, type ReplyFault } from './reply-faults.ts';

/** An action as the function wrote it: its parameters are looked at when it runs. */
export interface RequestedAction {
  readonly Type: SmaActionType;
  readonly Parameters: Readonly<Record<string, unknown>>;
}

/** What a function's answer asks for. */
export type ResponseReading =
  | {
      readonly kind: 'valid';
      /** Undefined: the actions at hand are kept. Empty: nothing is asked for, and the call goes on. */
      readonly actions: readonly RequestedAction[] | undefined;
      /** The transaction's attributes from now on; undefined: none. */
      readonly attributes: KeptAttributes | undefined;
    }
  | ReplyFault;

export interface ResponseRules extends AttributeRules {
  /** Without an action nobody would ever answer: it is a new inbound call. */
  readonly mustAct: boolean;
  /** Nothing can be wrong with the reply: attributes are taken if they can be read, and all else is passed over (our choice). */
  readonly isForInformation: boolean;
}

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
 * A reply that is null is wrong; one whose Actions are null keeps the actions at hand (invoke-on-call-leg).
 */
export function readResponse(
  payload: unknown,
  rules: ResponseRules = { ...defaultAttributeRules, mustAct: false, isForInformation: false },
): ResponseReading {
  if (rules.isForInformation) return readInformed(payload, rules);
  if (payload === undefined || payload === null || (typeof payload === 'string' && payload.trim() === ''))
    return replyFault('nullOrBlank');
  const envelope = envelopeSchema.safeParse(payload);
  if (!envelope.success || envelope.data.SchemaVersion !== smaSchemaVersion) return replyFault('schemaVersion');
  const actions = readActions(envelope.data.Actions);
  if (actions.kind === 'invalid') return actions;
  if (rules.mustAct && (actions.value ?? []).length === 0) return replyFault('noActions');
  const attributes = readAttributes(envelope.data.TransactionAttributes, rules);
  if (attributes.kind === 'invalid') return attributes;
  return { kind: 'valid', actions: actions.value, attributes: attributes.value };
}

function readInformed(payload: unknown, rules: ResponseRules): ResponseReading {
  const envelope = envelopeSchema.safeParse(payload);
  const given = envelope.success ? envelope.data : {};
  const actions = readActions(given.Actions);
  const attributes = readAttributes(given.TransactionAttributes, rules);
  return {
    kind: 'valid',
    actions: actions.kind === 'read' ? actions.value : undefined,
    attributes: attributes.kind === 'read' ? attributes.value : rules.atHand,
  };
}

function readActions(
  value: unknown,
): { readonly kind: 'read'; readonly value: readonly RequestedAction[] | undefined } | ReplyFault {
  if (value === undefined || value === null) return { kind: 'read', value: undefined };
  const read = actionsSchema.safeParse(value);
  if (!read.success) return replyFault('actionsUnreadable');
  if (read.data.length > maximumActions) return replyFault('tooManyActions');
  const unknown = read.data.find(({ Type }) => !supportedTypes.includes(Type));
  if (unknown !== undefined) return replyFault('unsupportedAction', unknown.Type);
  return {
    kind: 'read',
    value: read.data.map(({ Type, Parameters }) => ({ Type: Type as SmaActionType, Parameters: Parameters ?? {} })),
  };
}
