import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import { acknowledge } from './acknowledge.ts';
import { edgeFunction } from './edge-functions.ts';
import { logOfEmptying } from './log-of-emptying.ts';
import { webAccessLog } from './web-access-log.ts';
import { webHeadersPolicy } from './web-headers-policy.ts';

export interface WebProps {
  readonly name: string;
  readonly config: Pick<DeploymentConfig, 'console' | 'environment' | 'logs'>;
  /** What logs are encrypted with. */
  readonly key: IKey;
  /** The origin of the pages that people sign in at. */
  readonly signInOrigin: string;
}

/** Where the application asks for the API, on its own origin. */
export const apiPath = '/api';

/**
 * The console's web application: files in a bucket that nobody reads but CloudFront, and the API under `/api`, on one origin. Encrypted with
 * keys of S3's own: the files are code that every browser gets, and a key of the deployment's would have to let CloudFront in.
 */
export class Web extends Construct {
  readonly files: Bucket;
  readonly distribution: cloudfront.Distribution;
  /** Where people use it: "https://console.your-bank.com". */
  readonly url: string;
  /** Every origin it is to be had under, the one to be used first. */
  readonly origins: readonly string[];
  readonly #headers: cloudfront.ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { name, config, key, signInOrigin }: WebProps) {
    super(scope, id);
    const { domain, embeddedBy, webAclArn } = config.console;
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
      reason: 'It holds the access logs of the application; logs of who read logs would go on for ever.',
    });
    if (!kept) logOfEmptying(this, { config, key });
    this.files = new Bucket(this, 'Files', {
      ...common,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'files/',
    });
    this.#headers = webHeadersPolicy(this, 'Headers', {
      connect: [signInOrigin],
      frameAncestors: embeddedBy.length === 0 ? [] : ["'self'", ...embeddedBy],
    });
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `${name}: the console`,
      defaultRootObject: 'index.html',
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      // North America, Europe and Israel: where telephones of PSTN Audio and those who answer them are.
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      ...(domain === undefined
        ? {}
        : {
            domainNames: [domain.name],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
          }),
      ...(webAclArn === undefined ? {} : { webAclId: webAclArn }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.files as IBucket),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
        // Files say themselves how long they are kept.
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.#headers,
        compress: true,
        functionAssociations: [atViewer(edgeFunction(this, 'Pages', 'pages'))],
      },
    });
    webAccessLog(this, 'Log', { name, distribution: this.distribution, bucket: accessLogs });
    this.#acknowledge(config.console);
    const own = `https://${this.distribution.distributionDomainName}`;
    this.origins = domain === undefined ? [own] : [`https://${domain.name}`, own];
    this.url = this.origins[0] ?? own;
  }

  /** Hands everything under `/api` to the API, without the prefix, as it came, and keeps nothing of the answers. */
  passOn(apiHost: string): void {
    this.distribution.addBehavior(
      `${apiPath}/*`,
      new HttpOrigin(apiHost, {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
        // Longer than API Gateway itself waits for a function.
        readTimeout: Duration.seconds(31),
      }),
      {
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
        cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
        // With Authorization, and without Host, by which API Gateway knows its APIs.
        originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy: this.#headers,
        functionAssociations: [atViewer(edgeFunction(this, 'ApiPath', 'api'))],
      },
    );
  }

  #acknowledge({ domain, webAclArn }: DeploymentConfig['console']): void {
    acknowledge(this.distribution, {
      id: 'AwsSolutions-CFR1',
      reason:
        'Where agents and operators may be is the company’s business: nobody gets further than files without a token.',
    });
    if (webAclArn === undefined)
      acknowledge(this.distribution, {
        id: 'AwsSolutions-CFR2',
        reason: 'A web ACL costs more than all the rest of the console: console.webAclArn takes one that is there.',
      });
    acknowledge(this.distribution, {
      id: 'AwsSolutions-CFR3',
      reason: `The rule knows the older kind of log alone, which would hold viewers' addresses and ids of call contexts. ${Stack.of(this).region === 'us-east-1' ? 'It logs by CloudWatch’s delivery, without them.' : 'The bucket and the API log what is asked for, without them.'}`,
    });
    if (domain === undefined)
      acknowledge(this.distribution, {
        id: 'AwsSolutions-CFR4',
        reason:
          'Without a certificate of its own a distribution has CloudFront’s name and CloudFront’s choice of protocols; console.domain gives it both.',
      });
  }
}

function atViewer(edge: cloudfront.IFunction): cloudfront.FunctionAssociation {
  return { eventType: cloudfront.FunctionEventType.VIEWER_REQUEST, function: edge };
}
