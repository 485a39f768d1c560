export const productTypes = ['SipMediaApplicationDialIn', 'VoiceConnector'] as const;
export type PhoneNumberProductType = (typeof productTypes)[number];

/** What a phone number rings. */
export interface PhoneNumberAssociation {
  readonly Name: 'SipRuleId' | 'VoiceConnectorId' | 'VoiceConnectorGroupId';
  readonly Value: string;
  /** ISO 8601. */
  readonly AssociatedTimestamp: string;
}

/** A number of the account (Amazon Chime SDK API reference, PhoneNumber). */
export interface PhoneNumber {
  /** The number as E.164, with its "+"; AWS uses it as id too. */
  readonly PhoneNumberId: string;
  readonly E164PhoneNumber: string;
  readonly PhoneNumberArn: string;
  /** ISO 3166-1 alpha-2. */
  readonly Country: string;
  readonly Type: 'Local' | 'TollFree';
  readonly ProductType: PhoneNumberProductType;
  /** `ReleaseInProgress`: in the deletion queue, no longer the account's to use. */
  readonly Status: 'Assigned' | 'Unassigned' | 'ReleaseInProgress';
  readonly Capabilities: {
    readonly InboundCall: boolean;
    readonly OutboundCall: boolean;
    readonly InboundSMS: boolean;
    readonly OutboundSMS: boolean;
    readonly InboundMMS: boolean;
    readonly OutboundMMS: boolean;
  };
  readonly Associations: readonly PhoneNumberAssociation[];
  readonly CallingName?: string;
  readonly CallingNameStatus: 'Unassigned' | 'UpdateInProgress' | 'UpdateSucceeded' | 'UpdateFailed';
  readonly Name?: string;
  readonly OrderId?: string;
  /** ISO 8601, like the two that follow. */
  readonly CreatedTimestamp: string;
  readonly UpdatedTimestamp: string;
  /** When it is to leave the deletion queue for good. */
  readonly DeletionTimestamp?: string;
}
