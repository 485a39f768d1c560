import type { Clock } from '../../../../shared/ports/clock.ts';
import { chimeArn, type ArnKind } from './arn.ts';
import type { PhoneNumber } from './phone-number.ts';
import type { SipMediaApplication } from './sip-media-application.ts';
import type { SipRule } from './sip-rule.ts';
import type { VoiceConnectorGroup } from './voice-connector-group.ts';
import type { VoiceConnector } from './voice-connector.ts';

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/**
 * All that the account has, live: calls look it up anew each time, so a change counts for the next call. Objects in it are never
 * altered but replaced. It holds and finds; what may be changed and when is for those who change it.
 */
export class Registry {
  readonly awsAccountId: string;
  /** By E.164 number, those in the deletion queue among them. */
  readonly phoneNumbers = new Map<string, PhoneNumber>();
  /** By id, like the three that follow. */
  readonly sipMediaApplications = new Map<string, SipMediaApplication>();
  readonly sipRules = new Map<string, SipRule>();
  readonly voiceConnectors = new Map<string, VoiceConnector>();
  readonly voiceConnectorGroups = new Map<string, VoiceConnectorGroup>();
  /** By ARN. */
  readonly tags = new Map<string, readonly Tag[]>();
  readonly #clock: Clock;

  constructor(awsAccountId: string, clock: Clock) {
    this.awsAccountId = awsAccountId;
    this.#clock = clock;
  }

  /** The time for an object's timestamps, ISO 8601. */
  now(): string {
    return new Date(this.#clock.now()).toISOString();
  }

  /** An ARN of this account. */
  arnOf(kind: ArnKind, awsRegion: string, id: string): string {
    return chimeArn(kind, { awsRegion, accountId: this.awsAccountId }, id);
  }

  /** A number that is the account's to use: not one in the deletion queue. */
  ownNumber(number: string): PhoneNumber | undefined {
    const found = this.phoneNumbers.get(number);
    return found?.Status === 'ReleaseInProgress' ? undefined : found;
  }

  /** Rules that send calls to this application, enabled or not. */
  rulesOf(sipMediaApplicationId: string): readonly SipRule[] {
    return [...this.sipRules.values()].filter(({ TargetApplications }) =>
      TargetApplications.some((target) => target.SipMediaApplicationId === sipMediaApplicationId),
    );
  }

  /** The rule for a trigger; AWS allows one. Host names are the same whatever their case. */
  ruleTriggeredBy(type: SipRule['TriggerType'], value: string): SipRule | undefined {
    return [...this.sipRules.values()].find(
      ({ TriggerType, TriggerValue }) => TriggerType === type && TriggerValue.toLowerCase() === value.toLowerCase(),
    );
  }

  /** Numbers that ring this rule, connector or group. */
  numbersOf(
    association: 'SipRuleId' | 'VoiceConnectorId' | 'VoiceConnectorGroupId',
    id: string,
  ): readonly PhoneNumber[] {
    return [...this.phoneNumbers.values()].filter(({ Associations }) =>
      Associations.some(({ Name, Value }) => Name === association && Value === id),
    );
  }

  /** Groups that this connector is in. */
  groupsOf(voiceConnectorId: string): readonly VoiceConnectorGroup[] {
    return [...this.voiceConnectorGroups.values()].filter(({ VoiceConnectorItems }) =>
      VoiceConnectorItems.some((item) => item.VoiceConnectorId === voiceConnectorId),
    );
  }

  /** The connector whose outbound host name this is, whatever its case. */
  voiceConnectorAt(host: string): VoiceConnector | undefined {
    return [...this.voiceConnectors.values()].find(
      ({ OutboundHostName }) => OutboundHostName.toLowerCase() === host.toLowerCase(),
    );
  }

  /** The connector that has exactly this ARN. */
  voiceConnectorBy(arn: string): VoiceConnector | undefined {
    return [...this.voiceConnectors.values()].find(({ VoiceConnectorArn }) => VoiceConnectorArn === arn);
  }
}
