import * as z from 'zod';
import { refused, type SecretsAnswer } from './secrets-api-error.ts';

/** A secret as it is at the moment. */
export interface StoredSecret {
  readonly name: string;
  readonly arn: string;
  readonly text: string;
  readonly versionId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

const requestSchema = z.object({
  SecretId: z.string().min(1).max(2048),
  VersionId: z.string().min(32).max(64).optional(),
  VersionStage: z.string().min(1).max(256).optional(),
});
/** What Secrets Manager appends to the name in an ARN: the ARN is understood without it, too. */
const suffixLength = '-AbCdEf'.length;

/** GetSecretValue, of the current version: older ones are not kept here. */
export function getSecretValue(request: unknown, secrets: Iterable<StoredSecret>): SecretsAnswer {
  const read = requestSchema.safeParse(request);
  if (!read.success)
    return refused(
      'InvalidParameterException',
      `Invalid ${read.error.issues.map(({ path }) => path.join('.')).join()}`,
    );
  const { SecretId: id, VersionId: versionId, VersionStage: stage = 'AWSCURRENT' } = read.data;
  const secret = [...secrets].find(({ name, arn }) => [name, arn, arn.slice(0, -suffixLength)].includes(id));
  if (secret === undefined) return refused('ResourceNotFoundException', "Secrets Manager can't find this secret.");
  if (stage !== 'AWSCURRENT' || (versionId !== undefined && versionId !== secret.versionId))
    return refused('ResourceNotFoundException', "Secrets Manager can't find this version of the secret.");
  return {
    status: 200,
    body: {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: secret.versionId,
      SecretString: secret.text,
      VersionStages: ['AWSCURRENT'],
      CreatedDate: secret.createdAt / 1000,
    },
  };
}
