/** A call that the device is to place, as StartCommunicationSession ordered it. */
export interface DeviceCall {
  /** E.164. */
  readonly from: string;
  /** E.164: a number of a SIP media application. */
  readonly to: string;
  /** The value of the User-to-User header: hex digits and `;encoding=hex`. Absent when the skill gave no clientSessionId. */
  readonly userToUser?: string;
  /** The value of X-Alexa-LWA-ClientId. */
  readonly alexaClientId: string;
  readonly deviceId: string;
  /** What the skill was answered. */
  readonly sessionId: string;
}
