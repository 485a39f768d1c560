export const triggerTypes = ['ToPhoneNumber', 'RequestUriHostname'] as const;
export type SipRuleTriggerType = (typeof triggerTypes)[number];

/** Which calls go to which SIP media applications (API reference, SipRule). */
export interface SipRule {
  readonly SipRuleId: string;
  readonly Name: string;
  readonly Disabled: boolean;
  readonly TriggerType: SipRuleTriggerType;
  /** An E.164 number, or the outbound host name of a Voice Connector. */
  readonly TriggerValue: string;
  /** 1 to 25, one a Region; tried lowest Priority first. */
  readonly TargetApplications: readonly SipRuleTargetApplication[];
  /** ISO 8601. */
  readonly CreatedTimestamp: string;
  readonly UpdatedTimestamp: string;
}

export interface SipRuleTargetApplication {
  readonly SipMediaApplicationId: string;
  /** From 1. */
  readonly Priority: number;
  readonly AwsRegion: string;
}
