import { Stack, type StackProps } from 'aws-cdk-lib';
import { Key, type IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Bundles } from '../bundles.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { ResourceTags } from '../constructs/sip-media-application.ts';
import type { Names } from '../names.ts';
import type { KeysStack } from './keys-stack.ts';

export interface BridgeStackProps extends StackProps {
  readonly env: { readonly region: string; readonly account?: string };
  readonly config: DeploymentConfig;
  readonly names: Names;
  readonly bundles: Bundles;
  /** Of the stack's own Region. */
  readonly keys: KeysStack;
}

/** A stack that uses its Region's key, without writing into the key's policy. */
export class BridgeStack extends Stack {
  readonly key: IKey;
  /** For what CloudFormation does not tag itself: the tags of everything. */
  readonly resourceTags: ResourceTags;

  constructor(
    scope: Construct,
    id: string,
    { config, keys, names: _names, bundles: _bundles, ...props }: BridgeStackProps,
  ) {
    super(scope, id, props);
    this.key = Key.fromKeyArn(this, 'Key', keys.key.keyArn);
    this.resourceTags = Object.entries(tagsOf(config)).map(([Key, Value]) => ({ Key, Value }));
  }
}

/** What everything is tagged with. */
export function tagsOf({
  name,
  environment,
  tags,
}: Pick<DeploymentConfig, 'name' | 'environment' | 'tags'>): Readonly<Record<string, string>> {
  return { name, environment, ...tags };
}
