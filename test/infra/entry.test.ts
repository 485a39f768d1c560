import { Match } from 'aws-cdk-lib/assertions';
import { outputs } from '../../infra/aws/outputs.ts';
import { synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

let app: SynthesisedApp;
beforeAll(() => {
  app = synthesisedApp();
}, 120_000);
afterAll(() => app.remove());

describe('the number', () => {
  it('is ordered in the area that the config names', () => {
    app.template('Numbers').hasResourceProperties('Custom::ChimePhoneNumber', {
      ProductType: 'SipMediaApplicationDialIn',
      AreaCode: '206',
      RuleName: 'example-bank-prod-number',
      E164PhoneNumber: Match.absent(),
    });
  });

  it('is not ordered where the account has one', () => {
    const owned = synthesisedApp({ phoneNumber: { e164: '+12065550142' } });
    const template = owned.template('Numbers');
    owned.remove();

    template.hasResourceProperties('Custom::ChimePhoneNumber', {
      E164PhoneNumber: '+12065550142',
      AreaCode: Match.absent(),
    });
  });
});

describe('a Voice Connector', () => {
  it('leads to the contact centre by all its routes, encrypted, for its addresses only', () => {
    app.template('Numbers').hasResourceProperties('Custom::VoiceConnector', {
      Name: 'example-bank-prod-contact-center',
      AwsRegion: 'us-east-1',
      RequireEncryption: true,
      Origination: [
        { Host: 'sip1.example.com', Port: 5061, Protocol: 'TCP', Priority: 1, Weight: 10 },
        { Host: '198.51.100.10', Port: 5061, Protocol: 'TCP', Priority: 2, Weight: 1 },
      ],
      TerminationCidrs: ['198.51.100.8/29'],
      CallingRegions: ['US'],
      RuleName: 'example-bank-prod-from-contact-center',
      Tags: Match.arrayWith([{ Key: 'environment', Value: 'prod' }]),
    });
  });

  it('is where calls go that no routing table can be had for', () => {
    const template = app.template('Calls', 'us-east-1');
    const [sma] = Object.values(
      template.findResources('AWS::Lambda::Function', { Properties: { FunctionName: 'example-bank-prod-sma' } }),
    );

    const destination = JSON.stringify(sma?.Properties.Environment.Variables.DEFAULT_DESTINATION);

    expect(destination).toMatch(/voice-connector:.*VoiceConnectorArn.*#support/);
  });
});

describe('the rules that let calls in', () => {
  it.each([
    ['of the number', 'ToPhoneNumber', 'example-bank-prod-number'],
    ['of a Voice Connector', 'RequestUriHostname', 'example-bank-prod-from-contact-center'],
  ])('%s try the primary Region first, the standby then', (_, trigger, name) => {
    const rules = Object.values(app.template('Entry').findResources('Custom::SipRule')).filter(
      ({ Properties }) => Properties.TriggerType === trigger,
    );

    expect(rules).toEqual([
      expect.objectContaining({
        Properties: expect.objectContaining({
          Name: name,
          TargetApplications: [
            expect.objectContaining({ Priority: 1, AwsRegion: 'us-east-1' }),
            expect.objectContaining({ Priority: 2, AwsRegion: 'us-west-2' }),
          ],
        }),
      }),
    ]);
    const [first, second] = rules[0]?.Properties.TargetApplications ?? [];
    expect(first.SipMediaApplicationId).not.toEqual(second.SipMediaApplicationId);
  });

  it('are told to the next deployment', () => {
    app.template('Entry').hasOutput(outputs.voiceConnectorSipRules, {
      Value: { 'Fn::GetAtt': [Match.anyValue(), 'SipRuleId'] },
    });
  });
});
