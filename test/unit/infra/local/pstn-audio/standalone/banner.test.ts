import { banner } from '../../../../../../infra/local/pstn-audio/standalone/banner.ts';
import { parsePstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';

const arn = (region: string): string => `arn:aws:lambda:${region}:111122223333:function:sma`;
const application = (id: string, region: string) => ({
  SipMediaApplicationId: id,
  AwsRegion: region,
  Name: id,
  Endpoints: [{ LambdaArn: arn(region) }],
});
const rule = (id: string, trigger: object) => ({
  SipRuleId: id,
  Name: id,
  TargetApplications: [
    { SipMediaApplicationId: 'west', Priority: 2, AwsRegion: 'us-west-2' },
    { SipMediaApplicationId: 'east', Priority: 1, AwsRegion: 'us-east-1' },
  ],
  ...trigger,
});
const number = (E164PhoneNumber: string) => ({ E164PhoneNumber, ProductType: 'SipMediaApplicationDialIn' });

const sip = { host: '127.0.0.1', port: 5060 };
const started = {
  addresses: new Map([
    ['UDP' as const, sip],
    ['TCP' as const, sip],
  ]),
  voiceApi: 'http://127.0.0.1:1',
  meetingsApi: 'http://127.0.0.1:2',
};

describe('what is said when the service has started', () => {
  it('is that nobody can call, when no rule and no number says who would take it', () => {
    const lines = banner({ ...started, setup: { config: parsePstnAudioConfig({}) } });

    expect(lines.at(-1)).toBe(
      '  call it    nobody can: PhoneNumbers and SipRules say who takes which call; --init <folder> writes some',
    );
  });

  it('is where it listens, who takes which calls, and how to call', () => {
    const config = parsePstnAudioConfig({
      SipMediaApplications: [application('east', 'us-east-1'), application('west', 'us-west-2')],
      SipRules: [
        rule('off', { TriggerType: 'ToPhoneNumber', TriggerValue: '+12065550100', Disabled: true }),
        rule('on', { TriggerType: 'ToPhoneNumber', TriggerValue: '+12065550101' }),
        rule('host', { TriggerType: 'RequestUriHostname', TriggerValue: 'abc.voiceconnector.chime.aws' }),
      ],
      PhoneNumbers: [
        number('+12065550100'),
        number('+12065550101'),
        number('+12065550102'),
        { E164PhoneNumber: '+12065550103', ProductType: 'VoiceConnector', VoiceConnectorId: 'abc' },
      ],
      VoiceConnectors: [
        { VoiceConnectorId: 'abc', AwsRegion: 'us-east-1', OutboundHostName: 'abc.voiceconnector.chime.aws' },
      ],
      Buckets: { prompts: '/prompts' },
    });

    const lines = banner({ ...started, setup: { config } });

    expect(lines).toEqual([
      'PSTN Audio is ready.',
      '  SIP        UDP 127.0.0.1:5060, TCP 127.0.0.1:5060',
      '  number     +12065550100 ⇒ nobody: the SIP rule "off" is disabled',
      '  number     +12065550101 ⇒ sma (us-east-1), else sma (us-west-2)',
      '  number     +12065550102 ⇒ nobody: no SIP rule names it',
      '  number     +12065550103 ⇒ Voice Connector abc',
      '  host       abc.voiceconnector.chime.aws ⇒ sma (us-east-1), else sma (us-west-2)',
      '  bucket     prompts in /prompts',
      '  Voice API  http://127.0.0.1:1 (AWS_ENDPOINT_URL_CHIME_SDK_VOICE)',
      '  Meetings   http://127.0.0.1:2 (AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS)',
      '  call it    sip:+12065550101@127.0.0.1:5060 with any SIP telephone; Ctrl-C stops',
    ]);
  });
});
