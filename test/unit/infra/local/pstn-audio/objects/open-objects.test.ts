import { TimersFake } from '../../../../../support/timers-fake.ts';
import { idsFake } from '../../../../../support/ids-fake.ts';
import { parsePstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';
import { openObjects } from '../../../../../../infra/local/pstn-audio/objects/open-objects.ts';
import { wholeConfig } from '../config/config-fixture.ts';

describe('what is configured is there as it would be on AWS', () => {
  const { registry } = openObjects(parsePstnAudioConfig(wholeConfig), { ids: idsFake(), clock: new TimersFake() });
  const now = '2026-11-18T15:00:00.000Z';

  it('with ARNs of the account', () => {
    expect(registry.sipMediaApplications.get('west')?.SipMediaApplicationArn).toBe(
      'arn:aws:chime:us-west-2:111122223333:sma/west',
    );
    expect(registry.voiceConnectors.get('office')?.VoiceConnectorArn).toBe(
      'arn:aws:chime:us-east-1:111122223333:vc/office',
    );
    expect(registry.voiceConnectorGroups.get('both')?.VoiceConnectorGroupArn).toMatch(/:111122223333:vcg\/both$/);
  });

  it('made when the service was started', () => {
    expect(registry.sipRules.get('dial-in')).toMatchObject({ CreatedTimestamp: now, UpdatedTimestamp: now });
    expect(registry.now()).toBe(now);
  });

  it('with the names and hosts that were left out', () => {
    expect(registry.voiceConnectors.get('sealed')).toMatchObject({ Name: 'sealed', AwsRegion: 'us-east-1' });
    expect(registry.voiceConnectorAt('Office.voiceconnector.chime.aws')?.VoiceConnectorId).toBe('office');
    expect(registry.voiceConnectorAt('sealed.example.test')?.VoiceConnectorId).toBe('sealed');
  });

  it('with groups that go by priority', () => {
    expect(registry.voiceConnectorGroups.get('both')?.CallDistributionType).toBe('PriorityWeightedDistribution');
  });

  it('with TCP as the protocol of an encrypted connector that names none', () => {
    expect(registry.voiceConnectors.get('sealed')?.Origination?.Routes[0]).toMatchObject({
      Port: 5060,
      Protocol: 'TCP',
    });
  });

  it.each([
    { number: '+16075550111', rings: { Name: 'SipRuleId', Value: 'dial-in' } },
    { number: '+16075550122', rings: { Name: 'VoiceConnectorId', Value: 'office' } },
    { number: '+16075550133', rings: { Name: 'VoiceConnectorGroupId', Value: 'both' } },
  ])('with $number ringing what it rings', ({ number, rings }) => {
    expect(registry.phoneNumbers.get(number)).toMatchObject({
      Status: 'Assigned',
      Country: 'US',
      Type: 'Local',
      Associations: [{ ...rings, AssociatedTimestamp: now }],
    });
  });

  it.each([
    { number: '+18005550111', Country: 'US', Type: 'TollFree' },
    { number: '+442079460111', Country: 'GB', Type: 'Local' },
    { number: '+15555550100', Country: 'US', Type: 'Local' },
    { number: '+999123', Country: 'ZZ', Type: 'Local' },
  ])('with $number as a $Type number of $Country that rings nothing', ({ number: E164PhoneNumber, ...kind }) => {
    const config = { PhoneNumbers: [{ E164PhoneNumber, ProductType: 'SipMediaApplicationDialIn' }] };

    const opened = openObjects(parsePstnAudioConfig(config), { ids: idsFake(), clock: new TimersFake() });

    expect(opened.registry.phoneNumbers.get(E164PhoneNumber)).toMatchObject({
      ...kind,
      Status: 'Unassigned',
      Associations: [],
    });
  });

  it('with numbers by what they ring, rules by their application, and groups by their connector', () => {
    expect(registry.numbersOf('VoiceConnectorId', 'office').map(({ PhoneNumberId }) => PhoneNumberId)).toEqual([
      '+16075550122',
    ]);
    expect(registry.rulesOf('west').map(({ SipRuleId }) => SipRuleId)).toEqual(['dial-in']);
    expect(registry.groupsOf('sealed').map(({ VoiceConnectorGroupId }) => VoiceConnectorGroupId)).toEqual(['both']);
  });
});
