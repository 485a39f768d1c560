import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
  type GetSecretValueCommandInput,
} from '@aws-sdk/client-secrets-manager';
import { RotationError } from './rotation-error.ts';
import type { SecretVersion, SecretVersions } from './secret-versions.ts';

export interface SecretsManagerVersionsOptions {
  /** The AWS Region that the secrets are rotated in: "us-east-1". Default: the function's own. */
  readonly region?: string;
}

const requestTimeoutMs = 3000;
const connectionTimeoutMs = 1000;

/** Versions of secrets in AWS Secrets Manager. `AWS_ENDPOINT_URL_SECRETS_MANAGER` in the environment sends it elsewhere. */
export function secretsManagerVersions({ region }: SecretsManagerVersionsOptions = {}): SecretVersions {
  const client = new SecretsManagerClient({
    ...(region === undefined ? {} : { region }),
    maxAttempts: 3,
    // Without throwOnRequestTimeout the SDK only warns, and waits on.
    requestHandler: {
      requestTimeout: requestTimeoutMs,
      connectionTimeout: connectionTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });

  const read = (input: GetSecretValueCommandInput): Promise<SecretVersion | undefined> =>
    call('GetSecretValue', async () => {
      const answer = await unless('ResourceNotFoundException', client.send(new GetSecretValueCommand(input)));
      if (answer === undefined) return undefined;
      const { VersionId: id = '', SecretString: text, CreatedDate } = answer;
      // Bytes are no keys in the form of CONTEXT_SIGNING_KEYS, and whoever reads them says so.
      return { id, text: text ?? '', createdAt: CreatedDate?.getTime() };
    });

  return {
    describe: (secret) =>
      call('DescribeSecret', async () => {
        const { VersionIdsToStages = {}, LastRotatedDate } = await client.send(
          new DescribeSecretCommand({ SecretId: secret }),
        );
        return { labels: new Map(Object.entries(VersionIdsToStages)), lastRotatedAt: LastRotatedDate?.getTime() };
      }),

    current: (secret) => read({ SecretId: secret, VersionStage: 'AWSCURRENT' }),
    version: (secret, id) => read({ SecretId: secret, VersionId: id }),

    putPending: (secret, id, text) =>
      call('PutSecretValue', async () => {
        const put = new PutSecretValueCommand({
          SecretId: secret,
          ClientRequestToken: id,
          SecretString: text,
          VersionStages: ['AWSPENDING'],
        });
        // It has another text already: that of the same step, which came twice.
        await unless('ResourceExistsException', client.send(put));
      }),

    makeCurrent: (secret, id, instead) =>
      call('UpdateSecretVersionStage', async () => {
        const move = { SecretId: secret, VersionStage: 'AWSCURRENT', MoveToVersionId: id };
        await client.send(
          new UpdateSecretVersionStageCommand(instead === undefined ? move : { ...move, RemoveFromVersionId: instead }),
        );
      }),
  };
}

/** Undefined in place of an error that is expected. */
async function unless<Answer>(errorName: string, answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === errorName) return undefined;
    throw error;
  }
}

/** The error's name alone: its message may quote what was sent. */
async function call<Answer>(operation: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw new RotationError(`${operation} failed: ${error instanceof Error ? error.name : 'unknown error'}`);
  }
}
