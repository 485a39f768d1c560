import type { E164 } from '../phone-number.ts';
import type { OutcomePolicy } from './attempt-policy.ts';
import type { HeaderSettings } from './header-profile.ts';

interface OutcomePolicied {
  /** Absent: the usual policy. */
  readonly onOutcome?: OutcomePolicy;
}

/** One try, with all that is needed to make it: no table has to be read again during the call. Ring times: 1 to 120 s. */
export type Attempt =
  | ({
      readonly kind: 'contactCenter';
      readonly id: string;
      readonly voiceConnectorArn: string;
      readonly user: string;
      readonly headers: HeaderSettings;
      readonly timeoutSeconds: number;
    } & OutcomePolicied)
  | ({
      readonly kind: 'branch';
      readonly id: string;
      readonly number: E164;
      readonly timeoutSeconds: number;
    } & OutcomePolicied)
  | ({
      readonly kind: 'phone';
      readonly id: string;
      readonly number: E164;
      readonly timeoutSeconds: number;
    } & OutcomePolicied)
  | ({ readonly kind: 'meeting'; readonly id: string } & OutcomePolicied)
  /** An operator's service is asked where to go; `timeoutSeconds` is how long what it names is rung. */
  | ({
      readonly kind: 'lookUp';
      readonly id: string;
      readonly url: string;
      readonly timeoutSeconds: number;
    } & OutcomePolicied)
  /** Words to the caller, in their language; the next attempt follows, or the end. */
  | { readonly kind: 'message'; readonly id: string; readonly words: string; readonly locale: string }
  | ({
      readonly kind: 'voicemail';
      readonly id: string;
      /** Said before the tone. */
      readonly words: string;
      readonly locale: string;
      readonly maximumSeconds: number;
    } & OutcomePolicied);

export type AttemptKind = Attempt['kind'];

/** The attempts chosen for one call, in order. */
export interface Plan {
  /** The rule that fitted, or "default". */
  readonly ruleId: string;
  readonly attempts: readonly Attempt[];
  readonly callerId: E164;
}
