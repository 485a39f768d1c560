/** A SIP media application: the function that decides what becomes of a call (API reference, SipMediaApplication). */
export interface SipMediaApplication {
  readonly SipMediaApplicationId: string;
  readonly SipMediaApplicationArn: string;
  readonly AwsRegion: string;
  readonly Name: string;
  /** Exactly one. */
  readonly Endpoints: readonly SipMediaApplicationEndpoint[];
  /** ISO 8601. */
  readonly CreatedTimestamp: string;
  readonly UpdatedTimestamp: string;
  /** Kept and given back; nothing here writes such logs. */
  readonly LoggingConfiguration?: { readonly EnableSipMediaApplicationMessageLogs: boolean };
  /** Kept and given back; AWS has withdrawn it. */
  readonly AlexaSkillConfiguration?: {
    readonly AlexaSkillStatus: 'ACTIVE' | 'INACTIVE';
    readonly AlexaSkillIds: readonly string[];
  };
}

export interface SipMediaApplicationEndpoint {
  readonly LambdaArn: string;
}
