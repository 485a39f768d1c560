import type { Ingress } from '../call-context.ts';
import type { AttemptKind } from '../routing/plan.ts';
import type { Outcome } from './outcome.ts';

/** Which attempt of a call, and whom it was to reach. */
export interface AttemptMade {
  /** From 1. */
  readonly number: number;
  readonly kind: AttemptKind;
  readonly id: string;
}

/** Whether the other side can look the caller's context up: its id went along, was left out because it was refused, or cannot be sent there. */
export const contextSendings = ['sent', 'refused', 'notSent'] as const;
export type ContextSending = (typeof contextSendings)[number];

/**
 * What came to pass in one invocation, for records, metrics and logs: identifiers, codes and measures, nothing personal.
 * The call flow tells it; nobody has to guess it from actions.
 */
export type Happening =
  | {
      readonly kind: 'routed';
      readonly entry: Ingress;
      /** "default-destination" where there was no table to decide by. */
      readonly ruleId: string;
      readonly tableVersion?: number;
      readonly reasonId?: string;
      readonly locale?: string;
      /** "branch:tacoma", in order. */
      readonly destinations: readonly string[];
      /** What lots were drawn by, when the context id is not. */
      readonly seed?: string;
      /** Why the nearest branches lost: "queen-anne:closed". */
      readonly passedOver?: string;
    }
  | { readonly kind: 'menuAsked' }
  /** Without a reason: nobody pressed anything that means something. */
  | { readonly kind: 'menuAnswered'; readonly reasonId?: string }
  | { readonly kind: 'callbackAsked' }
  /** No: nobody pressed 1, a voicemail perhaps. */
  | { readonly kind: 'callbackAnswered'; readonly yes: boolean }
  | { readonly kind: 'recordingAsked' }
  | { readonly kind: 'recordingAnswered'; readonly yes: boolean }
  | {
      readonly kind: 'attemptBegan';
      readonly attempt: AttemptMade;
      readonly context?: ContextSending;
      /** The meeting that was opened for it. */
      readonly meetingId?: string;
    }
  | {
      readonly kind: 'attemptEnded';
      readonly attempt: AttemptMade;
      readonly outcome: Outcome;
      readonly errorType?: string;
    }
  | { readonly kind: 'recordingStarted' | 'recordingFailed' | 'recordingPaused' | 'recordingResumed' }
  | { readonly kind: 'voicemailLeft'; readonly attempt: AttemptMade; readonly bucket?: string; readonly key?: string }
  /** The other side hung up first, or the caller did, or an adviser's meeting was left. */
  | { readonly kind: 'legEnded'; readonly leg: 'LEG-A' | 'LEG-B'; readonly sipResponseCode?: number }
  | { readonly kind: 'anotherTryOffered' }
  | { readonly kind: 'anotherTryAnswered'; readonly yes: boolean }
  | { readonly kind: 'surveyAsked' }
  /** 1 to 5; absent: nothing was pressed. */
  | { readonly kind: 'surveyAnswered'; readonly mark?: number }
  | {
      readonly kind: 'commanded';
      readonly command: string;
      readonly from: 'caller' | 'operator';
      readonly destination?: string;
    }
  | { readonly kind: 'commandRefused'; readonly because: string }
  /** Nobody could be reached, and the caller was told so. */
  | { readonly kind: 'apologised' }
  /** The answer broke one of the flow's own rules, and was replaced. */
  | { readonly kind: 'breached'; readonly rule: string };

export type HappeningKind = Happening['kind'];
