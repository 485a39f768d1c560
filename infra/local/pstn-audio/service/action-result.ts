/** What became of an action. `parameters` is the request as AWS gives it back: defaults and CallId filled in. */
export type ActionResult =
  | { readonly kind: 'successful'; readonly parameters: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'failed';
      readonly parameters: Readonly<Record<string, unknown>>;
      readonly errorType: string;
      readonly errorMessage: string;
    };

/** An action that has been started. */
export interface RunningAction {
  /** Resolves once; rejects only when the service itself fails at it. */
  readonly done: Promise<ActionResult>;
  /** Makes it end soon: the leg it runs on has gone. */
  readonly abort: () => void;
}

/** An action that was over before it began: its parameters are wrong. */
export function refusedAction(parameters: Readonly<Record<string, unknown>>, errorMessage: string): RunningAction {
  return {
    done: Promise.resolve({ kind: 'failed', parameters, errorType: 'InvalidActionParameter', errorMessage }),
    abort: () => undefined,
  };
}
