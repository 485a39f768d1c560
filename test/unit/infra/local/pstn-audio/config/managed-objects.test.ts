import { parsePstnAudioConfig, type PstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';
import { ManagedObjects } from '../../../../../../infra/local/pstn-audio/config/managed-objects.ts';

const application = (id: string, region: string): object => ({
  SipMediaApplicationId: id,
  AwsRegion: region,
  Name: id,
  Endpoints: [{ LambdaArn: `arn:aws:lambda:${region}:111122223333:function:${id}` }],
});
const rule = (id: string, rest: object): object => ({
  SipRuleId: id,
  Name: id,
  TriggerType: 'ToPhoneNumber',
  TriggerValue: '+14255550100',
  TargetApplications: [{ SipMediaApplicationId: 'east', Priority: 1, AwsRegion: 'us-east-1' }],
  ...rest,
});
const route = (host: string, priority: number, weight: number): object => ({
  Host: host,
  Port: 5060,
  Protocol: 'UDP',
  Priority: priority,
  Weight: weight,
});

function config(changes: object = {}): PstnAudioConfig {
  return parsePstnAudioConfig({
    AwsAccountId: '111122223333',
    PhoneNumbers: [{ E164PhoneNumber: '+14255550100', ProductType: 'SipMediaApplicationDialIn' }],
    SipMediaApplications: [application('east', 'us-east-1'), application('west', 'us-west-2')],
    SipRules: [rule('dial-in', {})],
    VoiceConnectors: [],
    Pstn: { Routes: [] },
    ...changes,
  });
}

const dialled = { number: '+14255550100', host: '127.0.0.1' };

describe('a SIP rule', () => {
  it('takes the calls to its number, and no others', () => {
    const objects = new ManagedObjects(config());

    expect(objects.ruleFor(dialled)?.rule.SipRuleId).toBe('dial-in');
    expect(objects.ruleFor({ ...dialled, number: '+14255550101' })).toBeUndefined();
    expect(objects.ruleFor({ ...dialled, number: undefined })).toBeUndefined();
  });

  it('takes none while it is disabled', () => {
    expect(
      new ManagedObjects(config({ SipRules: [rule('off', { Disabled: true })] })).ruleFor(dialled),
    ).toBeUndefined();
  });

  it('takes the calls to a Request-URI host, whatever its case', () => {
    const byHost = rule('host', { TriggerType: 'RequestUriHostname', TriggerValue: 'abc.voiceconnector.chime.aws' });
    const objects = new ManagedObjects(config({ SipRules: [byHost] }));

    expect(objects.ruleFor({ number: undefined, host: 'ABC.voiceconnector.chime.aws' })?.rule.SipRuleId).toBe('host');
  });

  it('has its applications tried lowest priority first', () => {
    const targets = [
      { SipMediaApplicationId: 'east', Priority: 2, AwsRegion: 'us-east-1' },
      { SipMediaApplicationId: 'west', Priority: 1, AwsRegion: 'us-west-2' },
    ];
    const match = new ManagedObjects(config({ SipRules: [rule('two', { TargetApplications: targets })] })).ruleFor(
      dialled,
    );

    expect(match?.applications.map(({ SipMediaApplicationId: id }) => id)).toEqual(['west', 'east']);
  });
});

describe('the telephone network', () => {
  it('sends a number to the peer with the longest prefix', () => {
    const routes = [
      { Prefix: '+1', Host: '127.0.0.1', Port: 5001 },
      { Prefix: '+1206', Host: '127.0.0.1', Port: 5002 },
    ];
    const objects = new ManagedObjects(config({ Pstn: { Routes: routes } }));

    expect(objects.pstnPeer('+12065550141')?.port).toBe(5002);
    expect(objects.pstnPeer('+14255550142')?.port).toBe(5001);
    expect(objects.pstnPeer('+442079460000')).toBeUndefined();
  });
});

describe('a Voice Connector', () => {
  const arn = 'arn:aws:chime:us-east-1:111122223333:vc/abc';
  const connector = (origination: object): object => ({
    VoiceConnectorId: 'abc',
    VoiceConnectorArn: arn,
    AwsRegion: 'us-east-1',
    Name: 'abc',
    Origination: origination,
  });
  const peersOf = (origination: object, hosts = new Map<string, { host: string; port: number }>()): string[] => {
    const objects = new ManagedObjects(config({ VoiceConnectors: [connector(origination)] }), hosts);
    const found = objects.voiceConnector(arn);
    return found === undefined ? [] : objects.originationPeers(found).map(({ host, port }) => `${host}:${port}`);
  };

  it('has its routes tried lowest priority first, within one the heavier first', () => {
    const routes = [route('c', 2, 9), route('b', 1, 1), route('a', 1, 5)];

    expect(peersOf({ Routes: routes })).toEqual(['a:5060', 'b:5060', 'c:5060']);
  });

  it('has no route while origination is disabled', () => {
    expect(peersOf({ Disabled: true, Routes: [route('a', 1, 1)] })).toEqual([]);
  });

  it('is found where the hosts say', () => {
    expect(
      peersOf({ Routes: [route('desk.test', 1, 1)] }, new Map([['desk.test', { host: '127.0.0.1', port: 7 }]])),
    ).toEqual(['127.0.0.1:7']);
  });
});

describe('a configuration', () => {
  const wrong = [
    {
      case: 'a number that is none',
      changes: { PhoneNumbers: [{ E164PhoneNumber: '555', ProductType: 'VoiceConnector' }] },
      says: /E164PhoneNumber/,
    },
    { case: 'a misspelt field', changes: { Phonenumbers: [] }, says: /Phonenumbers/ },
    {
      case: 'a rule without targets',
      changes: { SipRules: [rule('x', { TargetApplications: [] })] },
      says: /TargetApplications/,
    },
    {
      case: 'a rule for an application that is not there',
      changes: {
        SipRules: [
          rule('x', { TargetApplications: [{ SipMediaApplicationId: 'south', Priority: 1, AwsRegion: 'us-east-1' }] }),
        ],
      },
      says: /"x" names the SIP media application "south"/,
    },
  ];

  it.each(wrong)('is refused with its field for $case', ({ changes, says }) => {
    expect(() => config(changes)).toThrow(says);
  });
});
