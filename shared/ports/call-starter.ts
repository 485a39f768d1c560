import type { CallContextId } from '../domain/call-context-id.ts';
import type { E164 } from '../domain/phone-number.ts';

/** The ways in that the skill can start. */
export const callIngresses = ['alexa-skill-call', 'alexa-smart-properties', 'callback'] as const;
export type CallIngress = (typeof callIngresses)[number];

export interface CallRequest {
  readonly contextId: CallContextId;
  /** The caller's own number: shown as From, or rung. */
  readonly from: E164;
  /** The number of the SIP media application. */
  readonly to: E164;
  readonly deviceId: string;
}

export type CallStartResult =
  | { readonly kind: 'started' }
  /** 403: the skill has not been allowed to call. */
  | { readonly kind: 'permissionMissing' }
  /** 404: the customer's Alexa account is outside North America. */
  | { readonly kind: 'notAvailableHere' }
  | { readonly kind: 'busy' }
  /** 400: a request that the service does not take is ours to mend. */
  | { readonly kind: 'refused'; readonly code: string }
  /** There is no such way in for this caller: no device to call from, or no profile for its room. */
  | { readonly kind: 'notCapable' }
  /** 401, 5xx, no answer in time, or no connection. */
  | { readonly kind: 'unavailable' };

/** How a call enters: one adapter for each way in. */
export interface CallStarter {
  readonly ingress: CallIngress;
  /** Whether a caller of that number can be had by it at all. Absent: any can. */
  reaches?(callersNumber: E164): boolean;
  start(request: CallRequest): Promise<CallStartResult>;
}
