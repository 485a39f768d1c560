import { assertNever } from '../assert-never.ts';
import type { Ingress } from '../call-context.ts';
import type { EpochMs } from '../time.ts';
import type { Caller } from './caller.ts';
import { isOpen, type Schedule } from './schedule.ts';

/** One thing that must hold for a rule to fit. */
export type Condition =
  | { readonly kind: 'reason'; readonly anyOf: readonly string[] }
  | { readonly kind: 'entry'; readonly anyOf: readonly Ingress[] }
  | { readonly kind: 'locale'; readonly anyOf: readonly string[] }
  | { readonly kind: 'state'; readonly anyOf: readonly string[] }
  | { readonly kind: 'postalPrefix'; readonly anyOf: readonly string[] }
  | { readonly kind: 'attribute'; readonly name: string; readonly anyOf: readonly string[] }
  | { readonly kind: 'schedule'; readonly id: string; readonly is: 'open' | 'closed' };

export interface Moment {
  readonly now: EpochMs;
  readonly schedules: ReadonlyMap<string, Schedule>;
}

/** Whether the condition holds for this caller at this moment. What is not known does not hold. */
export function holds(condition: Condition, caller: Caller, moment: Moment): boolean {
  switch (condition.kind) {
    case 'reason':
      return includes(condition.anyOf, caller.reasonId);
    case 'entry':
      return condition.anyOf.includes(caller.entry);
    case 'locale':
      return includes(condition.anyOf, caller.locale);
    case 'state':
      return includes(condition.anyOf, caller.location?.stateOrRegion?.toUpperCase());
    case 'postalPrefix': {
      const postalCode = caller.location?.postalCode;
      return postalCode !== undefined && condition.anyOf.some((prefix) => postalCode.startsWith(prefix));
    }
    case 'attribute':
      return includes(condition.anyOf, caller.attributes[condition.name]);
    case 'schedule': {
      const schedule = moment.schedules.get(condition.id);
      return schedule !== undefined && isOpen(schedule, moment.now) === (condition.is === 'open');
    }
    default:
      return assertNever(condition);
  }
}

function includes(allowed: readonly string[], value: string | undefined): boolean {
  return value !== undefined && allowed.includes(value);
}
