import type { CallContextId } from './call-context-id.ts';
import type { CallerLocation } from './location.ts';
import type { E164 } from './phone-number.ts';
import type { EpochMs } from './time.ts';

/** How a call enters. Everything behind the entry is independent of it. */
export const ingresses = ['alexa-skill-call', 'alexa-smart-properties', 'callback', 'phone'] as const;
export type Ingress = (typeof ingresses)[number];

/** Why the caller calls. */
export interface CallReason {
  /** An id from the routing table's catalogue, or "other". */
  readonly id: string;
  /** What the caller said, in their own words. */
  readonly words?: string;
}

/** What the skill gathered about one call. Everything but the reason and the ingress may be missing. */
export interface CallContext {
  readonly id: CallContextId;
  readonly ingress: Ingress;
  readonly reason: CallReason;
  readonly callerName?: string;
  readonly phoneNumber?: E164;
  readonly accountId?: string;
  readonly location?: CallerLocation;
  /** BCP 47, as Alexa gives it: "en-US". */
  readonly locale?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whose it is, as a digest of their Alexa user id: so that it can be forgotten when they leave the skill. */
  readonly owner?: string;
  readonly createdAt: EpochMs;
  /** After this the context is gone, whether or not the store has swept it yet. */
  readonly expiresAt: EpochMs;
}

/** How long a context lives unless the operator says otherwise: one hour. */
export const defaultContextLifetimeMs = 60 * 60 * 1000;
