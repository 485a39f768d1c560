/** Why a text was not spoken. */
export type SpeechFailure = 'notStarted' | 'timedOut' | 'failed' | 'unreadable' | 'tooLong';

/** Thrown when a speech synthesizer does not do its work. Never holds the text, which may be personal. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError';
  readonly failure: SpeechFailure;

  constructor(failure: SpeechFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
