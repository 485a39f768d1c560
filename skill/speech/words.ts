import type { CallReason } from '../../shared/domain/call-context.ts';
import type { CallStartResult } from '../../shared/ports/call-starter.ts';
import type { Asked } from '../gathering/asking.ts';
import type { Ssml } from './ssml.ts';

/** Reasons that the skill can name; the interaction model has the same ids. */
export const spokenReasonIds = ['lost-card', 'billing', 'branch-visit', 'mortgage'] as const;
export type SpokenReasonId = (typeof spokenReasonIds)[number];

/** Something said, and said again in other words when no answer comes. */
export interface Question {
  readonly speech: Ssml;
  readonly reprompt: Ssml;
}

export interface AnnouncedCall {
  readonly reason: CallReason;
  readonly accountId?: string | undefined;
}

/** All that the skill says, in one language. A locale that lacks a key does not compile. */
export interface Words {
  readonly welcome: Question;
  readonly help: Question;
  readonly notUnderstood: Question;
  readonly goodbye: Ssml;
  /** The caller did not confirm. */
  readonly notCalling: Ssml;
  /** Said before the device places the call: who is called, and about what. */
  calling(call: AnnouncedCall): Ssml;
  /** The request came from where no call can be placed. */
  readonly noDevice: Ssml;
  /** Why there is no number to call from, and what to do. */
  readonly numberMissing: Readonly<Record<Exclude<Asked<unknown>['kind'], 'given'>, Ssml>>;
  /** Why the call did not start, and what to do. */
  readonly callNotStarted: Readonly<Record<Exclude<CallStartResult['kind'], 'started'>, Ssml>>;
  /** The call context could not be written. */
  readonly cannotPrepareCall: Question;
  /** A bug, or a step that took too long. */
  readonly somethingWentWrong: Ssml;
}
