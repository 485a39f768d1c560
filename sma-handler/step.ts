import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import type { SmaAction, SpeakAction } from '../shared/contracts/sma-response.ts';
import type { CallCommand } from '../shared/domain/call-flow/call-command.ts';
import type { Happening } from '../shared/domain/call-flow/happening.ts';
import type { PolicyOutcome } from '../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';
import type { AdviserInvitation } from '../shared/ports/adviser-invitations.ts';
import type { CommandCheck } from '../shared/ports/call-commands.ts';
import type { MeetingRequest, OpenMeeting } from '../shared/ports/meetings.ts';
import type { CallFacts, CallState, Connected, MeetingPlace, Rejoining, Trying, Waiting } from './call-state.ts';
import type { Route, RouteWish } from './route.ts';

export type LookUpAttempt = Extract<Attempt, { kind: 'lookUp' }>;
export type MessageAttempt = Extract<Attempt, { kind: 'message' }>;
export type VoicemailAttempt = Extract<Attempt, { kind: 'voicemail' }>;
/** Somebody who is rung. */
export type BridgeAttempt = Extract<Attempt, { kind: 'contactCenter' | 'branch' | 'phone' }>;
/** Whether somebody is rung for it. */
export function isRinging(attempt: Attempt): attempt is BridgeAttempt {
  return attempt.kind === 'contactCenter' || attempt.kind === 'branch' || attempt.kind === 'phone';
}

/** Where a call under way can be transferred. */
export type TransferTarget = Extract<Attempt, { kind: 'contactCenter' | 'branch' | 'phone' | 'meeting' }>;

export interface S3Object {
  readonly bucket: string;
  readonly key: string;
}

/** What the function has been given to work with; the same for all calls. */
export interface World {
  /** The S3 bucket for voicemail. Absent: an attempt to leave one is passed over. */
  readonly voicemailBucket?: string;
  /** A bucket, or a bucket, "/" and a prefix. Absent: no conversation is recorded, and nobody is asked. */
  readonly recordings?: string;
  /** About ten seconds of it, while an adviser is waited for. Absent: silence. */
  readonly waitingMusic?: S3Object;
  /** Heard while somebody is rung. Absent: what the telephone network has. */
  readonly ringbackTone?: S3Object;
}

/** What the call flow is told: an event of PSTN Audio, and then what became of whatever a step asked for. */
export type FlowInput = { readonly event: SmaEvent } & (
  | { readonly kind: 'event' }
  /** An event that brings a command: whether it is to be believed. */
  | { readonly kind: 'commanded'; readonly check: CommandCheck }
  | { readonly kind: 'routed'; readonly route: Route }
  | { readonly kind: 'destinationFound'; readonly target: TransferTarget | undefined }
  /** `words` are those that the step before had ready. */
  | { readonly kind: 'meetingOpened'; readonly words: readonly SpeakAction[]; readonly meeting: OpenMeeting }
  | { readonly kind: 'meetingFailed'; readonly words: readonly SpeakAction[] }
  | { readonly kind: 'invited'; readonly told: boolean }
  /** Whether anybody is in the meeting beside the caller. */
  | { readonly kind: 'attendeesCounted'; readonly others: boolean }
  /** `attempts` are made before those still to come; none when the service has nobody for this call. */
  | { readonly kind: 'lookedUp'; readonly words: readonly SpeakAction[]; readonly attempts: readonly BridgeAttempt[] }
  | { readonly kind: 'lookUpFailed'; readonly words: readonly SpeakAction[]; readonly outcome: PolicyOutcome }
);

/** What an operator's service is asked about. */
export interface LookUpWish {
  readonly attempt: LookUpAttempt;
  readonly facts: CallFacts;
  /** The same whenever this invocation is repeated. */
  readonly idempotencyKey: string;
}

interface StepBase {
  /** What came to pass, in order. */
  readonly happenings?: readonly Happening[];
  /** To be closed, best effort, before the response is given. */
  readonly closeMeeting?: MeetingPlace;
}

export type Answer = StepBase & {
  readonly kind: 'respond';
  readonly state: CallState;
  readonly actions: readonly SmaAction[];
};

/** What the call flow wants done; with what becomes of it the flow goes on, until there is an answer. */
export type Step =
  | Answer
  /** Goes on with `routed`. */
  | (StepBase & { readonly kind: 'route'; readonly state: CallState; readonly wish: RouteWish })
  /** Goes on with `destinationFound`. */
  | (StepBase & {
      readonly kind: 'findDestination';
      readonly state: Connected | Waiting | Rejoining;
      readonly command: Extract<CallCommand, { command: 'transfer' }>;
    })
  /** Goes on with `meetingOpened` or `meetingFailed`. */
  | (StepBase & {
      readonly kind: 'openMeeting';
      readonly state: Trying;
      readonly request: MeetingRequest;
      /** To be said before whatever comes of it. */
      readonly words: readonly SpeakAction[];
    })
  /** Goes on with `invited`. */
  | (StepBase & {
      readonly kind: 'invite';
      readonly state: Waiting;
      readonly invitation: Omit<AdviserInvitation, 'contextId'> & { readonly contextId?: string };
    })
  /** Goes on with `attendeesCounted`. */
  | (StepBase & { readonly kind: 'countAttendees'; readonly state: Waiting; readonly meeting: MeetingPlace })
  /** Goes on with `lookedUp` or `lookUpFailed`. */
  | (StepBase & {
      readonly kind: 'lookUp';
      readonly state: Trying;
      readonly wish: LookUpWish;
      readonly words: readonly SpeakAction[];
    });

/** The step, with what came to pass before it. */
export function telling<S extends Step>(step: S, ...happenings: readonly Happening[]): S {
  return { ...step, happenings: [...happenings, ...(step.happenings ?? [])] };
}

/**
 * Whether an answer leaves everything as it was. Its attributes are then left out: what is left out stays as it is, and an invocation that
 * overlaps with this one keeps what it has decided.
 */
export function changesNothing({ state, actions }: Answer, before: CallState): boolean {
  return state === before && actions.length === 0;
}
