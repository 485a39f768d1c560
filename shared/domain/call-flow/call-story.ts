import type { Ingress } from '../call-context.ts';
import type { EpochMs } from '../time.ts';
import type { AttemptMade, ContextSending } from './happening.ts';
import type { Outcome } from './outcome.ts';

/** One attempt of a call. */
export interface AttemptStory extends AttemptMade {
  /** When it was answered to be made. Absent: that record is missing. */
  readonly beganAt?: EpochMs;
  /** From then until its outcome was known, in milliseconds: the words that were said before the ringing included. */
  readonly rangMs?: number;
  /** Absent: the attempt is under way, was a look-up that named somebody, or the record is missing. */
  readonly outcome?: Outcome;
  /** As AWS names what went wrong. */
  readonly errorType?: string;
  /** Absent: there was no context. */
  readonly context?: ContextSending;
}

/**
 * What came of a call for the caller, the last of it where there was more than one thing: `told`: words, and they were no
 * apology; `callerLeft`: the caller hung up before anything else came of it; `hungUp`: an operator did; `underWay`: as far as
 * records tell.
 */
export const callEndings = [
  'underWay',
  'answered',
  'voicemailLeft',
  'unanswered',
  'callerLeft',
  'hungUp',
  'callbackDeclined',
  'told',
] as const;
export type CallEnding = (typeof callEndings)[number];

/** Who ended a conversation. */
export const hangers = ['caller', 'otherSide', 'operator'] as const;
export type Hanger = (typeof hangers)[number];

/** A call in short, as its records tell of it. */
export interface CallStory {
  readonly startedAt: EpochMs;
  /** When the caller's leg ended. Absent: it has not, or that record is missing. */
  readonly endedAt?: EpochMs;
  readonly ending: CallEnding;
  /** Of a conversation that has ended. */
  readonly hungUpBy?: Hanger;
  readonly entry?: Ingress;
  readonly ruleId?: string;
  readonly tableVersion?: number;
  readonly reasonId?: string;
  readonly locale?: string;
  /** There was no table to decide by, and the default destination took the call. */
  readonly fallbackUsed: boolean;
  readonly attempts: readonly AttemptStory[];
  /** Who talked to the caller first: "branch:tacoma". */
  readonly answeredBy?: string;
  /** From the beginning of the call, in milliseconds. */
  readonly timeToAnswerMs?: number;
  /** The context's id went along with at least one attempt. */
  readonly contextSent: boolean;
  /** Somebody looked the context up. Absent: nobody knows yet, or there was none. */
  readonly contextDelivered?: boolean;
  /** Where the caller's message lies; the last one, if there are more. */
  readonly voicemail?: { readonly bucket?: string; readonly key?: string };
  /** 1 to 5, what the caller said of the call. */
  readonly mark?: number;
  /** How many times the flow's own rules were about to be broken. */
  readonly breaches: number;
  /** The function's slowest answer, in milliseconds. */
  readonly slowestMs: number;
}
