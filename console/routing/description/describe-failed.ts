import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Caller } from '../../../shared/domain/routing/caller.ts';
import { attributeOf, plainPostalCode, type Condition } from '../../../shared/domain/routing/condition.ts';
import { describeCondition } from './describe-conditions.ts';

export interface FailedCondition {
  /** "reason is billing". */
  readonly asks: string;
  /** What the caller has in its place; absent: nothing that is known, or nothing of theirs is asked for. */
  readonly has?: string;
  /** "asks: reason is billing; the caller's is lost-card". */
  readonly text: string;
}

/** Why a condition does not hold for this caller. */
export function describeFailed(condition: Condition, caller: Caller): FailedCondition {
  const asks = describeCondition(condition);
  switch (condition.kind) {
    case 'schedule':
      return { asks, text: `asks: ${asks}; it is ${condition.is === 'open' ? 'closed' : 'open'} at that moment` };
    case 'share':
      return { asks, text: `asks: ${asks}; this caller was not drawn` };
    default: {
      const has = callersOwn(condition, caller);
      return has === undefined
        ? { asks, text: `asks: ${asks}; the caller's is not known` }
        : { asks, has, text: `asks: ${asks}; the caller's is ${has}` };
    }
  }
}

function callersOwn(condition: Exclude<Condition, { kind: 'schedule' | 'share' }>, caller: Caller): string | undefined {
  const { location = {} }: { readonly location?: Partial<NonNullable<Caller['location']>> } = caller;
  switch (condition.kind) {
    case 'reason':
      return caller.reasonId;
    case 'entry':
      return caller.entry;
    case 'locale':
      return caller.locale;
    case 'country':
      return location.countryCode?.toUpperCase();
    case 'state':
      return location.stateOrRegion?.toUpperCase();
    case 'postalPrefix':
      return plainPostalCode(location.postalCode);
    case 'callerPrefix':
      return caller.phoneNumber;
    case 'attribute':
      return attributeOf(caller, condition.name);
    default:
      return assertNever(condition);
  }
}
