import {
  CloudFormationClient,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsAccount } from './aws-account.ts';

/** Where `cdk bootstrap` keeps its version, under the qualifier that it has unless told otherwise (AWS CDK developer guide, bootstrapping). */
const bootstrapParameter = '/cdk-bootstrap/hnb659fds/version';

const clientSettings = {
  maxAttempts: 3,
  // Without throwOnRequestTimeout the SDK only warns, and waits on.
  requestHandler: { connectionTimeout: 5000, requestTimeout: 10_000, throwOnRequestTimeout: true },
} as const;

/**
 * The account of the credentials that the AWS SDK finds.
 * @param endpoint where all three services are, if not at AWS: for tests.
 */
export function sdkAccount({ region, endpoint }: { readonly region: string; readonly endpoint?: string }): AwsAccount {
  const at = endpoint === undefined ? clientSettings : { ...clientSettings, endpoint };
  const cloudFormation = (where: string): CloudFormationClient => new CloudFormationClient({ ...at, region: where });
  const describe = async (stack: string, where: string): Promise<Stack | undefined> =>
    (await unlessMissing(cloudFormation(where).send(new DescribeStacksCommand({ StackName: stack }))))?.Stacks?.[0];
  return {
    async identity() {
      const { Account = '', Arn = '' } = await new STSClient({ ...at, region }).send(new GetCallerIdentityCommand({}));
      return { account: Account, arn: Arn };
    },
    async bootstrapVersion(where) {
      try {
        const client = new SSMClient({ ...at, region: where });
        const { Parameter } = await client.send(new GetParameterCommand({ Name: bootstrapParameter }));
        return Number(Parameter?.Value);
      } catch (error) {
        if (error instanceof ParameterNotFound) return undefined;
        throw error;
      }
    },
    async outputsOf(stack, where) {
      const found = await describe(stack, where);
      return (
        found &&
        Object.fromEntries(
          (found.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
        )
      );
    },
    async statusOf(stack, where) {
      return (await describe(stack, where))?.StackStatus;
    },
    async liftTerminationProtection(stack, where) {
      await unlessMissing(
        cloudFormation(where).send(
          new UpdateTerminationProtectionCommand({ StackName: stack, EnableTerminationProtection: false }),
        ),
      );
    },
  };
}

/** CloudFormation says so with a ValidationError, and has no error of its own for it. */
async function unlessMissing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) return undefined;
    throw error;
  }
}
