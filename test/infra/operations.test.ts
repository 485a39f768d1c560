import { Match, Template } from 'aws-cdk-lib/assertions';
import { FakeBundle, smaArn } from '../support/operations-fixture.ts';

const code = new FakeBundle();
beforeAll(() => code.write());
afterAll(() => code.remove());

let primary: Template;
let standby: Template;
beforeAll(() => {
  [primary, standby] = [templateIn('us-east-1'), templateIn('us-west-2')];
});

function templateIn(...given: Parameters<FakeBundle['operationsIn']>): Template {
  return Template.fromStack(code.operationsIn(...given).stack);
}

describe('the operations stack', () => {
  it('tells the e-mail address of the config, on an encrypted topic and over TLS only', () => {
    primary.hasResourceProperties('AWS::SNS::Topic', {
      TopicName: 'example-bank-prod-alarms',
      KmsMasterKeyId: Match.anyValue(),
    });
    primary.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'operators@example.com' });
    primary.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it.each(['us-east-1', 'us-west-2'])('lets the alarms of this account tell it in %s, and nobody else', (region) => {
    const template = region === 'us-east-1' ? primary : standby;
    const [topic] = Object.keys(template.findResources('AWS::SNS::Topic'));
    const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'));

    expect(policy?.Properties.Topics).toEqual([{ Ref: topic }]);
    expect(
      policy?.Properties.PolicyDocument.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow'),
    ).toEqual([
      {
        Sid: 'Alarms',
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: { Ref: topic },
        Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
      },
    ]);
  });

  it('tells of each alarm when it begins and when it is over, with its article', () => {
    const alarms = Object.values(primary.findResources('AWS::CloudWatch::Alarm'));

    expect(alarms.length).toBeGreaterThan(25);
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmTopic/) }]);
      expect(Properties.OKActions).toEqual(Properties.AlarmActions);
      expect(Properties.AlarmName).toMatch(/^example-bank-prod-[a-z-]+$/);
      expect(Properties.AlarmDescription).toMatch(
        /^\[(?:page|ticket)\] .+ What to do: infra\/aws\/runbook\.md#[a-z-]+$/,
      );
      expect(Properties.AlarmDescription.length).toBeLessThanOrEqual(1024);
    }
  });

  it('weighs callers whom nobody answers against those who are answered', () => {
    primary.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-bank-prod-callers-not-answered',
      Threshold: 20,
      DatapointsToAlarm: 2,
      EvaluationPeriods: 3,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      Metrics: Match.arrayWith([
        Match.objectLike({
          Id: 'unanswered',
          MetricStat: {
            Metric: { Namespace: 'SkillCallBridge/example-bank-prod', MetricName: 'CallsUnanswered' },
            Stat: 'Sum',
          },
        }),
      ]),
    });
  });

  it('looks for metrics where this deployment has them, and nowhere that another has', () => {
    const text = JSON.stringify([primary.toJSON(), standby.toJSON()]).replaceAll(String.raw`\\\"`, '"');
    const namespaces = [...text.matchAll(/SkillCallBridge[\w./-]*/g)].map(([namespace]) => namespace);

    expect([...new Set(namespaces)].toSorted()).toEqual([
      'SkillCallBridge/example-bank-prod',
      'SkillCallBridge/example-bank-prod/Canary',
    ]);
    expect(text).toContain('{"SkillCallBridge/example-bank-prod",destinationKind,destinationId}');
    primary.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'example-bank-prod-canary',
      Environment: { Variables: Match.objectLike({ METRICS_NAMESPACE: 'SkillCallBridge/example-bank-prod' }) },
    });
  });

  it('counts lines of a function’s log by their event and fields', () => {
    primary.hasResourceProperties('AWS::Logs::MetricFilter', {
      LogGroupName: '/aws/lambda/example-bank-prod-sma',
      FilterPattern:
        '{ (($.event = "call-attempt-ended") && ($.destinationKind = "meeting") && (($.outcome = "notAnswered") || ($.outcome = "unreachable"))) || ($.event = "invitation-failed") || ($.event = "meeting-unavailable") }',
      MetricTransformations: [
        { MetricNamespace: 'example-bank-prod/Logs', MetricName: 'advisers-not-coming', MetricValue: '1' },
      ],
    });
  });

  it('watches each function as it is deployed, up to four fifths of its time-out', () => {
    primary.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-bank-prod-duration-near-limit-sma',
      Namespace: 'AWS/Lambda',
      MetricName: 'Duration',
      ExtendedStatistic: 'p99',
      Threshold: 3200,
      Dimensions: [{ Name: 'FunctionName', Value: 'example-bank-prod-sma' }],
    });
  });

  it('has a dashboard that leads to the service map and the runbook', () => {
    const [dashboard] = Object.values(primary.findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboard?.Properties.DashboardBody);

    expect(dashboard?.Properties.DashboardName).toBe('example-bank-prod-calls-us-east-1');
    expect(body).toContain('xray:service-map/map');
    expect(body).toContain('infra/aws/runbook.md');
    expect(body).toContain('TimeToAnswer');
  });

  it('in the standby Region watches what calls need, and neither the skill nor the canary', () => {
    const names = Object.values(standby.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) =>
      String(Properties.AlarmName),
    );

    expect(names).toContain('example-bank-prod-callers-not-answered');
    expect(names).toContain('example-bank-prod-function-errors-sma');
    expect(names.filter((name) => /skill|console|canary/.test(name))).toEqual([]);
  });
});

describe('the canary', () => {
  it('is there only where the config wants one', () => {
    const without = templateIn('us-east-1', { canary: undefined });

    without.resourceCountIs('AWS::Scheduler::Schedule', 0);
    without.resourceCountIs('AWS::Lambda::Function', 0);
    standby.resourceCountIs('AWS::Scheduler::Schedule', 0);
  });

  it('calls as often as the config says, the number that it says, and never twice for once', () => {
    primary.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(15 minutes)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Input: '{"to":"+12065550199"}', RetryPolicy: { MaximumRetryAttempts: 0 } },
    });
    primary.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 0 });
    primary.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-bank-prod-canary-not-answered',
      Period: 900,
      TreatMissingData: 'breaching',
    });
  });

  it('may call from this application, read call records, and nothing else', () => {
    primary.hasResourceProperties('AWS::IAM::Role', {
      Policies: Match.arrayWith([
        {
          PolicyName: 'Function',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: 'chime:CreateSipMediaApplicationCall',
                Resource: smaArn('us-east-1'),
              },
              {
                Effect: 'Allow',
                Action: 'dynamodb:Query',
                Resource: Match.objectLike({ 'Fn::Join': Match.anyValue() }),
              },
              {
                Effect: 'Allow',
                Action: 'kms:Decrypt',
                Resource: Match.anyValue(),
                Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.us-east-1.amazonaws.com' } },
              },
            ],
          },
        },
      ]),
    });
  });
});
