/** One invocation of a function as it went: what a ladder, a demo or a test wants to know. */
export interface InvocationTrace {
  readonly transactionId: string;
  readonly event: object;
  readonly sequence: number;
  readonly invocationEventType: string;
  /** The function's answer as it came; undefined when there was none. */
  readonly response: unknown;
  /** Types of the actions that were taken from it. */
  readonly actions: readonly string[];
  readonly milliseconds: number;
  /** 2 when the event was delivered again. */
  readonly deliveries: number;
  /** Why there was no answer. */
  readonly failure?: string;
}

/** What the service tells those who watch. */
export interface PstnAudioObserver {
  onInvocation?(trace: InvocationTrace): void;
}
