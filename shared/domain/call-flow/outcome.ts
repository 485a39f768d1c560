/**
 * How an attempt ended. AWS reports busy, no answer and decline alike as CallNotAnswered, as far as anyone
 * has seen, so that no rule may depend on telling them apart.
 */
export type Outcome = 'answered' | 'notAnswered' | 'unreachable' | 'misconfigured' | 'callerLeft';

/** The outcome that an ErrorType of ACTION_FAILED stands for; one that nobody knows counts as unreachable. */
export function outcomeOfError(errorType: string | undefined): Outcome {
  switch (errorType) {
    case 'CallNotAnswered':
      return 'notAnswered';
    case 'InvalidActionParameter':
    case 'MissingRequiredActionParameter':
    case 'InvalidAudioSource':
      return 'misconfigured';
    default:
      return 'unreachable';
  }
}
