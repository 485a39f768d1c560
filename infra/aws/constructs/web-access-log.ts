import { Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Neither viewers' addresses nor paths and queries, in which ids of call contexts stand: the API's own log has routes and token holders. */
const fields = [
  'date',
  'time',
  'x-edge-location',
  'x-edge-request-id',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'cs-method',
  'sc-status',
  'sc-bytes',
  'time-taken',
  'ssl-protocol',
] as const;

/** CloudFront delivers its logs from here, wherever else a deployment stands (Amazon CloudFront developer guide, standard logging v2). */
const deliveryRegion = 'us-east-1';

/**
 * Has CloudFront log what it answered into a bucket, by CloudWatch's delivery of logs: with the fields that are wanted and no others.
 * Nothing is logged where the stack stands in another Region than the one that delivers.
 */
export function webAccessLog(
  scope: Construct,
  id: string,
  {
    name,
    distribution,
    bucket,
  }: { readonly name: string; readonly distribution: IDistribution; readonly bucket: IBucket },
): void {
  const { region, account, partition } = Stack.of(scope);
  if (region !== deliveryRegion) return;
  const log = new Construct(scope, id);
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'WebAccessLogs',
      principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`AWSLogs/${account}/*`)],
      conditions: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:${region}:${account}:delivery-source:${name}` },
      },
    }),
  );
  const source = new CfnDeliverySource(log, 'Source', {
    name,
    logType: 'ACCESS_LOGS',
    resourceArn: `arn:${partition}:cloudfront::${account}:distribution/${distribution.distributionId}`,
  });
  const destination = new CfnDeliveryDestination(log, 'Destination', {
    name,
    destinationResourceArn: bucket.bucketArn,
    outputFormat: 'json',
  });
  const delivery = new CfnDelivery(log, 'Delivery', {
    deliverySourceName: source.ref,
    deliveryDestinationArn: destination.attrArn,
    recordFields: [...fields],
  });
  if (bucket.policy !== undefined) delivery.node.addDependency(bucket.policy);
}
