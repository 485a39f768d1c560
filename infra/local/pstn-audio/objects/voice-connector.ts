/**
 * A SIP trunk between AWS and a private branch exchange (API reference, VoiceConnector). What the API puts and gets by operations
 * of their own (origination, termination, credentials, streaming …) stands here with it.
 */
export interface VoiceConnector {
  readonly VoiceConnectorId: string;
  readonly VoiceConnectorArn: string;
  readonly AwsRegion: string;
  readonly Name: string;
  /** The host that a private branch exchange sends its calls to. */
  readonly OutboundHostName: string;
  readonly RequireEncryption: boolean;
  /** Kept as data: calls that Amazon Connect analyses or transfers are not part of the local service. */
  readonly IntegrationType?: 'CONNECT_CALL_TRANSFER_CONNECTOR' | 'CONNECT_ANALYTICS_CONNECTOR';
  /** Kept as data: the local service speaks IPv4. */
  readonly NetworkType?: 'IPV4_ONLY' | 'DUAL_STACK';
  /** Absent: nothing set, so nothing is delivered. */
  readonly Origination?: Origination;
  /** Absent: nothing set, so nothing is taken from the private branch exchange. */
  readonly Termination?: Termination;
  readonly TerminationCredentials: readonly Credential[];
  /** When the private branch exchange last asked by OPTIONS, and from which address. */
  readonly TerminationHealth?: { readonly Timestamp: string; readonly Source: string };
  /** Kept as data, like the three that follow. */
  readonly LoggingConfiguration?: { readonly EnableSIPLogs?: boolean; readonly EnableMediaMetricLogs?: boolean };
  readonly StreamingConfiguration?: StreamingConfiguration;
  readonly EmergencyCallingConfiguration?: EmergencyCallingConfiguration;
  readonly ExternalSystemsConfiguration?: ExternalSystemsConfiguration;
  /** ISO 8601. */
  readonly CreatedTimestamp: string;
  readonly UpdatedTimestamp: string;
}

/** Calls from AWS to the private branch exchange. */
export interface Origination {
  readonly Disabled: boolean;
  /** Up to 20. */
  readonly Routes: readonly OriginationRoute[];
}

export interface OriginationRoute {
  /** A name or an IP address. */
  readonly Host: string;
  readonly Port: number;
  readonly Protocol: 'TCP' | 'UDP';
  /** 1 to 100; lowest first. */
  readonly Priority: number;
  /** 1 to 100: the share of calls within a priority. */
  readonly Weight: number;
}

/** Calls from the private branch exchange to AWS. */
export interface Termination {
  readonly Disabled: boolean;
  /** Calls a second. */
  readonly CpsLimit: number;
  /** Shown when the caller's own number is not the account's. */
  readonly DefaultPhoneNumber?: string;
  /** Countries that may be called, ISO 3166-1 alpha-2. */
  readonly CallingRegions: readonly string[];
  /** Addresses that may call, as CIDR blocks. */
  readonly CidrAllowedList: readonly string[];
}

/** A user name and password that the private branch exchange proves itself with. */
export interface Credential {
  readonly Username: string;
  readonly Password: string;
}

export interface StreamingConfiguration {
  readonly DataRetentionInHours: number;
  readonly Disabled: boolean;
  readonly StreamingNotificationTargets?: readonly { readonly NotificationTarget: 'EventBridge' | 'SNS' | 'SQS' }[];
  readonly MediaInsightsConfiguration?: { readonly Disabled?: boolean; readonly ConfigurationArn?: string };
}

export interface EmergencyCallingConfiguration {
  readonly DNIS: readonly {
    readonly EmergencyPhoneNumber: string;
    readonly TestPhoneNumber?: string;
    readonly CallingCountry: string;
  }[];
}

export const sessionBorderControllerTypes = [
  'RIBBON_SBC',
  'ORACLE_ACME_PACKET_SBC',
  'AVAYA_SBCE',
  'CISCO_UNIFIED_BORDER_ELEMENT',
  'AUDIOCODES_MEDIANT_SBC',
] as const;

export const contactCenterSystemTypes = [
  'GENESYS_ENGAGE_ON_PREMISES',
  'AVAYA_AURA_CALL_CENTER_ELITE',
  'AVAYA_AURA_CONTACT_CENTER',
  'CISCO_UNIFIED_CONTACT_CENTER_ENTERPRISE',
] as const;

/** What stands before Amazon Connect. */
export interface ExternalSystemsConfiguration {
  readonly SessionBorderControllerTypes: readonly (typeof sessionBorderControllerTypes)[number][];
  readonly ContactCenterSystemTypes: readonly (typeof contactCenterSystemTypes)[number][];
}
