/** A call that the device is to place, as StartCommunicationSession ordered it. */
export interface DeviceCall {
  /** E.164; over a trunk what the room calls from: an extension, or a number of the property's. */
  readonly from: string;
  /** E.164: a number of a SIP media application. Over a trunk any address that its other end knows, such as an extension. */
  readonly to: string;
  /** The value of the User-to-User header: hex digits and `;encoding=hex`. Absent when the skill gave no clientSessionId, or a trunk does not carry it. */
  readonly userToUser?: string;
  /** The value of X-Alexa-LWA-ClientId; empty over a trunk, which has no such header. */
  readonly alexaClientId: string;
  readonly deviceId: string;
  /** What the skill was answered. */
  readonly sessionId: string;
  /** How a device that a business manages reaches the private branch exchange. Absent: straight to PSTN Audio. */
  readonly via?: {
    readonly kind: 'trunk';
    /** The peer at the other end: the host of the Request-URI. */
    readonly host: string;
  };
}
