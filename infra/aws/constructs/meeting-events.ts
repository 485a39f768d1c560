import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** Takes what happens in meetings to a function (Amazon Chime SDK developer guide, automating with EventBridge). */
export function meetingEvents(scope: Construct, id: string, target: IFunction): Rule {
  return new Rule(scope, id, {
    description: 'Advisers who come to a meeting with a caller, and go.',
    eventPattern: { source: ['aws.chime'], detailType: ['Chime Meeting State Change'] },
    targets: [
      new FunctionTarget(target, {
        // No caller waits longer than that to be told: later it is no longer true.
        maxEventAge: Duration.minutes(1),
        retryAttempts: 3,
      }),
    ],
  });
}
