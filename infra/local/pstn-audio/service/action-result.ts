type Parameters = Readonly<Record<string, unknown>>;

/** What became of an action. `parameters` is the request as AWS gives it back: defaults and CallId filled in. */
export type ActionResult =
  | {
      readonly kind: 'successful';
      readonly parameters: Parameters;
      /** What stands beside Parameters in ActionData: ReceivedDigits, RecordingDestination, IntentResult … */
      readonly outcome?: Parameters;
    }
  | ({
      readonly kind: 'failed';
      readonly parameters: Parameters;
      /** What else stands beside Parameters: ErrorList, ReceivedDigits … */
      readonly outcome?: Parameters;
    } & ActionProblem);

/** Why an action has failed. */
export interface ActionProblem {
  readonly errorType: ActionErrorType;
  /** In AWS's words where it has some. */
  readonly errorMessage: string;
  /** For developers, in no event: what those words leave open, such as which file is missing. */
  readonly note?: string;
}

/** What is said when the leg is not there that an action names, or has ended, or is of the wrong kind (play-audio, start-call-recording and others). */
export const wrongLeg = 'CallId or ParticipantTag parameter for action is invalid.';
/** The service itself has failed at it (play-audio and others). */
export const systemError: ActionProblem = {
  errorType: 'SystemException',
  errorMessage: 'System error while running action.',
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

export function failedAction(parameters: Parameters, problem: ActionProblem, outcome?: Parameters): ActionResult {
  return { kind: 'failed', parameters, ...problem, ...(outcome === undefined ? {} : { outcome }) };
}

/** A wrong parameter, in the words of the actions' pages where they have some; other names take the same turn of phrase. */
export function parameterProblem(name: string): ActionProblem {
  return {
    errorType: 'InvalidActionParameter',
    errorMessage: name === 'CallId' || name === 'ParticipantTag' ? wrongLeg : `${name} parameter value is invalid.`,
  };
}

/** An action that was over before it began. */
export function finishedAction(result: ActionResult): RunningAction {
  return { done: Promise.resolve(result), abort: () => undefined };
}

/** An action one of whose parameters is wrong. */
export function refusedParameter(parameters: Parameters, name: string): RunningAction {
  return finishedAction(failedAction(parameters, parameterProblem(name)));
}

/** An action that is refused in words of its own. */
export function refusedAction(parameters: Parameters, errorMessage: string): RunningAction {
  return finishedAction(failedAction(parameters, { errorType: 'InvalidActionParameter', errorMessage }));
}
