import type { ConsoleError } from '../../../shared/contracts/console-api.ts';

/** Of problems that no function of ours has answered with. */
export const ownCodes = ['offline', 'signedOut', 'throttled', 'service-failed', 'unexpected'] as const;

/** What went wrong with a request, for people: what happened, and the way forward. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /**
   * `offline`: nobody answered; `signedOut`: no token; `service-failed`: an answer of 5xx that is none of ours; `unexpected`: any other
   * such; else as the API says.
   */
  readonly code: ConsoleError['code'] | (typeof ownCodes)[number];
  /** Of the answer; 0: there was none. */
  readonly status: number;
  /** All that the API answered, for details beside code and message. */
  readonly body: unknown;
  /** How long the API wants one to wait, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    about: {
      readonly code: Problem['code'];
      readonly status: number;
      readonly body?: unknown;
      readonly retryAfterMs?: number | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: about.cause });
    this.code = about.code;
    this.status = about.status;
    this.body = about.body;
    this.retryAfterMs = about.retryAfterMs;
  }

  /** Whether the same request may well succeed in a moment. */
  get isPassing(): boolean {
    return this.code === 'offline' || this.code === 'throttled' || this.status === 429 || this.status >= 500;
  }
}

/** Whether what was asked for may have been done, though nobody said so: the answer was lost, or whoever was to give it failed. */
export function mayHaveArrived(problem: unknown): boolean {
  return problem instanceof Problem && (problem.code === 'offline' || problem.code === 'service-failed');
}
