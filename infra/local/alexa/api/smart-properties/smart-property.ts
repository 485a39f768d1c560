import type { LwaCredentials } from '../../../../../shared/contracts/login-with-amazon.ts';

/** A business that manages Alexa devices in its rooms (Alexa Smart Properties), as its console and APIs would have been set up. */
export interface SmartProperty {
  /** Of the Login with Amazon security profile that may manage the property. */
  readonly credentials: LwaCredentials;
  readonly rooms: readonly Room[];
  /** Host name of the SIP trunk's peer, to which calls to extensions go: it stands in their Request-URI. */
  readonly trunkHost: string;
  /**
   * Whether a call shows the skill's clientSessionId in User-to-User. False unless told, for no page says that a trunk gets to
   * see it: the call is then told apart by whom it comes from, a room's extension.
   */
  readonly sendsUserToUser?: boolean;
}

export interface Room {
  /** Of the account's `unit`, when the device stands here. */
  readonly persistentUnitId: string;
  /** Its communication profile; without one the room cannot call. */
  readonly profileId: string;
  /** What its calls show as From: an extension of the private branch exchange, or a number of the property's in E.164. */
  readonly extension: string;
}
