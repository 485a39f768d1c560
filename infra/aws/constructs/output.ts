import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Tells something of a stack once it stands, as an output of CloudFormation. */
export function output(scope: Construct, name: string, value: string, description?: string): CfnOutput {
  return new CfnOutput(scope, name, { value, ...(description === undefined ? {} : { description }) });
}
