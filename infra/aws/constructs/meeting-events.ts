import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { adviserNewsPattern } from '../../../shared/contracts/meeting-events.ts';

/** Takes those who come and go in meetings of calls to a function (Amazon Chime SDK developer guide, automating with EventBridge). */
export function meetingEvents(scope: Construct, id: string, target: IFunction): Rule {
  const { source, 'detail-type': detailType, detail } = adviserNewsPattern;
  return new Rule(scope, id, {
    description: 'Advisers who come to a meeting with a caller, and go.',
    eventPattern: {
      source: [...source],
      detailType: [...detailType],
      detail: { eventType: [...detail.eventType], externalMeetingId: [...detail.externalMeetingId] },
    },
    targets: [
      new FunctionTarget(target, {
        // No caller waits longer than that to be told: later it is no longer true.
        maxEventAge: Duration.minutes(1),
        retryAttempts: 3,
      }),
    ],
  });
}
