import type { RequestEnvelope } from 'ask-sdk-model';

/** What one request lets the skill do for the customer at Alexa's own services. */
export interface AlexaAccess {
  /** Region's origin, as the request names it. */
  readonly apiEndpoint: string;
  /** A secret that lives about an hour: never stored, never logged. */
  readonly apiAccessToken: string;
  readonly deviceId: string;
}

/** `undefined` when the request did not come from a device: out of a test console, or without a token. */
export function alexaAccessOf({ context }: RequestEnvelope): AlexaAccess | undefined {
  const { apiEndpoint, apiAccessToken, device } = context.System;
  if (!apiEndpoint || !apiAccessToken || !device?.deviceId) return undefined;
  return { apiEndpoint, apiAccessToken, deviceId: device.deviceId };
}
