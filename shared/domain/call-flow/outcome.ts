import type { PolicyOutcome } from '../routing/attempt-policy.ts';

/** How an attempt ended. What a table may tell apart of it is a `PolicyOutcome`. */
export type Outcome = 'answered' | PolicyOutcome | 'callerLeft';

/**
 * The outcome that an ErrorType stands for; one that nobody knows counts as unreachable. AWS reports busy, no answer and
 * decline alike as CallNotAnswered, as far as anyone has seen, so that it is never `declined`.
 */
export function outcomeOfError(errorType: string | undefined): PolicyOutcome {
  switch (errorType) {
    case 'CallNotAnswered':
      return 'notAnswered';
    case 'InvalidActionParameter':
    case 'MissingRequiredActionParameter':
    case 'InvalidAudioSource':
    case 'AccessDenied':
      return 'misconfigured';
    default:
      return 'unreachable';
  }
}
