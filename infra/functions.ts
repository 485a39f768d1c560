/** One function that is bundled, deployed by the AWS app and run by the local cloud. */
export interface DeployedFunction {
  readonly name: string;
  readonly description: string;
  /** The source file, from the root of the repository. */
  readonly entry: string;
  /** File and export, as Lambda writes it. */
  readonly handler: 'index.handler';
  /** Whole seconds from the start of an invocation until Lambda ends it. */
  readonly timeoutSeconds: number;
  /** 128 to 10,240; the share of a processor grows with it. */
  readonly memoryMegabytes: number;
}

/**
 * Every function that takes part in calls: the AWS app, the bundler and the local cloud read this list. What only the deployment needs is in infra/aws.
 * The time-outs sit below what their callers wait for: Alexa gives a skill 8 s (Alexa Skills Kit, request and response reference),
 * PSTN Audio asks an SMA function again after 5 s (Amazon Chime SDK developer guide, timeouts). Then the log shows a
 * time-out of ours, not only a caller who gave up.
 */
export const deployedFunctions = [
  {
    name: 'skill',
    description: 'Answers Alexa: understands whom to call and why, keeps the call context, starts the call.',
    entry: 'skill/index.ts',
    handler: 'index.handler',
    timeoutSeconds: 7,
    memoryMegabytes: 512,
  },
  {
    name: 'sma',
    description: 'Answers PSTN Audio: routes each call and carries it through to its end.',
    entry: 'sma-handler/index.ts',
    handler: 'index.handler',
    timeoutSeconds: 4,
    memoryMegabytes: 1024,
  },
  {
    name: 'console-api',
    description: 'Serves agents and operators: call contexts, call records, commands to calls.',
    entry: 'console/api/index.ts',
    handler: 'index.handler',
    timeoutSeconds: 5,
    memoryMegabytes: 512,
  },
  {
    name: 'routing-api',
    description: 'Serves operators: routing tables and drafts, checks, reviews, and figures of calls.',
    entry: 'console/routing-api/index.ts',
    handler: 'index.handler',
    // API Gateway waits for 30 s (Amazon API Gateway developer guide, http-api-quotas): a review looks at a week of calls.
    timeoutSeconds: 28,
    memoryMegabytes: 1769,
  },
  {
    name: 'meeting-events',
    description: 'Hears of meetings from EventBridge: tells a call that an adviser has joined it, or left.',
    entry: 'sma-handler/meeting-events/index.ts',
    handler: 'index.handler',
    timeoutSeconds: 5,
    memoryMegabytes: 512,
  },
] as const satisfies readonly DeployedFunction[];

export type FunctionName = (typeof deployedFunctions)[number]['name'];
