import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { acknowledge } from './acknowledge.ts';
import { logOfEmptying } from './log-of-emptying.ts';
import { pstnAudioPrincipal } from './sip-media-application.ts';

export interface CallMediaProps {
  readonly config: Pick<DeploymentConfig, 'environment' | 'recordings' | 'logs'>;
  /** What logs are encrypted with. */
  readonly key: IKey;
}

/**
 * What callers hear, and what is recorded of them. Encrypted with keys of S3's own: PSTN Audio's pages tell which permissions its
 * service needs on a bucket, and none on a key (Amazon Chime SDK developer guide, PlayAudio and StartCallRecording).
 */
export class CallMedia extends Construct {
  readonly prompts: Bucket;
  readonly recordings: Bucket;

  constructor(scope: Construct, id: string, { config, key }: CallMediaProps) {
    super(scope, id);
    const kept = config.environment === 'prod';
    const common = {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: kept ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
      autoDeleteObjects: !kept,
    } satisfies BucketProps;
    // IBucket's `policy` may be missing, Bucket's may be undefined: TypeScript tells the two apart, the CDK does not.
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...common,
      lifecycleRules: [{ expiration: Duration.days(config.logs.retainDays) }],
    }) as IBucket;
    acknowledge(accessLogs, {
      id: 'AwsSolutions-S1',
      reason: 'It holds the access logs of the other buckets; logs of who read logs would go on for ever.',
    });
    if (!kept) logOfEmptying(this, { config, key });
    this.prompts = new Bucket(this, 'Prompts', {
      ...common,
      // A prompt that was replaced by mistake can be had again.
      versioned: true,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'prompts/',
    });
    this.recordings = new Bucket(this, 'Recordings', {
      ...common,
      // Without versions: what has to be forgotten is gone when it goes.
      lifecycleRules: [
        {
          expiration: Duration.days(config.recordings.retainDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'recordings/',
    });
  }

  /** Lets PSTN Audio play and record, for one SIP media application alone. */
  serve(sipMediaApplicationArn: string): void {
    this.#allow(this.prompts, 'SMARead', ['s3:GetObject'], sipMediaApplicationArn);
    this.#allow(this.recordings, 'SMAWrite', ['s3:PutObject', 's3:PutObjectAcl'], sipMediaApplicationArn);
  }

  #allow(bucket: Bucket, sid: string, actions: string[], sipMediaApplicationArn: string): void {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [new ServicePrincipal(pstnAudioPrincipal)],
        actions,
        resources: [bucket.arnForObjects('*')],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account, 'aws:SourceArn': sipMediaApplicationArn },
        },
      }),
    );
  }
}
