import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** ARNs by name, of what stands in another stack, or another Region. Default: the stack's own Region. */
export interface Arns {
  readonly table: (name: string, region?: string) => string;
  readonly index: (table: string, index: string, region?: string) => string;
  readonly secret: (name: string) => string;
  readonly eventBus: (name: string) => string;
  /** The replica of a multi-Region key, which has the key's id. */
  readonly key: (key: IKey, region?: string) => string;
  /** Every meeting of the account. */
  readonly meetings: () => string;
}

/** For policies of the stack that the construct is in. */
export function arnsIn(scope: Construct): Arns {
  const stack = Stack.of(scope);
  const arn = (service: string, resource: string, resourceName: string, region: string = stack.region): string =>
    stack.formatArn({ service, region, resource, resourceName });
  return {
    table: (name, region) => arn('dynamodb', 'table', name, region),
    index: (table, index, region) => arn('dynamodb', 'table', `${table}/index/${index}`, region),
    secret: (name) =>
      stack.formatArn({
        service: 'secretsmanager',
        resource: 'secret',
        // Secrets Manager ends each ARN with a hyphen and six characters of its own (Secrets Manager user guide, whats-in-a-secret).
        resourceName: `${name}-??????`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    eventBus: (name) => arn('events', 'event-bus', name),
    key: (key, region) => arn('kms', 'key', key.keyId, region),
    // Older pages have meetings' ARNs without a Region, newer ones with it: either is meant.
    meetings: () => arn('chime', 'meeting', '*', '*'),
  };
}
