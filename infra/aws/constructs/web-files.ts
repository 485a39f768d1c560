import { DefaultStackSynthesizer, Size, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source, type BucketDeploymentProps } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { ConsoleConfig } from '../../../shared/contracts/console-config.ts';
import { cacheControlOf, hashedFilesPrefix } from '../../web-headers.ts';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { acknowledge, acknowledgeWildcard } from './acknowledge.ts';
import { encryptedLogGroup } from './encrypted-log-group.ts';

export interface WebFilesProps {
  /** The application, built. */
  readonly directory: string;
  readonly bucket: Bucket;
  /** Where the application finds what it needs. */
  readonly consoleConfig: ConsoleConfig;
  readonly config: Pick<DeploymentConfig, 'logs'>;
  readonly key: IKey;
}

/** Maps tell browsers' tools where code comes from; the list of files is the bundler's. Neither is asked for by the application. */
const leftOut = ['*.map', 'manifest.json'];

/**
 * Puts the application's files into its bucket: first those with a hash in their names, which stay when newer ones come, for windows that
 * are open may still ask for them; then index.html and the others, with config.json.
 */
export class WebFiles extends Construct {
  constructor(scope: Construct, id: string, { directory, bucket, consoleConfig, config, key }: WebFilesProps) {
    super(scope, id);
    const logGroup = encryptedLogGroup(this, 'Logs', { key, config });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: 'Puts the files of the console into their bucket',
      inlinePolicies: {
        Logs: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logGroup.logGroupArn],
            }),
          ],
        }),
      },
    });
    const files = Source.asset(directory, { exclude: leftOut });
    const common = {
      destinationBucket: bucket as IBucket,
      role,
      logGroup,
      // Its usual 128 MB are for a few small files.
      memoryLimit: 512,
      outputObjectKeys: false,
      ephemeralStorageSize: Size.mebibytes(512),
    } satisfies Partial<BucketDeploymentProps>;
    const hashed = `${hashedFilesPrefix.slice(1)}*`;
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      sources: [files],
      exclude: ['*'],
      include: [hashed],
      prune: false,
      cacheControl: [CacheControl.fromString(cacheControlOf(`${hashedFilesPrefix}any`))],
    });
    const pages = new BucketDeployment(this, 'Pages', {
      ...common,
      sources: [files, Source.jsonData('config.json', consoleConfig)],
      exclude: [hashed],
      cacheControl: [CacheControl.fromString(cacheControlOf('/index.html'))],
    });
    pages.node.addDependency(assets);
    acknowledgeRights(role, bucket);
    acknowledgeRuntime(this);
  }
}

/** Which the CDK gives: to read what it has uploaded itself, and to write into the one bucket. */
function acknowledgeRights(role: Role, bucket: Bucket): void {
  const { partition, account, region } = Stack.of(role);
  const reason =
    'The CDK’s own policy for copying files from its bucket of assets into this one; their names are only known then.';
  acknowledge(
    role,
    ...['GetBucket*', 'GetObject*', 'List*', 'Abort*', 'DeleteObject*'].map((action) => ({
      id: `AwsSolutions-IAM5[Action::s3:${action}]`,
      reason,
    })),
  );
  const assets = `cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${account}-${region}`;
  acknowledgeWildcard(role, `arn:${partition}:s3:::${assets}/*`, reason);
  acknowledgeWildcard(role, bucket.arnForObjects('*'), reason);
}

/** Of the CDK's function that copies, one in a stack for all that is copied. */
function acknowledgeRuntime(scope: Construct): void {
  const copier = Stack.of(scope).node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (copier === undefined) throw new Error(`${scope.node.path}: files are copied another way now`);
  acknowledge(copier, { id: 'AwsSolutions-L1', reason: 'The CDK chooses the runtime of its own function.' });
}
