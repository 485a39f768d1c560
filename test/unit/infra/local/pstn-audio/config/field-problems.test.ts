import { checkPstnAudioConfig, parsePstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';
import { problemLine } from '../../../../../../infra/local/pstn-audio/config/problem.ts';
import { changed } from './config-fixture.ts';

function problemsOf(value: unknown): readonly string[] {
  const reading = checkPstnAudioConfig(value);
  return reading.kind === 'wrong' ? reading.problems.map(problemLine) : [];
}

describe('what is wrong in one field is told with its place and what to do', () => {
  it.each([
    {
      case: 'a misspelt section',
      config: { Phonenumbers: [] },
      says: 'Phonenumbers: is not known here – did you mean "PhoneNumbers"?',
    },
    {
      case: 'a misspelt field',
      config: changed('SipRules[0].Trigger', 'x'),
      says: 'SipRules[0].Trigger: is not known here – known: SipRuleId, Name, Disabled, TriggerType, TriggerValue, TargetApplications',
    },
    {
      case: 'a misspelt switch',
      config: changed('Behavior', { RetrySequenze: 'Same' }),
      says: 'Behavior.RetrySequenze: is not known here – did you mean "RetrySequence"?',
    },
    {
      case: 'a field that is missing',
      config: changed('SipRules[0].Name', undefined),
      says: 'SipRules[0].Name: is missing: give it text in quotes',
    },
    {
      case: 'a choice that is missing',
      config: changed('PhoneNumbers[0].ProductType', undefined),
      says: 'PhoneNumbers[0].ProductType: is missing: give it "SipMediaApplicationDialIn" or "VoiceConnector"',
    },
    {
      case: 'a number that is none',
      config: changed('PhoneNumbers[0].E164PhoneNumber', '555-0111'),
      says: 'PhoneNumbers[0].E164PhoneNumber: must be a telephone number in E.164: "+", country code and number, without blanks, such as "+12065550100"',
    },
    {
      case: 'an account without quotes',
      config: changed('AwsAccountId', 111122223333),
      says: 'AwsAccountId: must be text in quotes',
    },
    {
      case: 'a short account',
      config: changed('AwsAccountId', '1111'),
      says: 'AwsAccountId: must have 12 digits, in quotes',
    },
    {
      case: 'a product that is none',
      config: changed('PhoneNumbers[0].ProductType', 'BusinessCalling'),
      says: 'PhoneNumbers[0].ProductType: must be "SipMediaApplicationDialIn" or "VoiceConnector"',
    },
    {
      case: 'a weight out of range',
      config: changed('VoiceConnectors[0].Origination.Routes[0].Weight', 0),
      says: 'VoiceConnectors[0].Origination.Routes[0].Weight: must be at least 1',
    },
    {
      case: 'a port that is none',
      config: changed('Pstn.Routes[0].Port', 70_000),
      says: 'Pstn.Routes[0].Port: must be at most 65535',
    },
    {
      case: 'a port with a fraction',
      config: changed('Sip.Port', 50.5),
      says: 'Sip.Port: must be a whole number',
    },
    {
      case: 'a list that is an object',
      config: changed('SipRules', {}),
      says: 'SipRules: must be a list in [ ]',
    },
    {
      case: 'a rule without targets',
      config: changed('SipRules[0].TargetApplications', []),
      says: 'SipRules[0].TargetApplications: must have at least 1 entry',
    },
    {
      case: 'two functions behind one application',
      config: changed('SipMediaApplications[0].Endpoints', [
        { LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:a' },
        { LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:b' },
      ]),
      says: 'SipMediaApplications[0].Endpoints: must have at most 1 entry',
    },
    {
      case: 'an ARN that is none',
      config: changed('SipMediaApplications[0].Endpoints[0].LambdaArn', 'sma'),
      says: 'SipMediaApplications[0].Endpoints[0].LambdaArn: must be the ARN of a Lambda function, such as "arn:aws:lambda:us-east-1:111122223333:function:sma"',
    },
    {
      case: 'a Region that is none',
      config: changed('VoiceConnectors[0].AwsRegion', 'Virginia'),
      says: 'VoiceConnectors[0].AwsRegion: must be an AWS Region such as "us-east-1"',
    },
    {
      case: 'a host with a port',
      config: changed('Pstn.Routes[0].Host', '127.0.0.1:5090'),
      says: 'Pstn.Routes[0].Host: must be a host name or an IPv4 address, without a port',
    },
    {
      case: 'a certificate without its key',
      config: changed('Sip.Tls.PrivateKeyFile', undefined),
      says: 'Sip.Tls.PrivateKeyFile: is missing: give it text in quotes',
    },
    {
      case: 'an address to listen on that nobody can send to',
      config: changed('Sip.Host', '0.0.0.0'),
      says: 'Sip.AdvertisedHost: is missing: Host 0.0.0.0 is not one that peers can send to, so name one that they can',
    },
    {
      case: 'an address to listen on that is none',
      config: changed('Sip.Host', 'localhost'),
      says: 'Sip.Host: must be an IPv4 address of this machine, such as "127.0.0.1"',
    },
    {
      case: 'an address to name that nobody can send to',
      config: changed('Sip.AdvertisedHost', '0.0.0.0'),
      says: 'Sip.AdvertisedHost: must be an IPv4 address that peers can send to, such as "192.0.2.10"',
    },
    {
      case: 'a number in quotes',
      config: changed('Sip.Port', '5060'),
      says: 'Sip.Port: must be a number, without quotes',
    },
    {
      case: 'a truth in quotes',
      config: changed('SipRules[0].Disabled', 'false'),
      says: 'SipRules[0].Disabled: must be true or false, without quotes',
    },
    {
      case: 'milliseconds for seconds',
      config: changed('Functions[0].Timeout', 20_000),
      says: 'Functions[0].Timeout: must be 1 to 900 seconds',
    },
    {
      case: 'a block that is none',
      config: changed('VoiceConnectors[0].Termination.CidrAllowedList', ['127.0.0.1']),
      says: 'VoiceConnectors[0].Termination.CidrAllowedList[0]: must be an IPv4 block in CIDR notation, such as "127.0.0.0/8" or "192.0.2.10/32"',
    },
    {
      case: 'a country that is none',
      config: changed('VoiceConnectors[0].Termination.CallingRegions', ['USA']),
      says: 'VoiceConnectors[0].Termination.CallingRegions[0]: must be a country as ISO 3166-1 alpha-2 writes it, such as "US"',
    },
    {
      case: 'more connectors than a group takes',
      config: changed(
        'VoiceConnectorGroups[0].VoiceConnectorItems',
        ['a', 'b', 'c', 'd'].map((id) => ({ VoiceConnectorId: id, Priority: 1 })),
      ),
      says: 'VoiceConnectorGroups[0].VoiceConnectorItems: must have at most 3 entries',
    },
    {
      case: 'a bucket that cannot be',
      config: changed('Buckets', { My_Prompts: './prompts' }),
      says: 'Buckets.My_Prompts: must be the name of a bucket: 3 to 63 of a-z, 0-9, "-" and "."',
    },
    {
      case: 'an environment variable that cannot be',
      config: changed('Functions[0].Environment', { '1ST': 'x' }),
      says: 'Functions[0].Environment.1ST: must start with a letter and have letters, digits and "_"',
    },
    {
      case: 'a number of attributes that AWS knows not',
      config: changed('Behavior', { MaximumTransactionAttributes: 50 }),
      says: 'Behavior.MaximumTransactionAttributes: must be 10 or 100',
    },
    { case: 'a configuration that is a list', config: [], says: 'must be an object in { }' },
  ])('$case', ({ config, says }) => {
    expect(problemsOf(config)).toEqual([says]);
  });

  it('does not say that a misspelt field is missing as well', () => {
    const { Name, ...rest } = { SipRuleId: 'r', Name: 'n', TriggerType: 'ToPhoneNumber', TriggerValue: '+12065550100' };
    const misspelt = { ...rest, Nam: Name, TargetApplications: [{ SipMediaApplicationId: 'a', Priority: 1 }] };

    expect(problemsOf({ SipRules: [misspelt] })).toEqual(['SipRules[0].Nam: is not known here – did you mean "Name"?']);
  });

  it('tells all of them at once', () => {
    const config = { AwsAccountId: '1', Pstn: { Routes: [{ Prefix: '1', Host: '' }] }, Sip: { Port: -1 } };

    expect(problemsOf(config).map((line) => line.split(':')[0])).toEqual([
      'AwsAccountId',
      'Sip.Port',
      'Pstn.Routes[0].Prefix',
      'Pstn.Routes[0].Host',
    ]);
  });

  it('lets all addresses be listened on when one is named', () => {
    expect(problemsOf(changed('Sip', { Host: '0.0.0.0', AdvertisedHost: '192.0.2.10' }))).toEqual([]);
  });

  it('repeats no number, for what is configured may be somebody’s', () => {
    expect(problemsOf(changed('SipRules[0].TriggerValue', '+12025550199')).join()).not.toContain('2025550199');
  });

  it('is thrown as one error by those who cannot go on without', () => {
    expect(() => parsePstnAudioConfig({ AwsAccountId: '1', Phonenumbers: [] })).toThrow(
      'PSTN Audio configuration: AwsAccountId: must have 12 digits, in quotes; Phonenumbers: is not known here – did you mean "PhoneNumbers"?',
    );
  });
});
