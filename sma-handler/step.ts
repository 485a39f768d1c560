import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { SmaAction, SpeakAction } from '../shared/contracts/sma-response.ts';
import type { PolicyOutcome } from '../shared/domain/routing/attempt-policy.ts';
import type { Attempt, Plan } from '../shared/domain/routing/plan.ts';
import type { MeetingRequest, OpenMeeting } from '../shared/ports/meetings.ts';
import type { CallFacts, CallState, MeetingPlace, Trying } from './call-state.ts';

export type LookUpAttempt = Extract<Attempt, { kind: 'lookUp' }>;
export type MessageAttempt = Extract<Attempt, { kind: 'message' }>;
export type VoicemailAttempt = Extract<Attempt, { kind: 'voicemail' }>;
/** Somebody who is rung. */
export type BridgeAttempt = Extract<Attempt, { kind: 'contactCenter' | 'branch' | 'phone' }>;

/** What the function has been given to work with; the same for all calls. */
export interface World {
  /** The S3 bucket for voicemail. Absent: an attempt to leave one is passed over. */
  readonly voicemailBucket?: string;
}

/** What the call flow is told. `words` are those that its step before had ready. */
export type FlowInput =
  | { readonly kind: 'event'; readonly event: SmaEvent; readonly route?: Route }
  | {
      readonly kind: 'meetingOpened';
      readonly event: SmaEvent;
      readonly words: readonly SpeakAction[];
      readonly meeting: OpenMeeting;
    }
  | { readonly kind: 'meetingFailed'; readonly event: SmaEvent; readonly words: readonly SpeakAction[] }
  | {
      readonly kind: 'lookedUp';
      readonly event: SmaEvent;
      readonly words: readonly SpeakAction[];
      /** Made before those still to come; none when the service has nobody for this call. */
      readonly attempts: readonly BridgeAttempt[];
    }
  | {
      readonly kind: 'lookUpFailed';
      readonly event: SmaEvent;
      readonly words: readonly SpeakAction[];
      readonly outcome: PolicyOutcome;
    };

/** What was decided for a call that begins. */
export interface Route {
  readonly plan: Plan;
  readonly contextId?: string;
  readonly tableVersion?: number;
  readonly locale?: string;
}

/** What an operator's service is asked about. */
export interface LookUpWish {
  readonly attempt: LookUpAttempt;
  readonly facts: CallFacts;
  /** The same whenever this invocation is repeated. */
  readonly idempotencyKey: string;
}

/** What the call flow wants done. */
export type Step =
  | {
      readonly kind: 'respond';
      readonly state: CallState;
      readonly actions: readonly SmaAction[];
      /** To be closed, best effort, before the response is given. */
      readonly closeMeeting?: MeetingPlace;
    }
  /** The flow goes on with what comes of it: `meetingOpened` or `meetingFailed`. */
  | {
      readonly kind: 'openMeeting';
      readonly state: Trying;
      readonly request: MeetingRequest;
      /** To be said before whatever comes of it. */
      readonly words: readonly SpeakAction[];
      readonly closeMeeting?: MeetingPlace;
    }
  /** The flow goes on with `lookedUp` or `lookUpFailed`. */
  | {
      readonly kind: 'lookUp';
      readonly state: Trying;
      readonly wish: LookUpWish;
      readonly words: readonly SpeakAction[];
      readonly closeMeeting?: MeetingPlace;
    };
