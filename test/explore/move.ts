import type { Call } from './call.ts';

/** One thing that can happen to a call. */
export interface Move {
  readonly label: string;
  /** Where the call stands then; absent when it cannot go on from here. */
  readonly call?: Call;
  /** Somebody did something: without it the call goes on by itself, and has to come to an end. */
  readonly isOutside?: boolean;
  readonly breaches?: readonly string[];
}

export type Emit = (move: Move) => void;
