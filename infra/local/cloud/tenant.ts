import type { AlexaAccount } from '../alexa/api/account.ts';
import type { SmartProperty } from '../alexa/api/smart-properties/smart-property.ts';
import type { BranchTelephone } from '../contact-center/branches.ts';
import type { PstnAudioConfig } from '../pstn-audio/config/config.ts';

/** Whose skill and numbers the local cloud runs: everything that on AWS and Alexa would be somebody's account. */
export interface Tenant {
  readonly region: string;
  /** Where the SMA function and the tables stand once more: see withStandbyRegion. Absent: nowhere. */
  readonly standbyRegion?: string;
  readonly skill: {
    /** amzn1.ask.skill.<uuid> */
    readonly id: string;
    /** amzn1.application-oa2-client.<32 hex> */
    readonly clientId: string;
    /** The folder of `<locale>.json` interaction models. */
    readonly modelsFolder: string;
    readonly locale: string;
  };
  /** As BUSINESS_NAME takes it. */
  readonly businessName: string;
  /** As REASONS_WITH_PLACE takes them. */
  readonly reasonsWithPlace: readonly string[];
  /** As CALL_INGRESSES takes them. Absent: calls from the device, and callbacks. */
  readonly callIngresses?: readonly string[];
  /** Whose Echo it is. */
  readonly account: AlexaAccount;
  /** The business that manages the device, when one does. Absent: somebody's own Echo. */
  readonly smartProperty?: SmartProperty;
  /** The number that the skill calls. */
  readonly smaPhoneNumber: string;
  readonly routingTable: { readonly name: string; readonly file: string };
  /** As DEFAULT_DESTINATION takes it. */
  readonly defaultDestination: string;
  /** As LOOK_UP_SIGNING_KEYS takes it. Absent: no look-up service is asked. */
  readonly lookUpSigningKeys?: string;
  /** The secret that LOOK_UP_SIGNING_SECRET names, where `lookUpSigningKeys` lie then. Absent: the function has them in its settings. */
  readonly lookUpSigningSecret?: string;
  /** The secret that CONTEXT_SIGNING_SECRET names. Absent: the functions have the keys of context ids in their settings. */
  readonly contextSigningSecret?: string;
  /** The secret that CALL_COMMAND_SECRET names. Absent: the functions have the keys of commands in their settings. */
  readonly callCommandSecret?: string;
  /** As VOICEMAIL_BUCKET takes it. Absent: no voicemail is taken. */
  readonly voicemailBucket?: string;
  /** As CALL_RECORDINGS takes it. Absent: no conversation is recorded. */
  readonly callRecordings?: string;
  /** As WAITING_MUSIC takes it. Absent: silence between words. */
  readonly waitingMusic?: string;
  /** As RINGBACK_TONE takes it. Absent: the telephone network's. */
  readonly ringbackTone?: string;
  /** SIP rules, by id, by which calls of its own Voice Connectors come in. Absent: none. */
  readonly voiceConnectorSipRules?: readonly string[];
  readonly pstnAudio: PstnAudioConfig;
  /** Host names in `pstnAudio` that the local phones answer to. */
  readonly hosts: { readonly contactCenter: string; readonly telephoneNetwork: string };
  /** The contact centre's id in the routing table. */
  readonly contactCenterId: string;
  readonly branches: readonly BranchTelephone[];
}
