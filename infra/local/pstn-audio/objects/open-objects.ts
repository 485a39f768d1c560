import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { PstnAudioConfig } from '../config/config-schema.ts';
import type { PhoneNumberConfig } from '../config/phone-number.ts';
import type { VoiceConnectorConfig } from '../config/voice-connector.ts';
import { ManagedObjects } from './managed-objects.ts';
import { newPhoneNumber } from './new-phone-number.ts';
import { defaultOutboundHost } from './outbound-host.ts';
import type { PhoneNumber, PhoneNumberAssociation } from './phone-number.ts';
import { Registry } from './registry.ts';
import type { Hosts } from './sip-peer.ts';
import type { VoiceConnector } from './voice-connector.ts';

/** What a configuration has, as the objects that it would be on AWS. The registry in it is live: what is changed there counts. */
export function openObjects(
  config: PstnAudioConfig,
  { hosts = new Map(), ids, clock }: { readonly hosts?: Hosts | undefined; readonly ids: Ids; readonly clock: Clock },
): ManagedObjects {
  const registry = new Registry(config.AwsAccountId, clock);
  const stamps = { CreatedTimestamp: registry.now(), UpdatedTimestamp: registry.now() };
  for (const application of config.SipMediaApplications)
    registry.sipMediaApplications.set(application.SipMediaApplicationId, {
      ...application,
      SipMediaApplicationArn: registry.arnOf('sma', application.AwsRegion, application.SipMediaApplicationId),
      ...stamps,
    });
  for (const rule of config.SipRules) registry.sipRules.set(rule.SipRuleId, { ...rule, ...stamps });
  for (const connector of config.VoiceConnectors)
    registry.voiceConnectors.set(connector.VoiceConnectorId, { ...voiceConnector(connector, registry), ...stamps });
  for (const { Name, ...group } of config.VoiceConnectorGroups)
    registry.voiceConnectorGroups.set(group.VoiceConnectorGroupId, {
      ...group,
      Name: Name ?? group.VoiceConnectorGroupId,
      VoiceConnectorGroupArn: registry.arnOf('vcg', 'us-east-1', group.VoiceConnectorGroupId),
      ...stamps,
    });
  for (const number of config.PhoneNumbers)
    registry.phoneNumbers.set(number.E164PhoneNumber, phoneNumber(number, registry));
  return new ManagedObjects({ registry, pstnRoutes: config.Pstn.Routes, hosts, ids });
}

type Unstamped<Stamped> = Omit<Stamped, 'CreatedTimestamp' | 'UpdatedTimestamp'>;

function voiceConnector(config: VoiceConnectorConfig, registry: Registry): Unstamped<VoiceConnector> {
  const { VoiceConnectorId, VoiceConnectorArn, AwsRegion, Name, OutboundHostName, RequireEncryption } = config;
  const { Origination, Termination, TerminationCredentials } = config;
  const defaultProtocol = RequireEncryption ? 'TCP' : 'UDP';
  return {
    VoiceConnectorId,
    VoiceConnectorArn: VoiceConnectorArn ?? registry.arnOf('vc', AwsRegion, VoiceConnectorId),
    AwsRegion,
    Name: Name ?? VoiceConnectorId,
    OutboundHostName: OutboundHostName ?? defaultOutboundHost(VoiceConnectorId),
    RequireEncryption,
    TerminationCredentials,
    ...(Origination === undefined
      ? {}
      : {
          Origination: {
            ...Origination,
            Routes: Origination.Routes.map(({ Protocol = defaultProtocol, ...route }) => ({ ...route, Protocol })),
          },
        }),
    ...(Termination === undefined ? {} : { Termination: withoutUndefined(Termination) }),
  };
}

function withoutUndefined({
  DefaultPhoneNumber,
  ...rest
}: NonNullable<VoiceConnectorConfig['Termination']>): NonNullable<VoiceConnector['Termination']> {
  return { ...rest, ...(DefaultPhoneNumber === undefined ? {} : { DefaultPhoneNumber }) };
}

function phoneNumber(config: PhoneNumberConfig, registry: Registry): PhoneNumber {
  const { E164PhoneNumber, ProductType, Name } = config;
  const associations = associationsOf(config, registry);
  return {
    ...newPhoneNumber({ E164PhoneNumber, ProductType, ...(Name === undefined ? {} : { Name }) }, registry),
    Status: associations.length === 0 ? 'Unassigned' : 'Assigned',
    Associations: associations,
  };
}

function associationsOf(
  { E164PhoneNumber, VoiceConnectorId, VoiceConnectorGroupId }: PhoneNumberConfig,
  registry: Registry,
): readonly PhoneNumberAssociation[] {
  const to = (Name: PhoneNumberAssociation['Name'], Value: string | undefined): PhoneNumberAssociation[] =>
    Value === undefined ? [] : [{ Name, Value, AssociatedTimestamp: registry.now() }];
  return [
    ...to('SipRuleId', registry.ruleTriggeredBy('ToPhoneNumber', E164PhoneNumber)?.SipRuleId),
    ...to('VoiceConnectorId', VoiceConnectorId),
    ...to('VoiceConnectorGroupId', VoiceConnectorGroupId),
  ];
}
