import { CustomResource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ChimeProvider } from './chime-provider.ts';

/** Tags of what CloudFormation does not tag itself. */
export type ResourceTags = readonly { readonly Key: string; readonly Value: string }[];

export interface SipMediaApplicationProps {
  readonly provider: ChimeProvider;
  readonly name: string;
  readonly region: string;
  /** What answers its calls. */
  readonly function: lambda.IFunction;
  readonly tags: ResourceTags;
}

/** The service that invokes the function, plays prompts and records. */
export const pstnAudioPrincipal = 'voiceconnector.chime.amazonaws.com';

/** A SIP media application, and the permission that it alone has to invoke its function. */
export class SipMediaApplication extends Construct {
  /** Known at deployment. */
  readonly applicationId: string;
  readonly arn: string;
  readonly invocation: lambda.CfnPermission;

  constructor(scope: Construct, id: string, props: SipMediaApplicationProps) {
    super(scope, id);
    const application = new CustomResource(this, 'Application', {
      serviceToken: props.provider.serviceToken,
      resourceType: 'Custom::SipMediaApplication',
      properties: {
        Name: props.name,
        AwsRegion: props.region,
        LambdaArn: props.function.functionArn,
        Tags: props.tags,
      },
    });
    this.applicationId = application.getAttString('SipMediaApplicationId');
    this.arn = application.getAttString('SipMediaApplicationArn');
    // No call comes before a SIP rule names the application, which is another stack's, later.
    this.invocation = new lambda.CfnPermission(this, 'Invocation', {
      action: 'lambda:InvokeFunction',
      functionName: props.function.functionArn,
      principal: pstnAudioPrincipal,
      sourceAccount: Stack.of(this).account,
      sourceArn: this.arn,
    });
  }
}
