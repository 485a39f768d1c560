export const callDistributionTypes = ['PriorityWeightedDistribution', 'LoadBalancedDistribution'] as const;

/** Voice Connectors that stand in for each other (API reference, VoiceConnectorGroup). */
export interface VoiceConnectorGroup {
  readonly VoiceConnectorGroupId: string;
  readonly VoiceConnectorGroupArn: string;
  readonly Name: string;
  /** Up to 3; a call goes to the lowest Priority first. */
  readonly VoiceConnectorItems: readonly VoiceConnectorItem[];
  /** Kept as data: what the second does, no page says, and calls go by priority. */
  readonly CallDistributionType: (typeof callDistributionTypes)[number];
  /** ISO 8601. */
  readonly CreatedTimestamp: string;
  readonly UpdatedTimestamp: string;
}

export interface VoiceConnectorItem {
  readonly VoiceConnectorId: string;
  /** 1 to 99. */
  readonly Priority: number;
}
