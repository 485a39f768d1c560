/** Which request of Alexa's is still being answered. */
export interface RequestUnderWay {
  /** context.System.apiEndpoint: an origin, without a path. */
  readonly apiEndpoint: string;
  /** A secret, as long as it lives. */
  readonly apiAccessToken: string;
  readonly requestId: string;
}

/** Something said before the answer, while the answer takes its time. */
export interface ProgressiveResponses {
  /**
   * Never rejects.
   * @param speech a whole SSML document, 600 characters at most: what is longer is not sent.
   * @returns whether Alexa took it.
   */
  speak(request: RequestUnderWay, speech: string): Promise<boolean>;
}
