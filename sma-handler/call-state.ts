import type { E164 } from '../shared/domain/phone-number.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';

/** The caller's place in a meeting that was made for this call. No token: that is a secret. */
export interface MeetingPlace {
  readonly meetingId: string;
  readonly attendeeId: string;
}

/** What stays the same for the whole call. Ids and settings, nothing personal. */
export interface CallFacts {
  readonly contextId?: string;
  readonly tableVersion?: number;
  readonly ruleId: string;
  readonly callerId: E164;
  readonly locale?: string;
}

/** An attempt is being made. */
export interface Trying {
  readonly phase: 'trying';
  readonly facts: CallFacts;
  readonly attemptNumber: number;
  readonly current: Attempt;
  readonly remaining: readonly Attempt[];
  readonly meeting?: MeetingPlace;
}

/** Where a call stands; the drawing is in call-flow.ts. */
export type CallState =
  /** Nothing has been decided, or what had been was lost on the way. */
  | { readonly phase: 'new' }
  | Trying
  | { readonly phase: 'connected'; readonly facts: CallFacts; readonly meeting?: MeetingPlace }
  /** Words that the table has for the end of this call are being said. */
  | { readonly phase: 'parting'; readonly facts: CallFacts }
  /** Nobody could be reached, and that is being said. */
  | { readonly phase: 'apologising'; readonly facts?: CallFacts }
  | { readonly phase: 'ended' };

/** The meeting that was made for the call, while it is there. */
export function meetingOf(state: CallState): MeetingPlace | undefined {
  return 'meeting' in state ? state.meeting : undefined;
}
