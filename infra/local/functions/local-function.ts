/** A function as the local cloud runs it: where its bundle lies and how AWS would have it configured. */
export interface LocalFunction {
  readonly name: string;
  /** Directory of the built bundle; it holds the module that `handler` names (.mjs, .cjs or .js). */
  readonly directory: string;
  /** `<module>.<export>`, such as `index.handler`. */
  readonly handler: string;
  /** More than 0; fractions are allowed, so that tests need not wait a second. */
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** The function's own variables. Names that Lambda reserves are Lambda's, whatever stands here. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How many execution environments there may be at a time, 0 (always throttled) or more. Default: {@link defaultConcurrency}. */
  readonly reservedConcurrency?: number;
}

/** Stands for the 1,000 of an AWS account: here each environment is a process of one machine. */
export const defaultConcurrency = 50;
