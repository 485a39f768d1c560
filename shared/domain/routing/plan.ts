import type { E164 } from '../phone-number.ts';
import type { HeaderProfile } from './table.ts';

/** One try, with all that is needed to make it: no table has to be read again during the call. */
export type Attempt =
  | {
      readonly kind: 'contactCenter';
      readonly id: string;
      readonly voiceConnectorArn: string;
      readonly user: string;
      readonly headerProfile: HeaderProfile;
      readonly timeoutSeconds: number;
    }
  | { readonly kind: 'branch'; readonly id: string; readonly number: E164; readonly timeoutSeconds: number }
  | { readonly kind: 'phone'; readonly id: string; readonly number: E164; readonly timeoutSeconds: number }
  | { readonly kind: 'meeting'; readonly id: string };

/** The attempts chosen for one call, in order. */
export interface Plan {
  /** The rule that fitted, or "default". */
  readonly ruleId: string;
  readonly attempts: readonly Attempt[];
  readonly callerId: E164;
}
