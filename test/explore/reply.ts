/** Attributes that are not in the answer stay as they are. */
export const leftOut = -1;

/** One answer of the function to one event, and what it did on the way. */
export interface Reply {
  /** "ACTION_FAILED CallAndBridge → Speak, Hangup". */
  readonly label: string;
  readonly actions: readonly number[];
  /** Or `leftOut`. */
  readonly attributes: number;
  /** Meetings it opened (their numbers) and closed (their numbers below 0), in order. */
  readonly meetings: readonly number[];
  /** Look-ups it made. */
  readonly asked: readonly number[];
  /** A new plan was made: what held for the old one is forgotten. */
  readonly isFresh: boolean;
  /** A policy has ended the plan. */
  readonly ended: boolean;
  /** A command or a key that was believed. */
  readonly isObeyed: boolean;
  /** It was one to hang up. */
  readonly isDismissal: boolean;
  /** What is wrong with the answer itself. */
  readonly breaches: readonly string[];
}
