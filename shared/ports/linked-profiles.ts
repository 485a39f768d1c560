import type { E164 } from '../domain/phone-number.ts';

/** What the business knows about a customer who has linked their account; each part may be missing. */
export interface LinkedProfile {
  /** 1 to 200 characters. */
  readonly name?: string;
  readonly phoneNumber?: E164;
  /** 1 to 64 characters. */
  readonly accountId?: string;
}

/** Profiles of accounts that customers have linked to the skill. */
export interface LinkedProfiles {
  /**
   * `undefined` when the token is not taken, or no longer: the customer counts as not linked.
   * Rejects, with the HTTP `status` if there was one, when the profile cannot be had within `timeoutMs` (more than 0).
   * @param token the bearer token of account linking: a secret, never logged.
   */
  of(token: string, call: { readonly timeoutMs: number }): Promise<LinkedProfile | undefined>;
}
