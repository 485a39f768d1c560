import { TimersFake } from '../../../../../support/timers-fake.ts';
import { idsFake } from '../../../../../support/ids-fake.ts';
import { parsePstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';
import type { Hosts, ManagedObjects } from '../../../../../../infra/local/pstn-audio/objects/managed-objects.ts';
import { openObjects } from '../../../../../../infra/local/pstn-audio/objects/open-objects.ts';

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

function objectsOf(changes: object = {}, hosts: Hosts = new Map()): ManagedObjects {
  const config = parsePstnAudioConfig({
    PhoneNumbers: [
      { E164PhoneNumber: '+14255550100', ProductType: 'SipMediaApplicationDialIn' },
      { E164PhoneNumber: '+14255550101', ProductType: 'VoiceConnector', VoiceConnectorId: 'abc' },
    ],
    SipMediaApplications: [application('east', 'us-east-1'), application('west', 'us-west-2')],
    SipRules: [rule('dial-in', {})],
    VoiceConnectors: [{ VoiceConnectorId: 'abc' }],
    ...changes,
  });
  return openObjects(config, { hosts, ids: idsFake(), clock: new TimersFake() });
}

const number = '+14255550100';

describe('a SIP rule', () => {
  it('takes the calls to its number, and no others', () => {
    const objects = objectsOf();

    expect(objects.ruleForNumber(number)?.rule.SipRuleId).toBe('dial-in');
    expect(objects.ruleForNumber('+14255550101')).toBeUndefined();
    expect(objects.ruleForHost(number)).toBeUndefined();
  });

  it('takes none while it is disabled', () => {
    expect(objectsOf({ SipRules: [rule('off', { Disabled: true })] }).ruleForNumber(number)).toBeUndefined();
  });

  it('takes the calls to a Request-URI host, whatever its case', () => {
    const byHost = rule('host', { TriggerType: 'RequestUriHostname', TriggerValue: 'abc.voiceconnector.chime.aws' });
    const objects = objectsOf({ SipRules: [byHost, rule('dial-in', {})] });

    expect(objects.ruleForHost('ABC.voiceconnector.chime.aws')?.rule.SipRuleId).toBe('host');
    expect(objects.ruleForHost('def.voiceconnector.chime.aws')).toBeUndefined();
  });

  it('has its applications tried lowest priority first', () => {
    const targets = [
      { SipMediaApplicationId: 'east', Priority: 2, AwsRegion: 'us-east-1' },
      { SipMediaApplicationId: 'west', Priority: 1, AwsRegion: 'us-west-2' },
    ];

    const match = objectsOf({ SipRules: [rule('two', { TargetApplications: targets })] }).ruleForNumber(number);

    expect(match?.applications.map(({ SipMediaApplicationId: id }) => id)).toEqual(['west', 'east']);
  });

  it('counts for the next call when it is changed while the service runs', () => {
    const objects = objectsOf();
    const { rule } = objects.ruleForNumber(number)!;

    objects.registry.sipRules.set(rule.SipRuleId, { ...rule, Disabled: true });

    expect(objects.ruleForNumber(number)).toBeUndefined();
  });
});

describe('a number', () => {
  it('is the account’s until it is in the deletion queue', () => {
    const objects = objectsOf();
    const given = objects.registry.ownNumber(number)!;

    expect(objects.ownsNumber(number)).toBe(true);
    objects.registry.phoneNumbers.set(number, { ...given, Status: 'ReleaseInProgress' });

    expect([objects.ownsNumber(number), objects.registry.ownNumber(number)]).toEqual([false, undefined]);
  });
});

describe('the telephone network', () => {
  it('sends a number to the peer with the longest prefix, over its protocol', () => {
    const objects = objectsOf({
      Pstn: {
        Routes: [
          { Prefix: '+1', Host: '127.0.0.1', Port: 5001 },
          { Prefix: '+1206', Host: '127.0.0.1', Port: 5002, Protocol: 'TLS' },
        ],
      },
    });

    expect(objects.pstnPeer('+12065550141')).toEqual({ host: '127.0.0.1', port: 5002, protocol: 'TLS' });
    expect(objects.pstnPeer('+14255550142')).toEqual({ host: '127.0.0.1', port: 5001, protocol: 'UDP' });
    expect(objects.pstnPeer('+442079460000')).toBeUndefined();
  });

  it('is found where the hosts say', () => {
    const routes = { Routes: [{ Prefix: '+', Host: 'network.test' }] };
    const objects = objectsOf({ Pstn: routes }, new Map([['network.test', { host: '127.0.0.1', port: 7 }]]));

    expect(objects.pstnPeer('+12065550141')).toEqual({ host: '127.0.0.1', port: 7, protocol: 'UDP' });
  });
});
