import type { InvocationEventType, TransactionAttributes } from '../../../../../shared/contracts/sma-event.ts';
import { smaSchemaVersion } from '../../../../../shared/contracts/sma-response.ts';
import type { ActionResult } from '../action-result.ts';
import { participant, type Leg } from '../legs/leg.ts';

/** The application that a transaction belongs to. */
export interface ApplicationIdentity {
  readonly awsAccountId: string;
  readonly awsRegion: string;
  readonly sipRuleId: string | undefined;
  readonly sipMediaApplicationId: string;
}

/** What happened, before the envelope is put around it. */
export type Happening =
  | { readonly type: 'NEW_INBOUND_CALL' }
  | { readonly type: 'ACTION_SUCCESSFUL' | 'ACTION_FAILED'; readonly actionType: string; readonly result: ActionResult }
  | { readonly type: 'DIGITS_RECEIVED'; readonly parameters: ActionResult['parameters']; readonly digits: string }
  | { readonly type: 'HANGUP'; readonly leg: Leg; readonly sipResponseCode: number }
  | { readonly type: 'INVALID_LAMBDA_RESPONSE'; readonly errorType: string; readonly errorMessage: string };

export interface EventContext {
  readonly sequence: number;
  readonly transactionId: string;
  readonly attributes: TransactionAttributes | undefined;
  readonly application: ApplicationIdentity;
  readonly legs: readonly Leg[];
}

/** The event as the function gets it: field order and what is left out as real calls show (Status, ActionData, attributes). */
export function invocationEvent(
  happening: Happening,
  { sequence, transactionId, attributes, application, legs }: EventContext,
): object {
  const type: InvocationEventType = happening.type;
  const actionData = actionDataOf(happening);
  return {
    SchemaVersion: smaSchemaVersion,
    Sequence: sequence,
    InvocationEventType: type,
    ...(actionData === undefined ? {} : { ActionData: actionData }),
    CallDetails: {
      TransactionId: transactionId,
      ...(attributes === undefined ? {} : { TransactionAttributes: attributes }),
      AwsAccountId: application.awsAccountId,
      AwsRegion: application.awsRegion,
      ...(application.sipRuleId === undefined ? {} : { SipRuleId: application.sipRuleId }),
      SipMediaApplicationId: application.sipMediaApplicationId,
      Participants: legs.map((leg) => participant(leg, type !== 'NEW_INBOUND_CALL')),
    },
    ...(happening.type === 'INVALID_LAMBDA_RESPONSE'
      ? { ErrorType: happening.errorType, ErrorMessage: happening.errorMessage }
      : {}),
  };
}

function actionDataOf(happening: Happening): object | undefined {
  switch (happening.type) {
    case 'ACTION_SUCCESSFUL':
    case 'ACTION_FAILED': {
      const { actionType, result } = happening;
      const error = result.kind === 'failed' ? { ErrorType: result.errorType, ErrorMessage: result.errorMessage } : {};
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
    case 'INVALID_LAMBDA_RESPONSE':
      return undefined;
  }
}
