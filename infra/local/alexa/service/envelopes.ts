import type { DialogState, Intent } from './intent.ts';
import type { Session } from './session.ts';
import type { SkillEventBody } from './skill-events.ts';
import { deviceContext, eventContext, requestUser, type ContextParts, type RequestContext } from './system-context.ts';

/** The requests that a skill is sent here (Alexa Skills Kit documentation, request-types-reference). */
interface RequestHead {
  readonly requestId: string;
  /** ISO 8601, whole seconds. */
  readonly timestamp: string;
}

export interface SessionError {
  readonly type: 'INVALID_RESPONSE' | 'ENDPOINT_TIMEOUT';
  readonly message: string;
}
export type SessionEndReason = 'USER_INITIATED' | 'ERROR' | 'EXCEEDED_MAX_REPROMPTS';

/** How a task that the skill passed on has ended (Alexa Skills Kit documentation, use-skill-connections-to-request-tasks). */
export interface ResumeCause {
  readonly type: 'ConnectionCompleted';
  /** As the skill gave it. */
  readonly token?: string;
  readonly status: { readonly code: string; readonly message: string };
  /** Absent when the task could not be done at all. */
  readonly result?: { readonly status: 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED' };
}

export type RequestBody =
  | { readonly type: 'LaunchRequest' }
  /** dialogState is absent when the intent has no dialog model. */
  | { readonly type: 'IntentRequest'; readonly intent: Intent; readonly dialogState?: DialogState }
  | { readonly type: 'SessionResumedRequest'; readonly cause: ResumeCause }
  | { readonly type: 'SessionEndedRequest'; readonly reason: SessionEndReason; readonly error?: SessionError };
export type SkillRequest = RequestBody & RequestHead & { readonly locale: string };
/** A skill event has no locale. */
export type SkillEventRequest = SkillEventBody & RequestHead;

export interface RequestEnvelope {
  readonly version: '1.0';
  /** Absent in skill events. */
  readonly session?: {
    readonly new: boolean;
    readonly sessionId: string;
    readonly application: { readonly applicationId: string };
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly user: RequestContext['System']['user'];
  };
  readonly context: RequestContext;
  readonly request: SkillRequest | SkillEventRequest;
}

export function sessionEnvelope(parts: ContextParts, session: Session, request: SkillRequest): RequestEnvelope {
  return {
    version: '1.0',
    session: {
      new: session.isNew,
      sessionId: session.sessionId,
      application: { applicationId: parts.skillId },
      attributes: session.attributes,
      user: requestUser(parts.household),
    },
    context: deviceContext(parts, session.speaker),
    request,
  };
}

export function eventEnvelope(parts: ContextParts, request: SkillEventRequest): RequestEnvelope {
  return { version: '1.0', context: eventContext(parts), request };
}
