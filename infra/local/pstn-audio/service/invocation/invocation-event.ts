import type { InvocationEventType } from '../../../../../shared/contracts/sma-event.ts';
import { smaSchemaVersion } from '../../../../../shared/contracts/sma-response.ts';
import type { Behavior } from '../../config/behavior.ts';
import type { ActionResult } from '../action-result.ts';
import { inOrder, participant, type Leg } from '../legs/leg.ts';
import type { KeptAttributes } from './read-attributes.ts';

/** The application that a transaction belongs to. */
export interface ApplicationIdentity {
  readonly awsAccountId: string;
  readonly awsRegion: string;
  /** A call that was placed has come by no rule. */
  readonly sipRuleId: string | undefined;
  readonly sipMediaApplicationId: string;
}

type Arguments = Readonly<Record<string, string>>;

/** What a call begins with. */
export type Opening =
  | { readonly type: 'NEW_INBOUND_CALL' }
  | { readonly type: 'NEW_OUTBOUND_CALL'; readonly arguments: Arguments | undefined };

/** What happened, before the envelope is put around it. */
export type Happening =
  | Opening
  | { readonly type: 'RINGING' | 'CALL_ANSWERED' }
  | {
      readonly type: 'ACTION_SUCCESSFUL' | 'ACTION_FAILED' | 'ACTION_INTERRUPTED';
      readonly actionType: string;
      readonly result: ActionResult;
    }
  | { readonly type: 'DIGITS_RECEIVED'; readonly parameters: ActionResult['parameters']; readonly digits: string }
  | { readonly type: 'CALL_UPDATE_REQUESTED'; readonly arguments: Arguments }
  | { readonly type: 'HANGUP'; readonly leg: Leg; readonly sipResponseCode: number }
  | {
      readonly type: 'INVALID_LAMBDA_RESPONSE';
      readonly errorType: string;
      readonly errorMessage: string;
      /** The event whose reply was wrong. */
      readonly answered: InvocationEventType;
    };

/** Told for information: the actions of the reply are passed over (use-create-call-api, update-sip-call). */
export function isForInformation(type: InvocationEventType): boolean {
  return type === 'NEW_OUTBOUND_CALL' || type === 'RINGING' || type === 'ACTION_INTERRUPTED';
}

export interface EventContext {
  readonly sequence: number;
  readonly transactionId: string;
  readonly attributes: KeptAttributes | undefined;
  readonly application: ApplicationIdentity;
  readonly legs: readonly Leg[];
  readonly behavior: Behavior;
}

/** The event as the function gets it: field order and what is left out as real calls show (Status, ActionData, attributes). */
export function invocationEvent(happening: Happening, context: EventContext): object {
  const { sequence, transactionId, attributes, application, legs, behavior } = context;
  const actionData = actionDataOf(happening);
  const isBeingCalled = legs.some(
    ({ description, unanswered }) => description.direction === 'Outbound' && unanswered === true,
  );
  const withStatus = behavior.StatusInFirstEvent || (hasStatus(happening) && !isBeingCalled);
  return {
    SchemaVersion: smaSchemaVersion,
    Sequence: sequence,
    InvocationEventType: happening.type,
    ...(actionData === undefined ? {} : { ActionData: actionData }),
    CallDetails: {
      TransactionId: transactionId,
      ...(attributes === undefined ? {} : { TransactionAttributes: attributes }),
      AwsAccountId: application.awsAccountId,
      AwsRegion: application.awsRegion,
      ...(application.sipRuleId === undefined ? {} : { SipRuleId: application.sipRuleId }),
      SipMediaApplicationId: application.sipMediaApplicationId,
      Participants: inOrder(legs, behavior.ParticipantOrder).map((leg) => participant(leg, withStatus)),
    },
    ...(happening.type === 'INVALID_LAMBDA_RESPONSE'
      ? { ErrorType: happening.errorType, ErrorMessage: happening.errorMessage }
      : {}),
  };
}

/**
 * While the first leg is new there is no Status: no log of NEW_INBOUND_CALL or NEW_OUTBOUND_CALL has one, nor have the samples of
 * RINGING (use-create-call-api) and of a wrong reply to a new call (attribute-trans-invalid). An update while the far end rings is
 * taken to be like RINGING.
 */
function hasStatus(happening: Happening): boolean {
  const type = happening.type === 'INVALID_LAMBDA_RESPONSE' ? happening.answered : happening.type;
  return type !== 'NEW_INBOUND_CALL' && type !== 'NEW_OUTBOUND_CALL' && type !== 'RINGING';
}

function actionDataOf(happening: Happening): object | undefined {
  switch (happening.type) {
    case 'NEW_OUTBOUND_CALL':
      // Without an ArgumentsMap there is no ActionData, as was seen of AWS.
      return happening.arguments === undefined ? undefined : argumentsData('CallCreateRequest', happening.arguments);
    case 'CALL_UPDATE_REQUESTED':
      return argumentsData('CallUpdateRequest', happening.arguments);
    case 'ACTION_SUCCESSFUL':
    case 'ACTION_FAILED':
    case 'ACTION_INTERRUPTED': {
      const { actionType, result, type } = happening;
      const failed = result.kind === 'failed' && type === 'ACTION_FAILED';
      const error = failed ? { ErrorType: result.errorType, ErrorMessage: result.errorMessage } : {};
      return { Type: actionType, Parameters: result.parameters, ...result.outcome, ...error };
    }
    case 'DIGITS_RECEIVED':
      return { Type: 'ReceiveDigits', Parameters: happening.parameters, ReceivedDigits: happening.digits };
    case 'HANGUP': {
      const { callId, tag } = happening.leg.description;
      return {
        Type: 'Hangup',
        Parameters: { SipResponseCode: happening.sipResponseCode, CallId: callId, ParticipantTag: tag },
      };
    }
    case 'NEW_INBOUND_CALL':
    case 'RINGING':
    case 'CALL_ANSWERED':
    case 'INVALID_LAMBDA_RESPONSE':
      return undefined;
  }
}

/** The leg that an event tells of: the CallId in its ActionData. */
export function callIdIn(happening: Happening): string | undefined {
  switch (happening.type) {
    case 'ACTION_SUCCESSFUL':
    case 'ACTION_FAILED':
    case 'ACTION_INTERRUPTED':
      return textOrNone(happening.result.parameters['CallId']);
    case 'DIGITS_RECEIVED':
      return textOrNone(happening.parameters['CallId']);
    case 'HANGUP':
      return happening.leg.description.callId;
    case 'NEW_INBOUND_CALL':
    case 'NEW_OUTBOUND_CALL':
    case 'RINGING':
    case 'CALL_ANSWERED':
    case 'CALL_UPDATE_REQUESTED':
    case 'INVALID_LAMBDA_RESPONSE':
      return undefined;
  }
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function argumentsData(type: string, given: Arguments): object {
  return { Type: type, Parameters: { Arguments: given } };
}
