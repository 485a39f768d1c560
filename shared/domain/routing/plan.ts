import type { E164 } from '../phone-number.ts';
import type { Ringing, WithPolicy } from './attempt-policy.ts';
import type { CallService } from './call-service.ts';
import type { HeaderSettings } from './header-profile.ts';

export interface PhoneAttempt extends Ringing {
  readonly kind: 'phone';
  readonly id: string;
  readonly number: E164;
}

export interface MeetingAttempt extends WithPolicy {
  readonly kind: 'meeting';
  readonly id: string;
  /** How long an adviser is waited for, 1 to 120 s. Absent, as in tables of earlier releases: 60. */
  readonly timeoutSeconds?: number;
}

/** One try, with all that is needed to make it; but for a look-up, whose service the table knows. */
export type Attempt =
  | ({
      readonly kind: 'contactCenter';
      readonly id: string;
      readonly voiceConnectorArn: string;
      readonly user: string;
      readonly headers: HeaderSettings;
    } & Ringing)
  | ({ readonly kind: 'branch'; readonly id: string; readonly number: E164 } & Ringing)
  | PhoneAttempt
  | MeetingAttempt
  /** An operator's service is asked where to go; what it names is rung for as long. */
  | ({ readonly kind: 'lookUp'; readonly id: string } & Ringing)
  /** Words to the caller, in their language; the next attempt follows, or the end. */
  | { readonly kind: 'message'; readonly id: string; readonly words: string; readonly locale: string }
  | ({
      readonly kind: 'voicemail';
      readonly id: string;
      /** Said before the tone. */
      readonly words: string;
      readonly locale: string;
      /** 1 to 600. */
      readonly maximumSeconds: number;
    } & WithPolicy);

export type AttemptKind = Attempt['kind'];

/** The rule of a plan that was made without a table; no rule of a table may be called so. */
export const defaultDestination = 'default-destination';

/** The attempts chosen for one call, in order. */
export interface Plan {
  /** The rule that fitted, or "default". */
  readonly ruleId: string;
  readonly attempts: readonly Attempt[];
  readonly callerId: E164;
  /** Absent: none of it. */
  readonly service?: CallService;
}
