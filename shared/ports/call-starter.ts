import type { CallContextId } from '../domain/call-context-id.ts';
import type { E164 } from '../domain/phone-number.ts';

export interface CallRequest {
  readonly contextId: CallContextId;
  /** The caller's number: shown to PSTN Audio as From. */
  readonly from: E164;
  /** The number of the SIP media application. */
  readonly to: E164;
  readonly deviceId: string;
}

export type CallStartResult =
  | { readonly kind: 'started' }
  /** 401, or 403: the skill has not been allowed to call. */
  | { readonly kind: 'permissionMissing' }
  /** 404: the customer's Alexa account is outside North America. */
  | { readonly kind: 'notAvailableHere' }
  | { readonly kind: 'busy' }
  /** 400: a request that the service does not take is ours to mend. */
  | { readonly kind: 'refused'; readonly code: string }
  /** 5xx, no answer in time, or no connection. */
  | { readonly kind: 'unavailable' };

/** How a call enters: one adapter for each way in. */
export interface CallStarter {
  start(request: CallRequest): Promise<CallStartResult>;
}
