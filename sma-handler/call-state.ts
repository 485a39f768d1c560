import type { Ingress } from '../shared/domain/call-context.ts';
import type { E164 } from '../shared/domain/phone-number.ts';
import type { CallService } from '../shared/domain/routing/call-service.ts';
import type { Attempt, MeetingAttempt } from '../shared/domain/routing/plan.ts';
import type { Adviser } from './advisers.ts';

/** The caller's place in a meeting that was made for this call. No token: that is a secret. */
export interface MeetingPlace {
  readonly meetingId: string;
  readonly attendeeId: string;
}

/** What stays the same while a plan is followed. Ids and settings, nothing personal. */
export interface CallFacts {
  readonly entry: Ingress;
  readonly contextId?: string;
  readonly tableVersion?: number;
  readonly ruleId: string;
  readonly callerId: E164;
  readonly locale?: string;
  /** What the caller chose in the menu. */
  readonly reasonId?: string;
  readonly service?: CallService;
  /** Of the commands that were obeyed last, the latest first. */
  readonly commandIds?: readonly string[];
  /** Somebody has answered by now. */
  readonly answered?: true;
}

/**
 * Whether the conversation of this call is not to be recorded, is to be once the caller has been told (`due`), is to be when there is one,
 * is being, or could not be.
 */
export const recordings = ['off', 'due', 'wanted', 'starting', 'on', 'paused', 'failed'] as const;
export type Recording = (typeof recordings)[number];

/** A plan is being followed. */
export interface Following {
  readonly facts: CallFacts;
  /** How many attempts have been begun. */
  readonly attemptNumber: number;
  readonly remaining: readonly Attempt[];
  readonly recording: Recording;
}

/** What an attempt is made without, because PSTN Audio refused it before. */
export const leftOut = ['words', 'headers', 'ringback'] as const;
export type LeftOut = (typeof leftOut)[number];

/** An attempt is being made. */
export interface Trying extends Following {
  readonly phase: 'trying';
  readonly current: Attempt;
  readonly without?: readonly LeftOut[];
  readonly meeting?: MeetingPlace;
}

/** The caller is in a meeting, and nobody else yet. */
export interface Waiting extends Following {
  readonly phase: 'waiting';
  readonly current: MeetingAttempt;
  readonly meeting: MeetingPlace;
  /** How many rounds of waiting are over. */
  readonly rounds: number;
  /** Of whom the meeting has told. */
  readonly advisers?: readonly Adviser[];
}

/** Two sides talk. */
export interface Connected extends Following {
  readonly phase: 'connected';
  readonly current: Attempt;
  readonly meeting?: MeetingPlace;
  /** Of whom the meeting has told; the one who came first need not be among them. */
  readonly advisers?: readonly Adviser[];
}

/** The connection of the last adviser in the meeting was lost, and the caller waits for one to come back. */
export interface Rejoining extends Following {
  readonly phase: 'rejoining';
  readonly current: Attempt;
  readonly meeting: MeetingPlace;
  /** How many rounds of waiting are over. */
  readonly rounds: number;
  readonly advisers?: readonly Adviser[];
}

/** The other side is being hung up, or the meeting left; then the next attempt is made. */
export interface Leaving extends Following {
  readonly phase: 'leaving';
  readonly meeting?: MeetingPlace;
}

/** A question was asked before the first attempt, and its answer is awaited. */
export interface Asking extends Following {
  readonly phase: 'confirming' | 'consenting';
}

/** Where a call stands; the drawing is in call-flow.ts. */
export type CallState =
  /** Nothing has been decided, or what had been was lost on the way. */
  | { readonly phase: 'new' }
  /** The caller is being called back. */
  | { readonly phase: 'callingBack'; readonly contextId?: string }
  /** The caller hears the menu; `remaining` is for whoever presses nothing. */
  | (Following & { readonly phase: 'choosing'; readonly options: readonly string[] })
  | Asking
  | Trying
  | Waiting
  | Connected
  | Rejoining
  | Leaving
  /** The other side has hung up, and the caller is asked something. */
  | {
      readonly phase: 'offering';
      readonly facts: CallFacts;
      /** How many attempts were begun before. */
      readonly attemptNumber: number;
      /** It goes on as long as the caller is there. */
      readonly recording: Recording;
    }
  | { readonly phase: 'surveying'; readonly facts: CallFacts }
  /** Last words are being said. */
  | { readonly phase: 'parting'; readonly facts: CallFacts }
  /** Nobody could be reached, and that is being said. */
  | { readonly phase: 'apologising'; readonly facts?: CallFacts }
  | { readonly phase: 'ended'; readonly facts?: CallFacts };

/** The meeting that was made for the call, while it is there. */
export function meetingOf(state: CallState): MeetingPlace | undefined {
  return 'meeting' in state ? state.meeting : undefined;
}

/** What is known of the call, once something has been decided. */
export function factsOf(state: CallState): CallFacts | undefined {
  return 'facts' in state ? state.facts : undefined;
}
