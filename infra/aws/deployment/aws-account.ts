/** What a deployment asks of the account that it goes into. Each method rejects with the SDK's error when AWS cannot be asked. */
export interface AwsAccount {
  /** Whose credentials these are. */
  identity(): Promise<{ readonly account: string; readonly arn: string }>;
  /** The version of what `cdk bootstrap` set up in a Region; undefined where it has not been run. */
  bootstrapVersion(region: string): Promise<number | undefined>;
  /** The outputs of a stack by name; undefined when there is no such stack. */
  outputsOf(stack: string, region: string): Promise<Readonly<Record<string, string>> | undefined>;
  /** CloudFormation's word for how a stack is, such as "CREATE_COMPLETE"; undefined when there is no such stack. */
  statusOf(stack: string, region: string): Promise<string | undefined>;
  /** Lets a stack be deleted; nothing where there is none. */
  liftTerminationProtection(stack: string, region: string): Promise<void>;
}
