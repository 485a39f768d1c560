import { checkPstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';
import { problemLine } from '../../../../../../infra/local/pstn-audio/config/problem.ts';
import { changed, wholeConfig } from './config-fixture.ts';

function problemsOf(value: unknown): readonly string[] {
  const reading = checkPstnAudioConfig(value);
  return reading.kind === 'wrong' ? reading.problems.map(problemLine) : [];
}

const [dialIn] = wholeConfig.SipRules;
const [office, sealed] = wholeConfig.VoiceConnectors;
const [number] = wholeConfig.PhoneNumbers;
const route = wholeConfig.Pstn.Routes[0];

describe('fields that do not fit together are told with their place', () => {
  it.each([
    {
      case: 'a rule for an application that is not there',
      config: changed('SipRules[1].TargetApplications[0].SipMediaApplicationId', 'south'),
      says: 'SipRules[1].TargetApplications[0].SipMediaApplicationId: is not among SipMediaApplications: add the application there',
    },
    {
      case: 'a target in another Region than its application',
      config: changed('SipRules[1].TargetApplications[0].AwsRegion', 'us-west-2'),
      says: 'SipRules[1].TargetApplications[0].AwsRegion: must be us-east-1, where the application is',
    },
    {
      case: 'two targets of one priority',
      config: changed('SipRules[0].TargetApplications[1].Priority', 1),
      says: 'SipRules[0].TargetApplications[1].Priority: is that of SipRules[0].TargetApplications[0] too: the order in which they are tried would be left to chance',
    },
    {
      case: 'two targets in one Region',
      config: changed('SipRules[0].TargetApplications[1]', {
        SipMediaApplicationId: 'east',
        Priority: 2,
        AwsRegion: 'us-east-1',
      }),
      says: 'SipRules[0].TargetApplications[1].AwsRegion: is that of SipRules[0].TargetApplications[0] too: a rule has one application a Region',
    },
    {
      case: 'a rule for a number that is not owned',
      config: changed('SipRules[0].TriggerValue', '+12025550199'),
      says: 'SipRules[0].TriggerValue: is not among PhoneNumbers: add it there, with ProductType SipMediaApplicationDialIn',
    },
    {
      case: 'a rule for a number of a connector',
      config: changed('SipRules[0].TriggerValue', '+16075550122'),
      says: 'SipRules[0].TriggerValue: is a number of ProductType VoiceConnector, which rings no rule: make it SipMediaApplicationDialIn',
    },
    {
      case: 'a rule for what is no number',
      config: changed('SipRules[0].TriggerValue', '16075550111'),
      says: 'SipRules[0].TriggerValue: must be an E.164 number such as "+12065550100" for TriggerType ToPhoneNumber',
    },
    {
      case: 'a rule for a host that no connector has',
      config: changed('SipRules[1].TriggerValue', 'elsewhere.example.test'),
      says: 'SipRules[1].TriggerValue: is no OutboundHostName of VoiceConnectors: name one of them',
    },
    {
      case: 'two rules for one trigger',
      config: changed('SipRules[1]', { ...dialIn!, SipRuleId: 'again' }),
      says: 'SipRules[1].TriggerValue: is that of SipRules[0] too: a trigger has one rule; name several TargetApplications in it',
    },
    {
      case: 'two rules of one id',
      config: changed('SipRules[1].SipRuleId', 'dial-in'),
      says: 'SipRules[1].SipRuleId: is that of SipRules[0] too: give each an id of its own',
    },
    {
      case: 'a function that is not configured, while others are',
      config: changed(
        'SipMediaApplications[0].Endpoints[0].LambdaArn',
        'arn:aws:lambda:us-east-1:111122223333:function:other',
      ),
      says: 'SipMediaApplications[0].Endpoints[0].LambdaArn: is no FunctionArn of Functions: add the function there',
    },
    {
      case: 'a function in another Region than its application',
      config: changed(
        'SipMediaApplications[0].Endpoints[0].LambdaArn',
        'arn:aws:lambda:us-west-2:111122223333:function:sma',
      ),
      says: 'SipMediaApplications[0].Endpoints[0].LambdaArn: is in us-west-2: the function has to be in us-east-1, as the application is',
    },
    {
      case: 'one function twice',
      config: changed('Functions[1].FunctionArn', wholeConfig.Functions[0]!.FunctionArn),
      says: 'Functions[1].FunctionArn: is that of Functions[0] too: name each function once',
    },
    {
      case: 'UDP where encryption is required',
      config: changed('VoiceConnectors[1].Origination.Routes[0].Protocol', 'UDP'),
      says: 'VoiceConnectors[1].Origination.Routes[0].Protocol: must be TCP: RequireEncryption sends SIP over TLS; or leave RequireEncryption out',
    },
    {
      case: 'one peer twice',
      config: changed('VoiceConnectors[0].Origination.Routes[1]', office!.Origination.Routes[0]),
      says: 'VoiceConnectors[0].Origination.Routes[1].Host: is that of VoiceConnectors[0].Origination.Routes[0] too: name each peer once; its share of calls is its Weight',
    },
    {
      case: 'a number to show that is not owned',
      config: changed('VoiceConnectors[0].Termination.DefaultPhoneNumber', '+12025550199'),
      says: 'VoiceConnectors[0].Termination.DefaultPhoneNumber: is not among PhoneNumbers: add it there',
    },
    {
      case: 'one user name twice',
      config: changed('VoiceConnectors[0].TerminationCredentials[1]', { Username: 'office', Password: 'another' }),
      says: 'VoiceConnectors[0].TerminationCredentials[1].Username: is that of VoiceConnectors[0].TerminationCredentials[0] too: it has one password',
    },
    {
      case: 'one host for two connectors',
      config: changed('VoiceConnectors[2]', {
        ...sealed!,
        VoiceConnectorId: 'third',
        OutboundHostName: 'SEALED.example.test',
      }),
      says: 'VoiceConnectors[2].OutboundHostName: is that of VoiceConnectors[1] too: give each connector a host of its own',
    },
    {
      case: 'a group of a connector that is not there',
      config: changed('VoiceConnectorGroups[0].VoiceConnectorItems[1].VoiceConnectorId', 'gone'),
      says: 'VoiceConnectorGroups[0].VoiceConnectorItems[1].VoiceConnectorId: is not among VoiceConnectors: add it there',
    },
    {
      case: 'a group with one connector twice',
      config: changed('VoiceConnectorGroups[0].VoiceConnectorItems[1].VoiceConnectorId', 'office'),
      says: 'VoiceConnectorGroups[0].VoiceConnectorItems[1].VoiceConnectorId: is that of VoiceConnectorGroups[0].VoiceConnectorItems[0] too: name it once',
    },
    {
      case: 'a number of a connector that is not there',
      config: changed('PhoneNumbers[1].VoiceConnectorId', 'gone'),
      says: 'PhoneNumbers[1].VoiceConnectorId: is not among VoiceConnectors: add it there',
    },
    {
      case: 'a number of a group that is not there',
      config: changed('PhoneNumbers[2].VoiceConnectorGroupId', 'gone'),
      says: 'PhoneNumbers[2].VoiceConnectorGroupId: is not among VoiceConnectorGroups: add it there',
    },
    {
      case: 'a number of a connector and of a group',
      config: changed('PhoneNumbers[1].VoiceConnectorGroupId', 'both'),
      says: 'PhoneNumbers[1].VoiceConnectorGroupId: must not stand beside VoiceConnectorId: give one or the other',
    },
    {
      case: 'a dial-in number with a connector',
      config: changed('PhoneNumbers[0].VoiceConnectorId', 'office'),
      says: 'PhoneNumbers[0].VoiceConnectorId: stands with ProductType VoiceConnector only: leave it out, or change the ProductType',
    },
    {
      case: 'one number twice',
      config: changed('PhoneNumbers[3]', number),
      says: 'PhoneNumbers[3].E164PhoneNumber: is that of PhoneNumbers[0] too: write it once',
    },
    {
      case: 'one bot twice',
      config: changed('Bots[1]', wholeConfig.Bots[0]),
      says: 'Bots[1].BotAliasArn: is that of Bots[0] too: an alias has one bot for a LocaleId',
    },
    {
      case: 'one prefix twice',
      config: changed('Pstn.Routes[1]', { ...route!, Port: 5091 }),
      says: 'Pstn.Routes[1].Prefix: is that of Pstn.Routes[0] too: only one of them could take a call',
    },
    {
      case: 'two listeners on one port',
      config: changed('Endpoints', { VoiceApiPort: 5061 }),
      says: 'Endpoints.VoiceApiPort: is that of Sip.Tls.Port too: choose another; 0 takes any free port',
    },
    {
      case: 'two interfaces on one port',
      config: changed('Endpoints', { VoiceApiPort: 8443, LambdaApiPort: 8443 }),
      says: 'Endpoints.LambdaApiPort: is that of Endpoints.VoiceApiPort too: choose another; 0 takes any free port',
    },
  ])('$case', ({ config, says }) => {
    expect(problemsOf(config)).toContain(says);
  });

  it('lets listeners share a number for a port when it is 0, or when they are on addresses of their own', () => {
    expect(problemsOf(changed('Sip', { Port: 0, Tls: { ...wholeConfig.Sip.Tls, Port: 0 } }))).toEqual([]);
    expect(problemsOf({ Sip: { Host: '192.0.2.10', Port: 8080 }, Endpoints: { VoiceApiPort: 8080 } })).toEqual([]);
  });

  it('lets functions be elsewhere when none are configured', () => {
    expect(problemsOf(changed('Functions', []))).toEqual([]);
  });

  it('finds the connector’s own host name when none is given', () => {
    expect(problemsOf(changed('SipRules[1].TriggerValue', 'OFFICE.voiceconnector.chime.aws'))).toEqual([]);
  });
});
