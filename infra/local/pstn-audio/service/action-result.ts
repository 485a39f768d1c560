type Parameters = Readonly<Record<string, unknown>>;

/** What became of an action. `parameters` is the request as AWS gives it back: defaults and CallId filled in. */
export type ActionResult =
  | {
      readonly kind: 'successful';
      readonly parameters: Parameters;
      /** What stands beside Parameters in ActionData: ReceivedDigits, RecordingDestination, IntentResult … */
      readonly outcome?: Parameters;
    }
  | {
      readonly kind: 'failed';
      readonly parameters: Parameters;
      readonly errorType: ActionErrorType;
      readonly errorMessage: string;
      /** What else stands beside Parameters: ErrorList, ReceivedDigits … */
      readonly outcome?: Parameters;
    };

/** The error types that AWS's pages name or that were seen (unexpected-action-fail; the pages of the actions). */
export const actionErrorTypes = [
  'AccessDenied',
  'ActionExecutionThrottled',
  'CallNotAnswered',
  'InvalidActionParameter',
  'InvalidAudioSource',
  'InvalidDigitsReceived',
  'MissingRequiredActionParameter',
  'ResourceAccessDenied',
  'ResourceNotFound',
  'SystemException',
] as const;
export type ActionErrorType = (typeof actionErrorTypes)[number];

/** An action that has been started. */
export interface RunningAction {
  /** Resolves once; rejects only when the service itself fails at it. */
  readonly done: Promise<ActionResult>;
  /**
   * Makes it end soon: the leg it runs on has gone, or a new list of actions takes its place. `done` then resolves with
   * what there is by then.
   */
  readonly abort: () => void;
}

export function successfulAction(parameters: Parameters, outcome?: Parameters): ActionResult {
  return { kind: 'successful', parameters, ...(outcome === undefined ? {} : { outcome }) };
}

export function failedAction(parameters: Parameters, errorType: ActionErrorType, errorMessage: string): ActionResult {
  return { kind: 'failed', parameters, errorType, errorMessage };
}

/** An action that was over before it began. */
export function finishedAction(result: ActionResult): RunningAction {
  return { done: Promise.resolve(result), abort: () => undefined };
}

/** An action whose parameters are wrong. */
export function refusedAction(parameters: Parameters, errorMessage: string): RunningAction {
  return finishedAction(failedAction(parameters, 'InvalidActionParameter', errorMessage));
}
