import { Match } from 'aws-cdk-lib/assertions';
import { resourcesOf, synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

let app: SynthesisedApp;
beforeAll(() => {
  app = synthesisedApp();
}, 120_000);
afterAll(() => app.remove());

/** Of the functions that make what CloudFormation does not know, in stacks whose names end so. */
function statements(stackName: string, action: string): readonly Statement[] {
  return ['AWS::IAM::Policy', 'AWS::IAM::Role']
    .flatMap((type) => resourcesOf(app, type))
    .filter(({ stack, id }) => stack.endsWith(stackName) && /^Chime(?:OnEvent|IsComplete)/.test(id))
    .flatMap(({ properties }) => (properties['Policies'] as object[] | undefined) ?? [properties])
    .flatMap((policy) => (policy as { PolicyDocument?: { Statement: Statement[] } }).PolicyDocument?.Statement ?? [])
    .filter(({ Action }) => [Action].flat().includes(action));
}

describe('what deployment may do with SIP rules', () => {
  it.each(['Entry', 'Numbers'])('in %s reaches the applications of both Regions, which each rule names', (stack) => {
    const allowed = statements(stack, 'chime:UpdateSipRule');

    expect(allowed).toHaveLength(2);
    for (const { Resource } of allowed) {
      const written = JSON.stringify(Resource);
      expect(written).toContain(':chime:us-east-1:');
      expect(written).toContain(':chime:us-west-2:');
      expect(written.match(/:sma\/\*/g)).toHaveLength(2);
    }
  });
});

describe('what deployment may do for a SIP media application', () => {
  it.each(['lambda:GetPolicy', 'lambda:AddPermission'])('is %s, of the function that it names alone', (action) => {
    const allowed = statements('Calls-us-west-2', action);

    expect(allowed).toHaveLength(2);
    for (const { Resource } of allowed)
      expect(Resource).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^SmaFunction/), 'Arn'] });
  });

  it('is to make the role in which the service speaks, and no other role', () => {
    const allowed = statements('Calls-us-east-1', 'iam:CreateServiceLinkedRole');

    expect(allowed).toHaveLength(2);
    for (const { Resource, Condition } of allowed) {
      expect(Condition).toEqual({ StringEquals: { 'iam:AWSServiceName': 'voiceconnector.chime.amazonaws.com' } });
      expect(JSON.stringify(Resource)).toMatch(
        /:role\/aws-service-role\/voiceconnector\.chime\.amazonaws\.com\/AWSServiceRoleForAmazonChimeVoiceConnector"/,
      );
    }
  });
});

describe('the logs of a Voice Connector', () => {
  it.each(['/aws/ChimeVoiceConnectorSipMessages/', '/aws/ChimeVoiceConnectorLogs/'])(
    'that begin with %s forget, under the deployment’s key, and go with the connector',
    (start) => {
      const [group, ...others] = Object.values(app.template('Numbers').findResources('AWS::Logs::LogGroup')).filter(
        ({ Properties }) => JSON.stringify(Properties.LogGroupName ?? '').includes(start),
      );

      expect(others).toEqual([]);
      expect(group).toMatchObject({
        Properties: {
          LogGroupName: { 'Fn::Join': ['', [start, { 'Fn::GetAtt': [expect.any(String), 'VoiceConnectorId'] }]] },
          RetentionInDays: 30,
        },
        DeletionPolicy: 'Delete',
      });
      expect(JSON.stringify(group?.Properties.KmsKeyId)).toContain('example-bank-prod-Keys-us-east-1');
    },
  );

  it('are written only once their groups are there, and no longer when those go', () => {
    const template = app.template('Numbers');
    const named = Object.entries(template.findResources('AWS::Logs::LogGroup')).filter(([, { Properties }]) =>
      JSON.stringify(Properties.LogGroupName ?? '').includes('/aws/ChimeVoiceConnector'),
    );

    template.hasResource('Custom::VoiceConnectorLogging', {
      Properties: { VoiceConnectorId: { 'Fn::GetAtt': [Match.anyValue(), 'VoiceConnectorId'] }, Sip: true },
      DependsOn: named.map(([id]) => id).sort(),
    });
    expect(named).toHaveLength(2);
    template.hasResourceProperties('Custom::VoiceConnector', { Logging: Match.absent() });
  });
});
