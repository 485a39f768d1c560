/** The Node.js runtimes a function may be labelled with. All of them run on this very Node; up to nodejs22.x callbacks are taken. */
export const nodeRuntimes = ['nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x'] as const;
export type NodeRuntime = (typeof nodeRuntimes)[number];

/** A function as the local cloud runs it: where its bundle lies and how AWS would have it configured. */
export interface LocalFunction {
  readonly name: string;
  /** Its full ARN, for functions of other Regions; with an alias or a version, too. Default: of the host's Region and account. */
  readonly arn?: string;
  /** Directory of the built bundle; it holds the module that `handler` names (.mjs, .cjs, .js, .mts, .cts or .ts). */
  readonly directory: string;
  /** `<module>.<export>`, such as `index.handler`. */
  readonly handler: string;
  /** The file in `directory` that is the module, where two differ by their ending only. Default: the first that is there. */
  readonly file?: string;
  /** More than 0; fractions are allowed, so that tests need not wait a second. */
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** The function's own variables. Names that Lambda reserves are Lambda's, whatever stands here. With AWS_XRAY_DAEMON_ADDRESS its invocations are sampled. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How many events may be under way at a time, 0 (always throttled) or more. Default: {@link defaultConcurrency}. */
  readonly reservedConcurrency?: number;
  /** Default: nodejs24.x. */
  readonly runtime?: NodeRuntime;
}

/** Of an AWS account (AWS Lambda developer guide, gettingstarted-limits). */
export const defaultConcurrency = 1000;

/** Processes that one function may have here: beyond that, events wait for one that is free. */
export const mostEnvironments = 50;
