import type { DialogState, Intent } from './intent.ts';
import type { Session } from './session.ts';

/** The requests that a skill is sent here (Alexa Skills Kit documentation, request-types-reference). */
interface RequestHead {
  readonly requestId: string;
  /** ISO 8601, whole seconds. */
  readonly timestamp: string;
  readonly locale: string;
}

export interface SessionError {
  readonly type: 'INVALID_RESPONSE' | 'ENDPOINT_TIMEOUT';
  readonly message: string;
}
export type SessionEndReason = 'USER_INITIATED' | 'ERROR' | 'EXCEEDED_MAX_REPROMPTS';

export type RequestBody =
  | { readonly type: 'LaunchRequest' }
  /** dialogState is absent when the intent has no dialog model. */
  | { readonly type: 'IntentRequest'; readonly intent: Intent; readonly dialogState?: DialogState }
  | { readonly type: 'SessionEndedRequest'; readonly reason: SessionEndReason; readonly error?: SessionError };
export type SkillRequest = RequestBody & RequestHead;

export interface Installation {
  readonly skillId: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly apiEndpoint: string;
}

export interface RequestEnvelope {
  readonly version: '1.0';
  readonly session: {
    readonly new: boolean;
    readonly sessionId: string;
    readonly application: { readonly applicationId: string };
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly user: { readonly userId: string };
  };
  readonly context: {
    readonly System: {
      readonly application: { readonly applicationId: string };
      readonly user: { readonly userId: string };
      /** A speaker without a screen: no interfaces. */
      readonly device: { readonly deviceId: string; readonly supportedInterfaces: Readonly<Record<string, never>> };
      readonly apiEndpoint: string;
      readonly apiAccessToken: string;
    };
  };
  readonly request: SkillRequest;
}

export function requestEnvelope(
  { skillId, userId, deviceId, apiEndpoint }: Installation,
  session: Session,
  request: SkillRequest,
  apiAccessToken: string,
): RequestEnvelope {
  const application = { applicationId: skillId };
  const user = { userId };
  return {
    version: '1.0',
    session: { new: session.isNew, sessionId: session.sessionId, application, attributes: session.attributes, user },
    context: {
      System: { application, user, device: { deviceId, supportedInterfaces: {} }, apiEndpoint, apiAccessToken },
    },
    request,
  };
}
